/** Pages of first-day contact. */
@NullMarked
package uk.daymark.firstday.web;

import org.jspecify.annotations.NullMarked;
