/** The steps of an attendance case: which comes next, what people do in it, and the headteacher's decision at the threshold. */
@NullMarked
package uk.daymark.escalation;

import org.jspecify.annotations.NullMarked;
