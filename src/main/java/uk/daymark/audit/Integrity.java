package uk.daymark.audit;

import java.util.List;
import java.util.Optional;
import uk.daymark.journal.Chain;
import uk.daymark.journal.Chain.Fault;
import uk.daymark.journal.Chain.Wrong;
import uk.daymark.journal.SealProof;

/**
 * How far the record of a case can be relied on, in three levels.
 *
 * @param entries how many entries there are
 * @param expected how many there ought to be
 * @param linked whether each names the one before it, none is missing and none was put in
 * @param contentEqual whether each is as it was written
 * @param proof how the chain leads to the latest seal; empty where none was made since the case began
 * @param faults what is wrong, as sentences
 */
public record Integrity(
        long entries,
        long expected,
        boolean linked,
        boolean contentEqual,
        Optional<SealProof> proof,
        boolean sealHolds,
        List<String> faults) {

    /** Checks. */
    static Integrity of(Chain chain, Optional<SealProof> proof) {
        List<Fault> faults = chain.faults();
        boolean holds = proof.filter(found -> found.holdsFor(chain)).isPresent();
        return new Integrity(
                chain.links().size(),
                chain.entries(),
                faults.stream().allMatch(fault -> fault.wrong() == Wrong.CHANGED),
                faults.stream().noneMatch(fault -> fault.wrong() == Wrong.CHANGED),
                proof,
                holds,
                faults.stream().map(Integrity::inWords).toList());
    }

    /** Whether nothing is wrong. */
    public boolean whole() {
        return linked && contentEqual && (proof.isEmpty() || sealHolds);
    }

    /** Whether a seal that this chain still fits was lodged outside of the database. */
    public boolean lodged() {
        return sealHolds && proof.flatMap(found -> found.seal().lodged()).isPresent();
    }

    private static String inWords(Fault fault) {
        return "Entry " + fault.number()
                + switch (fault.wrong()) {
                    case CHANGED -> " is not as it was written: its content was changed afterwards.";
                    case NOT_LINKED ->
                        " does not name the entry before it: one was taken out, put in or changed there.";
                    case MISSING -> " is not there, and ought to be.";
                    case TOO_MANY -> " is there, but the record ought to have ended before it.";
                    case NOT_THE_LAST -> " stands last, but is not the entry that was written last.";
                };
    }
}
