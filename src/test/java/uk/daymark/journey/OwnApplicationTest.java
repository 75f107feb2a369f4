package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;

class OwnApplicationTest {

    @Test
    void hasAClockAndADatabaseOfItsOwnAndLeavesTheEnginesClockAsItWas() {
        Date before = new Date(1_757_923_200_000L);
        ClockUtil.setCurrentTime(before);
        try (OwnApplication own = OwnApplication.empty("2025-09-15T08:30", "999001")) {
            own.moveTo("2026-07-01T08:30");
            assertThat(ClockUtil.getCurrentTime()).isEqualTo("2026-07-01T07:30:00.000Z");
            assertThat(own.get("lead", "/api/policies").isArray()
                            || own.get("lead", "/api/policies").isObject())
                    .isTrue();
        }
        assertThat(ClockUtil.getCurrentTime()).isEqualTo(before);
        try (OwnApplication another = OwnApplication.empty("2025-09-15T08:30", "999001")) {
            another.moveTo("2025-09-15T08:31");
        }
    }
}
