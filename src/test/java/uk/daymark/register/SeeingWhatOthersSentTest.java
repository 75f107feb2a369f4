package uk.daymark.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.daymark.register.RegisterForTests.ADMIN;
import static uk.daymark.register.RegisterForTests.MARKS_HEADER;
import static uk.daymark.register.RegisterForTests.OFFICE;
import static uk.daymark.register.RegisterForTests.mark;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.daymark.register.reading.FileKind;

/** A file of two schools is known at both, its single rows to whoever sent it. */
class SeeingWhatOthersSentTest {

    /** The second line is of another school than the office's and cannot be taken: its value is personal. */
    private static final String TWO_SCHOOLS =
            MARKS_HEADER + mark("1", "2025-11-10", "AM", "/") + "999002,Olive Stone,2025-09-10,AM,/,,,,,,\n";

    private RegisterForTests register;

    @BeforeEach
    void twoPupils() {
        register = RegisterForTests.withTwoPupils();
    }

    @Test
    void hidesTheRowsOfAFileThatSomebodyElseSent() {
        String id = register.applyGoodRows(FileKind.MARKS, TWO_SCHOOLS).answer().importId();

        ImportRecord seen = register.history.find(id, OFFICE).orElseThrow();
        assertThat(seen.answer().rejects()).isEmpty();
        assertThat(seen.answer().warnings()).isEmpty();
        assertThat(seen.answer().rows().rejected()).isOne();
        assertThat(register.history.page(OFFICE, 1, 50).toString()).doesNotContain("Olive Stone");
        assertThat(register.history.find(id, ADMIN).orElseThrow().toString()).contains("Olive Stone");
    }

    @Test
    void givesTheListOfRejectedRowsToWhoeverSentTheFile() {
        String id = register.applyGoodRows(FileKind.MARKS, TWO_SCHOOLS).answer().importId();

        assertThatThrownBy(() -> register.imports.rejects(id, OFFICE))
                .isInstanceOf(NotInRegisterException.class)
                .hasMessageContaining("Whoever sent a file sees its rows");
        assertThat(register.imports.rejects(id, ADMIN)).isPresent();
    }

    @Test
    void hidesThePreviewsOfOthers() {
        String id = register.preview(FileKind.MARKS, TWO_SCHOOLS).importId();

        assertThat(register.history.find(id, OFFICE)).isEmpty();
        assertThat(register.history.page(OFFICE, 1, 50))
                .noneMatch(seen -> seen.state() == ImportRecord.State.PREVIEWED);
        assertThat(register.history.find(id, ADMIN)).isPresent();
    }
}
