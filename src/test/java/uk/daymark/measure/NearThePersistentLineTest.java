package uk.daymark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many days more bring a pupil to the line, beside adding day after day to a list of sessions. */
class NearThePersistentLineTest {

    @Test
    void itIsTheFewestDaysWithWhichTheShareMissedReachesTheLineAndNoneOverItOrFarFromIt() {
        for (int percent : List.of(10, 15, 50)) {
            for (int possible = 0; possible <= 120; possible++) {
                for (int absent = 0; absent <= possible; absent++) {
                    assertThat(Summary.daysTo(percent, absent, possible).orElse(0))
                            .as("%d of %d, %d%%", absent, possible, percent)
                            .isEqualTo(dayAfterDay(percent, absent, possible));
                }
            }
        }
    }

    private static int dayAfterDay(int percent, int absent, int possible) {
        List<String> sessions = new ArrayList<>(Collections.nCopies(absent, "missed"));
        sessions.addAll(Collections.nCopies(possible - absent, "attended"));
        if (over(percent, sessions)) {
            return 0;
        }
        for (int day = 1; day <= 3; day++) {
            sessions.add("missed");
            sessions.add("missed");
            if (over(percent, sessions)) {
                return day;
            }
        }
        return 0;
    }

    private static boolean over(int percent, List<String> sessions) {
        long missed = sessions.stream().filter("missed"::equals).count();
        BigDecimal line = new BigDecimal(sessions.size() * (long) percent).movePointLeft(2);
        return !sessions.isEmpty() && new BigDecimal(missed).compareTo(line) >= 0;
    }
}
