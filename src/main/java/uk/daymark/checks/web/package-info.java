/** The checks over HTTP and as a page. */
@NullMarked
package uk.daymark.checks.web;

import org.jspecify.annotations.NullMarked;
