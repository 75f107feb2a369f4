/** Pupils and their attendance over HTTP and as pages. */
@NullMarked
package uk.daymark.attendance.web;

import org.jspecify.annotations.NullMarked;
