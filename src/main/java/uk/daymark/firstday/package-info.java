/** First-day contact: who is rung about an absence without a reason, what was said, and what follows until there is one. */
@NullMarked
package uk.daymark.firstday;

import org.jspecify.annotations.NullMarked;
