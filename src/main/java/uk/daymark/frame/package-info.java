/** The page frame, the home page, sign-in, help and the accessibility statement. */
@NullMarked
package uk.daymark.frame;

import org.jspecify.annotations.NullMarked;
