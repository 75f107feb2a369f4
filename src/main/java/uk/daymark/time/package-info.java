/** One clock for everything, London's zone, and dates in words. */
@NullMarked
package uk.daymark.time;

import org.jspecify.annotations.NullMarked;
