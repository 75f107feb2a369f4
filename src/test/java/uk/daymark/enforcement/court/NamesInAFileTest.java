package uk.daymark.enforcement.court;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** A parent's file keeps what names that parent, and nobody whose name only looks like it. */
class NamesInAFileTest {

    @Test
    void aNameThatIsAPartOfAnotherIsNotThatName() {
        assertThat(ProsecutionFiles.naming(Set.of("Ann Lee", "D-2025-1")))
                .accepts(
                        "Ann Lee: penalty notice.",
                        "Decide for Ann Lee",
                        "Ann Lee's answer",
                        "Notice D-2025-1 was paid.")
                .rejects(
                        "Ann Leeson: no action.",
                        "Ann Lee-Smith: no action.",
                        "Joann Lee",
                        "Notice D-2025-12 was paid.");
    }
}
