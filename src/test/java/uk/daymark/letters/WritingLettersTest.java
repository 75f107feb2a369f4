package uk.daymark.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.daymark.letters.FamiliesForTests.CAMBS;
import static uk.daymark.letters.FamiliesForTests.HERTS;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.WebTest;
import uk.daymark.letters.text.Field;
import uk.daymark.letters.text.LetterTemplate;
import uk.daymark.people.Enrolment;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;

@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WritingLettersTest {

    private static final Map<String, Object> DETAILS = Map.ofEntries(
            Map.entry("meeting_on", LocalDate.of(2025, 9, 25)),
            Map.entry("meeting_at", "3:30pm"),
            Map.entry("meeting_place", "in the library"),
            Map.entry("review_on", LocalDate.of(2025, 10, 20)),
            Map.entry("leave_from", LocalDate.of(2025, 9, 10)),
            Map.entry("leave_to", LocalDate.of(2025, 9, 12)),
            Map.entry("suspended_from", LocalDate.of(2025, 9, 10)),
            Map.entry("seen_on", LocalDate.of(2025, 9, 11)),
            Map.entry("seen_place", "outside the shop in Mill Road"),
            Map.entry("seen_first_days", "5"),
            Map.entry("decision_reason", "A cousin's wedding is not rare enough."),
            Map.entry("targets", List.of("No day without a reason", "Ring before 9am")),
            Map.entry("leave_refused", true),
            Map.entry("leave_not_asked", false),
            Map.entry("leave_partly_refused", true),
            Map.entry("leave_partly_given", true),
            Map.entry("improvement_from", LocalDate.of(2025, 9, 17)),
            Map.entry("improvement_until", LocalDate.of(2025, 10, 24)),
            Map.entry("enough", "Amira comes to every session unless she is ill."),
            Map.entry("sessions_allowed", "0"),
            Map.entry("support_given", List.of("A meeting on 8 September")),
            Map.entry("support_offered", List.of("The family hub: ring Ann Lee on 01632 960009")),
            Map.entry("early_none", false),
            Map.entry("early_each", true),
            Map.entry("early_above", false),
            Map.entry("notice_ref", "N-2025-0001"),
            Map.entry("notice_issued_on", LocalDate.of(2025, 9, 10)),
            Map.entry("notice_received_on", LocalDate.of(2025, 9, 12)),
            Map.entry("notice_officer", "Ona Officer"),
            Map.entry("authority", "Elmshire"),
            Map.entry("offence_from", LocalDate.of(2025, 9, 3)),
            Map.entry("offence_to", LocalDate.of(2025, 9, 9)),
            Map.entry("pay_until", List.of("£80: Thursday 2 October 2025", "£160: Thursday 9 October 2025")),
            Map.entry("notice_grounds", List.of("ought not to have been issued", "material errors")),
            Map.entry("withdrawn_on", LocalDate.of(2025, 9, 15)),
            Map.entry("withdrawal_ground", "material errors"),
            Map.entry("one_amount_only", false),
            Map.entry("has_time_to_pay", true),
            Map.entry("has_refund", true));

    @LocalServerPort
    private int port;

    @Autowired
    private LetterBook book;

    @Autowired
    private LetterGathering gathering;

    @Autowired
    private LetterWriter writer;

    @Autowired
    private Letterheads letterheads;

    @Autowired
    private Pupils pupils;

    @BeforeAll
    void families() {
        FamiliesForTests.schools(port);
        for (String school : List.of(HERTS, CAMBS)) {
            FamiliesForTests.pupil(port, school, "WL1", "Amira", "Khan");
            FamiliesForTests.contacts(
                    port,
                    school
                            + ",WL1,w1,1,Ms,Nadia,Khan,Mother,Y,Y,N,N,Y,N,n@example.com,Urdu,1 Ash Road,,Hatfield,AL10 9AA\n",
                    school + ",WL1,w2,2,,Omar,Khan,Father,Y,N,N,N,N,N,,,2 Elm Road,,Ely,CB7 4AA\n",
                    school + ",WL1,w3,3,Mrs,Ada,Gran,Grandmother,N,Y,N,N,N,N,,,3 Oak Road,,Ely,CB7 4AB\n");
            FamiliesForTests.marks(
                    port,
                    school,
                    "WL1",
                    "2025-09-03 AM I",
                    "2025-09-03 PM I",
                    "2025-09-04 AM I",
                    "2025-09-04 PM I",
                    "2025-09-05 AM I",
                    "2025-09-05 PM I",
                    "2025-09-08 AM N",
                    "2025-09-08 PM N",
                    "2025-09-09 AM N",
                    "2025-09-09 PM N",
                    "2025-09-10 AM G",
                    "2025-09-10 PM G",
                    "2025-09-11 AM U",
                    "2025-09-11 PM \\",
                    "2025-09-12 AM L",
                    "2025-09-12 PM \\");
        }
        letterheads.set(new Letterhead(
                new Urn(HERTS),
                "Ms Jones",
                "01632 960001",
                "office@larch.example",
                "Dr Patel",
                List.of("Larch Lane", "Hatfield AL10 9ZZ"),
                Optional.of(3)));
    }

    @Test
    void noParentIsToldThatTheyAskedForLeave() {
        for (String letter : List.of("leave-granted", "leave-refused")) {
            assertThat(write(HERTS, letter, 1).text())
                    .contains("We were asked for leave for Amira.")
                    .doesNotContain("You asked");
        }
    }

    @Test
    void everyLetterIsWrittenForEverySchoolItIsFor() {
        for (String school : List.of(HERTS, CAMBS)) {
            for (LetterTemplate template : book.all()) {
                if (!template.name().startsWith("commonswood") || school.equals(HERTS)) {
                    LetterDocument letter = write(school, template.name(), 0);
                    assertThat(letter.text())
                            .as(template.name())
                            .contains("Amira")
                            .contains("Ms Nadia Khan")
                            .doesNotContain("((")
                            .doesNotContain("))")
                            .doesNotContain("null");
                    assertThat(template.early() && letter.text().contains("%"))
                            .as(template.name())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void theFirstLetterSaysDaysAndTheirDatesByReason() {
        String text = write(HERTS, "soft-letter", 0).text();
        assertThat(text)
                .contains("Larch Primary\nLarch Lane\nHatfield AL10 9ZZ\n")
                .contains("Ms Nadia Khan\n1 Ash Road\nHatfield\nAL10 9AA\n")
                .contains("Our reference: L-2025-09999")
                .contains("Dear Ms Khan")
                .contains("Amira missed 6 school days and half a school day since 3 September 2025")
                .contains("up to Friday 12 September 2025")
                .contains("- 2 days with no reason given: Monday 8 and Tuesday 9 September\n"
                        + "- 1 day on a holiday that the school had not agreed to: Wednesday 10 September\n"
                        + "- half a school day marked absent because of coming after the register closed: Thursday 11 September in the morning\n"
                        + "- 3 days ill: Wednesday 3 to Friday 5 September\n")
                .contains("Please ring Ms Jones on 01632 960001 before")
                .contains("Tell us the reason for the days that have none.")
                .contains("If Urdu is easier for you, please ring Ms Jones on 01632 960001 and say \"Urdu\".")
                .contains("Yours sincerely\nMs Jones\nLarch Primary");
        assertThat(write(HERTS, "soft-letter", 1).text())
                .contains("Omar Khan\n2 Elm Road")
                .contains("Dear Omar Khan")
                .doesNotContain("Urdu");
    }

    @Test
    void aSchoolWithoutALetterheadStillWritesSensibly() {
        assertThat(write(CAMBS, "soft-letter", 0).text())
                .contains("Please speak to the school office before")
                .contains("Yours sincerely\nthe school office\nRowan College");
    }

    @Test
    void commonswoodHasItsOwnLetterOfConcernAndItsOwnNameForTheAssessment() {
        assertThat(write(HERTS, "attendance-concern", 0).text()).contains("a Families First Assessment");
        assertThat(about(HERTS, "attendance-concern").template().name()).isEqualTo("commonswood-attendance-concern");
        assertThat(write(CAMBS, "attendance-concern", 0).text())
                .contains("Amira missed 3 school days and half a school day without leave or without a reason")
                .contains("an early help assessment");
    }

    @Test
    void theRegisterExtractShowsTheSessionsBehindTheFigures() {
        assertThat(write(CAMBS, "attendance-concern", 0).text())
                .contains("Thursday 11 September 2025 | U: Arrived after the register closed | In school")
                .contains("Friday 12 September 2025 | L: Late, before the register closed | In school")
                .contains("as the register stood on");
    }

    @Test
    void theLegalLettersTakeTheirNumbersFromThePolicy() {
        assertThat(write(CAMBS, "leave-refused", 0).text())
                .contains("missed 10 sessions (half days) without leave within 10 school weeks")
                .contains("160 pounds if paid within 28 days, and 80 pounds if paid within 21 days")
                .contains("A second within 3 years is 160 pounds.")
                .contains("A cousin's wedding is not rare enough.")
                .contains("from Wednesday 10 September 2025 to Friday 12 September 2025");
    }

    @Test
    void aPenaltyNoticeTakesTheLargestFineFromThePolicy() {
        assertThat(write(CAMBS, "penalty-notice", 0).text()).contains("can fine you up to 1,000 pounds, or more");
        assertThat(write(CAMBS, "public-place-penalty-notice", 0).text()).contains("can fine you up to 1,000 pounds.");
    }

    @Test
    void theLateLetterListsEachTime() {
        assertThat(write(CAMBS, "late-letter", 0).text())
                .contains("Amira came late 2 times")
                .contains("- Thursday 11 September in the morning\n- Friday 12 September in the morning")
                .contains("counts as half a day missed");
    }

    @Test
    void earlyLettersAreReadableForMostAdults() {
        book.all().stream().filter(LetterTemplate::early).forEach(template -> {
            String words = write(template.name().startsWith("commonswood") ? HERTS : CAMBS, template.name(), 0)
                    .html()
                    .replaceAll("(?s)^.*<div class=\"letter-words\">", "")
                    .replaceAll("(?s)</div>.*$", "")
                    .replaceAll("(?s)<ul>.*?</ul>", "")
                    .replaceAll("<h2>(.*?)</h2>", "$1.")
                    .replaceAll("<[^>]*>", " ");
            assertThat(Readability.grade(words)).as(template.name()).isLessThan(7);
        });
    }

    private LetterDocument write(String school, String template, int person) {
        LetterAbout about = about(school, template);
        assertThat(about.recipients()).hasSize(2);
        return writer.write(about, about.recipients().get(person), "L-2025-09999");
    }

    private LetterAbout about(String school, String template) {
        Enrolment enrolment = pupils.find(new Urn(school), "WL1").orElseThrow().enrolment();
        return gathering.about(
                new LetterOrder(template, enrolment.id(), "A-2025-0001", Optional.empty(), needed(template)));
    }

    private Map<String, Object> needed(String template) {
        var fields = book.named(template).orElseThrow().fields();
        return DETAILS.entrySet().stream()
                .filter(detail -> fields.contains(Field.of(detail.getKey()).orElseThrow()))
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
