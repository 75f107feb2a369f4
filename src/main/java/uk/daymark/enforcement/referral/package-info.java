/** A case at the authority: the parents named one by one, the referral, and what a person decides for each parent. */
@NullMarked
package uk.daymark.enforcement.referral;

import org.jspecify.annotations.NullMarked;
