/** The rules before a notice and before a referral: plain Java, told everything they need, deciding nothing by themselves. */
@NullMarked
package uk.daymark.enforcement.check;

import org.jspecify.annotations.NullMarked;
