package uk.daymark.measure;

import static uk.daymark.measure.AttendanceCode.G;
import static uk.daymark.measure.AttendanceCode.N;
import static uk.daymark.measure.AttendanceCode.O;
import static uk.daymark.measure.AttendanceCode.U;

import java.util.Set;
import uk.daymark.measure.CountingRules.AbsenceBands;
import uk.daymark.measure.CountingRules.Anchor;
import uk.daymark.measure.CountingRules.Leave;
import uk.daymark.measure.CountingRules.PatternRules;
import uk.daymark.measure.CountingRules.Returns;
import uk.daymark.measure.CountingRules.Threshold;

/** Rules of counting for tests of the counting alone; the policies have tests of their own. */
public final class Rules {

    private Rules() {}

    public static CountingRules national() {
        return with(new Threshold(10, 10, Set.of(G, N, O, U), Set.of(N), Anchor.WEEK));
    }

    public static CountingRules hertfordshire() {
        return with(new Threshold(10, 10, Set.of(G, O, U), Set.of(N), Anchor.WEEK));
    }

    public static CountingRules with(Threshold threshold) {
        return new CountingRules(
                threshold,
                new Leave(Set.of(G), 10),
                new AbsenceBands(10, 50),
                5,
                new Returns(10, Set.of(G, N, O, U), 15, 20, Set.of(G, N, O)),
                new PatternRules(12, 3, 6, 70, 4, 3, 50, 4));
    }
}
