/** The append-only record of who did what, when and why; chained by subject so that a change shows. */
@NullMarked
package uk.daymark.journal;

import org.jspecify.annotations.NullMarked;
