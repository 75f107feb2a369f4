package uk.daymark.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.WebTest;
import uk.daymark.access.Role;
import uk.daymark.access.SignedIn;
import uk.daymark.cases.SupportRecord.Details;
import uk.daymark.cases.SupportRecord.Response;
import uk.daymark.journal.Journal;
import uk.daymark.journal.Recorded;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Pupils;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;
import uk.daymark.register.web.TwoSchools;
import uk.daymark.web.Conflict;

@WebTest
class OpeningACaseTest {

    private static final SignedIn OFFICER =
            new SignedIn("officer", "Officer", Role.OFFICER, Optional.of(TwoSchools.OURS));

    @LocalServerPort
    private int port;

    @Autowired
    private Cases cases;

    @Autowired
    private Support support;

    @Autowired
    private Journal journal;

    @Autowired
    private Pupils pupils;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void schools() {
        TwoSchools.exist(port);
    }

    private EnrolmentId enrolment(int number) {
        return pupils.find(new Urn(TwoSchools.OURS), "PG" + number)
                .orElseThrow()
                .enrolment()
                .id();
    }

    private CaseFile opened(int pupil) {
        return cases.open(enrolment(pupil), "A parent asked for help.", "");
    }

    private CaseFile now(CaseFile file) {
        return cases.find(file.ref()).orElseThrow();
    }

    @Test
    void aCaseHasAReferenceOfItsYearAndThePolicyOfItsSchool() {
        CaseFile file = opened(30);
        assertThat(file.ref().value()).matches("A-20\\d\\d-\\d{4}");
        assertThat(file.policy()).isEqualTo("commonswood");
        assertThat(file.stage()).as("its first step is begun at once").isEqualTo("concern-letter");
        assertThat(file.pupilRef()).isEqualTo("PG30");
        assertThat(file.pupilName()).isEqualTo("Amira Khan");
    }

    @Test
    void whileACaseIsOpenItIsTheOneThatIsOpened() {
        CaseFile file = opened(31);
        assertThat(cases.open(enrolment(31), "Something else.", "")).isEqualTo(file);
        cases.close(file.ref(), "Attendance improved.", "");
        cases.close(file.ref(), "Once more.", "");
        assertThat(now(file).status()).isEqualTo(CaseFile.Status.CLOSED);
        CaseFile next = opened(31);
        assertThat(next.ref()).isNotEqualTo(file.ref());
        assertThat(cases.of(next.pupil())).extracting(CaseFile::ref).contains(next.ref(), file.ref());
    }

    @Test
    void everyChangeIsInTheJournalAndCountsUpTheVersion() {
        CaseFile file = opened(32);
        int before = journal.of(file.ref().value()).size();
        cases.stage(file.ref(), "contract-meeting", "Attendance fell below 95%.", "next-rung 1.0.0 fell-below");
        support.add(
                file.ref(),
                Details.offered(
                        SupportKind.EARLY_HELP,
                        LocalDate.of(2025, 9, 15),
                        "letter",
                        Response.DECLINED,
                        "The mother said no"),
                "Offered with the concern letter.");
        assertThat(now(file).stage()).isEqualTo("contract-meeting");
        assertThat(now(file).version()).isEqualTo(file.version() + 2);
        List<Recorded> all = journal.of(file.ref().value());
        assertThat(all.get(0).entry().what()).isEqualTo("The case was opened.");
        List<Recorded> entries = all.subList(before, all.size());
        assertThat(entries)
                .extracting(recorded -> recorded.entry().what())
                .containsExactly(
                        "The case moved on.",
                        "Early help assessment: offered on 15 September 2025 by letter, declined. The mother said no");
        assertThat(entries.get(0).entry().before()).isEqualTo("concern-letter");
        assertThat(entries.get(0).entry().rule()).isEqualTo("next-rung 1.0.0 fell-below");
        assertThat(entries).extracting(Recorded::by).containsOnly("daymark");
        assertThat(journal.verify(file.ref().value())).isEqualTo(new Journal.Verdict(true, true, false, before + 2));
    }

    @Test
    void anOfficerKnowsOfACaseOnceItWasReferred() {
        CaseFile file = opened(33);
        assertThat(cases.find(file.ref(), OFFICER)).isEmpty();
        cases.refer(file.ref(), "The threshold was met and support did not help.");
        assertThat(cases.find(file.ref(), OFFICER)).map(CaseFile::stage).contains("referral");
        assertThat(cases.find(file.ref(), Scope.school(new Urn(TwoSchools.OTHER))))
                .isEmpty();
        cases.stage(file.ref(), "must-consider", "Returned by the authority.", "");
        assertThat(cases.find(file.ref(), OFFICER)).isPresent();
    }

    @Test
    void aCorrectionStandsInThePlaceOfARecordThatIsKept() {
        CaseFile file = opened(34);
        SupportRecord wrong = support.add(file.ref(), open(LocalDate.of(2025, 9, 8)), "");
        SupportRecord right = support.correct(wrong, open(LocalDate.of(2025, 9, 10)), "Wrong day.");
        assertThat(support.of(file.ref()).targetedSupportOpenedOn()).contains(LocalDate.of(2025, 9, 10));
        assertThat(support.of(file.ref()).records()).containsExactly(right);
        assertThat(support.all(file.ref())).containsExactly(wrong, right);
        assertThatThrownBy(() -> support.correct(wrong, open(LocalDate.of(2025, 9, 11)), "Again."))
                .isInstanceOf(Conflict.class);
    }

    private static Details open(LocalDate on) {
        return new Details(
                SupportKind.TARGETED_SUPPORT,
                Optional.empty(),
                "",
                Response.NOT_YET,
                Optional.of(on),
                "a family worker",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                "before Daymark, paper file");
    }

    @Test
    void anEntryThatIsChangedInTheDatabaseShows() {
        CaseFile file = opened(35);
        cases.stage(file.ref(), "contract-meeting", "Because.", "");
        int entries = journal.of(file.ref().value()).size();
        jdbc.update(
                "update journal_entry set why = 'Because!' where subject = ? and entry_no = 2",
                file.ref().value());
        assertThat(journal.verify(file.ref().value())).isEqualTo(new Journal.Verdict(true, false, false, entries));
        jdbc.update(
                "delete from journal_entry where subject = ? and entry_no = 2",
                file.ref().value());
        assertThat(journal.verify(file.ref().value())).isEqualTo(new Journal.Verdict(false, true, false, entries - 1));
    }
}
