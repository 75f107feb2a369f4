/** Prosecution of one parent: what is prepared, checked and decided before the court, and what the court decides. */
@NullMarked
package uk.daymark.enforcement.court;

import org.jspecify.annotations.NullMarked;
