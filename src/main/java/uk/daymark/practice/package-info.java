/** Practice mode: users with a well-known password, and a clock that stands still until it is moved. */
@NullMarked
package uk.daymark.practice;

import org.jspecify.annotations.NullMarked;
