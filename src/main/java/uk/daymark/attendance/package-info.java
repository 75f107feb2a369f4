/** A pupil's attendance as the stored register has it, on any day, under the policy of the school. */
@NullMarked
package uk.daymark.attendance;

import org.jspecify.annotations.NullMarked;
