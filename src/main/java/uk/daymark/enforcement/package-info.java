/** What the local authority does: referral, notices, payment, withdrawal, prosecution. A person decides each; rules only check. */
@NullMarked
package uk.daymark.enforcement;

import org.jspecify.annotations.NullMarked;
