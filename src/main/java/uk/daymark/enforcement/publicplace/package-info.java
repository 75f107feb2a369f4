/** Suspended and excluded pupils seen in a public place: what is on file, what the parents say, and whether it is referred. */
@NullMarked
package uk.daymark.enforcement.publicplace;

import org.jspecify.annotations.NullMarked;
