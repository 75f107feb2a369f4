package uk.daymark.checks;

import java.util.List;
import uk.daymark.figures.Note;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.policy.Policy;

/**
 * A register to be measured under a policy.
 *
 * @param policy with any overrides
 * @param register what is to be measured
 * @param notes what the asker should know
 */
record RegisterQuestion(Policy policy, MeasuredRegister register, List<Note> notes) {}
