/** The stateless checks: a register or a question about dates comes in, figures under a policy go out, nothing is stored. */
@NullMarked
package uk.daymark.checks;

import org.jspecify.annotations.NullMarked;
