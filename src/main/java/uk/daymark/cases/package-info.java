/** The attendance case: its stage, what was counted, support, documents and what happened. */
@NullMarked
package uk.daymark.cases;

import org.jspecify.annotations.NullMarked;
