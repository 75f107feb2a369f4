/** The late book, late-gate checks, and what is done where a pupil is often late. */
@NullMarked
package uk.daymark.punctuality;

import org.jspecify.annotations.NullMarked;
