package uk.daymark.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingKindTest {

    @Test
    void whatIsFoundAndWhatIsSoNoLongerReadsAsEnglish() {
        assertThat(FindingKind.PERSISTENT_ABSENCE.found(2))
                .isEqualTo("finds 2 pupils who have become persistently absent");
        assertThat(FindingKind.PERSISTENT_ABSENCE.lapsed(2))
                .isEqualTo("finds 2 pupils who are no longer persistently absent");
        assertThat(FindingKind.PENALTY_NOTICE_THRESHOLD.lapsed(1))
                .isEqualTo("finds 1 pupil who is no longer at the threshold");
        assertThat(FindingKind.PATTERN.lapsed(1))
                .isEqualTo("finds 1 pupil who is no longer showing a pattern of absence");
    }

    /** "No longer become", "no longer been" and their like are not English. */
    @ParameterizedTest
    @EnumSource
    void nobodyNoLongerHasDoneSomething(FindingKind kind) {
        assertThat(kind.lapsed(1)).doesNotContainPattern("no longer (become|been|reached|fallen|shown)");
    }
}
