/** The pages and calls of the late book. */
@NullMarked
package uk.daymark.punctuality.web;

import org.jspecify.annotations.NullMarked;
