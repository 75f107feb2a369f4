package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

@Covers("school-told")
class SchoolToldTest {

    @Test
    void somebodyAtTheSchoolTakesNote() {
        Run run = Models.engine().start("school-told", Map.of("sentence", "The notice was paid."));
        run.assertWaitsOnlyAt("note-result");
        assertThat(run.task("note-result").group()).isEqualTo("lead");
        assertThat(run.task("note-result").variables()).containsEntry("sentence", "The notice was paid.");
        run.completes("note-result").assertEnded();
    }
}
