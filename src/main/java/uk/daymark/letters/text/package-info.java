/** The texts of {@code letters/}: read strictly when Daymark starts, filled in after they are read. Plain Java. */
@NullMarked
package uk.daymark.letters.text;

import org.jspecify.annotations.NullMarked;
