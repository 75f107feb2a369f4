/** Schools with their calendars, pupils, their time on each school's roll, and their parents, carers and other contacts. */
@NullMarked
package uk.daymark.people;

import org.jspecify.annotations.NullMarked;
