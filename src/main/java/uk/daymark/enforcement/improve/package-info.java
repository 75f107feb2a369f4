/** The notice to improve: what counts as enough for one family, for how long, and whether it was met. */
@NullMarked
package uk.daymark.enforcement.improve;

import org.jspecify.annotations.NullMarked;
