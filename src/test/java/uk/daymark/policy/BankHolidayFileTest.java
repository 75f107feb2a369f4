package uk.daymark.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The one-off changes to England's bank holidays. */
class BankHolidayFileTest {

    @Test
    void givesTheOneOffChangesOf2020To2035() throws IOException {
        BankHolidayChanges changes = BankHolidayFile.read(
                new ClassPathResource("policies/bank-holidays.yaml").getContentAsByteArray(),
                PolicyFiles.json("bank-holidays.schema.json"));
        assertThat(changes.extra())
                .containsExactlyInAnyOrder(
                        LocalDate.of(2020, 5, 8),
                        LocalDate.of(2022, 6, 2),
                        LocalDate.of(2022, 6, 3),
                        LocalDate.of(2022, 9, 19),
                        LocalDate.of(2023, 5, 8));
        assertThat(changes.removed()).containsExactlyInAnyOrder(LocalDate.of(2020, 5, 4), LocalDate.of(2022, 5, 30));
    }

    @Test
    void refusesAChangeWithoutAReason() {
        assertThat(faults("changes:\n  - {day: 2026-06-19, source: A proclamation}\n"))
                .extracting(PolicyFault::file, PolicyFault::line)
                .containsExactly(tuple("bank-holidays.yaml", 2));
    }

    @Test
    void refusesADayThatDoesNotExist() {
        assertThat(faults("changes:\n  - day: 2026-06-31\n    reason: A jubilee\n    source: A proclamation\n"))
                .extracting(PolicyFault::line)
                .containsExactly(2);
    }

    @Test
    void refusesADayThatIsChangedTwice() {
        String line = "  - {day: 2026-06-19, reason: A jubilee, source: A proclamation}\n";
        assertThat(faults("changes:\n" + line + line))
                .extracting(PolicyFault::toString)
                .containsExactly("bank-holidays.yaml, line 3: 2026-06-19 is changed twice; take one of the lines out");
    }

    private static List<PolicyFault> faults(String text) {
        return catchThrowableOfType(
                        PolicyFaultsException.class,
                        () -> BankHolidayFile.read(text.getBytes(UTF_8), PolicyFiles.json("bank-holidays.schema.json")))
                .faults();
    }
}
