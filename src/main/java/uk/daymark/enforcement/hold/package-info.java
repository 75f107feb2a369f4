/** What holds a sanction in a case, until when, and which time limit runs on meanwhile. */
@NullMarked
package uk.daymark.enforcement.hold;

import org.jspecify.annotations.NullMarked;
