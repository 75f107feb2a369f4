/** Daymark: workflow and case management for school attendance in England. */
@NullMarked
package uk.daymark;

import org.jspecify.annotations.NullMarked;
