/** The pages and calls of leave in term time. */
@NullMarked
package uk.daymark.leave.web;

import org.jspecify.annotations.NullMarked;
