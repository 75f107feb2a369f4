/** The sanction ledger: notices per parent and child, the money that came for them, and what became of them. */
@NullMarked
package uk.daymark.enforcement.ledger;

import org.jspecify.annotations.NullMarked;
