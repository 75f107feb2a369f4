/** What happened in a case and why, for whoever has to inspect it. Reads what others wrote and changes none of it. */
@NullMarked
package uk.daymark.audit;

import org.jspecify.annotations.NullMarked;
