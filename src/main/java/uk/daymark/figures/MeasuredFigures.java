package uk.daymark.figures;

import java.util.List;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.measure.Measurement;
import uk.daymark.measure.Measuring;
import uk.daymark.policy.Policy;

/**
 * A register measured under a policy: the figures and what a page needs to show their proof.
 *
 * @param figures as the API writes them
 * @param register what was measured
 * @param measurement what was counted
 */
public record MeasuredFigures(RegisterFigures figures, MeasuredRegister register, Measurement measurement) {

    /** Measures the register under the policy in force on its day. */
    public static MeasuredFigures of(Policy policy, MeasuredRegister register, List<Note> notes) {
        Measurement measurement = Measuring.measure(register, policy.countingRules(register.asOf()));
        return new MeasuredFigures(RegisterFigures.of(policy, measurement, notes), register, measurement);
    }

    /** The weeks of the window with what is counted in each. */
    public List<ProofWeek> proof() {
        return ProofWeek.of(register, measurement.window());
    }

    /** The weeks of the window laid the other way. */
    public List<ProofWeek> proofOfOtherReading() {
        return ProofWeek.of(register, measurement.otherReading());
    }

    /** Whether the two ways of laying the window count differently: then a person must know. */
    public boolean readingsDiffer() {
        return measurement.window().count() != measurement.otherReading().count();
    }
}
