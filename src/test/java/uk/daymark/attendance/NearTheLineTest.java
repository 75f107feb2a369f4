package uk.daymark.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.WebTest;
import uk.daymark.cases.CaseFigures;
import uk.daymark.cases.CaseMeasures;
import uk.daymark.fixtures.WorkedSchools;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;

@WebTest
class NearTheLineTest {

    private static final int TENTH = 10;

    @LocalServerPort
    int port;

    @Autowired
    CaseMeasures measures;

    @Autowired
    Pupils pupils;

    @Test
    void aCaseSaysHowManyMoreDaysMissedMakeThePupilPersistentlyAbsent() {
        WorkedSchools.load(port);
        Set<Optional<Integer>> seen = new HashSet<>();
        WorkedSchools.cases().stream()
                .map(WorkedSchools::ref)
                .flatMap(ref -> pupils.find(new Urn(WorkedSchools.HOME), ref).stream())
                .map(found -> measures.of(found.pupil().id()))
                .forEach(figures -> {
                    assertThat(figures.daysToPersistent()).isEqualTo(expected(figures));
                    seen.add(figures.daysToPersistent());
                });
        assertThat(seen).as("some are far from it, or there").contains(Optional.empty());
    }

    /** Day by day, each of two sessions that are missed. */
    private static Optional<Integer> expected(CaseFigures figures) {
        if (figures.persistentlyAbsent() || !figures.enough()) {
            return Optional.empty();
        }
        int absent = figures.year().absent();
        int possible = figures.year().possible();
        for (int day = 1; day <= 3; day++) {
            absent += 2;
            possible += 2;
            if (absent * TENTH >= possible) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }
}
