package uk.daymark.register.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.daymark.register.web.TwoSchools.mark;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.Http;
import uk.daymark.WebTest;

@WebTest
class ChangingAMarkOnThePagesTest {

    @LocalServerPort
    int port;

    @BeforeEach
    void schools() {
        TwoSchools.exist(port);
    }

    @Test
    void aMarkIsAmendedByHandAndItsHistoryTellsWhoAndWhy() {
        TwoSchools.marked(port, mark("PG3", "2025-09-05", "AM", "N"));
        Clerk office = Clerk.signedIn(port, "office");
        String page = "/pupils/999001/PG3/marks/2025-09-05/AM";
        assertThat(office.open(page).title()).isEqualTo("Mark of Friday 5 September 2025, morning - Daymark");
        assertThat(office.open(page).words())
                .contains("Amira Khan (PG3)", "Code in the register N", "Nobody has changed it");
        Clerk.Seen amended = change(office, page, "i", "Mother rang at 9", "amend", "N");
        assertThat(amended.address()).isEqualTo(page);
        assertThat(amended.words())
                .contains("Daymark's copy now has code I", "Code in the register I", "Changed from N to I by hand")
                .contains("Mother rang at 9", "office");
    }

    @Test
    void aCodeDecidedHereIsListedUntilTheRegisterBringsIt() {
        TwoSchools.marked(port, mark("PG3", "2025-09-09", "AM", "N"));
        Clerk office = Clerk.signedIn(port, "office");
        String page = "/pupils/999001/PG3/marks/2025-09-09/AM";
        Clerk.Seen decided = change(office, page, "O", "No answer, two calls", "decide", "N");
        assertThat(decided.words()).contains("Code O was decided", "Still to be entered in the school's register");
        assertThat(decided.words()).contains("Code in the register N");

        Clerk.Seen list = office.open("/codes-to-enter");
        assertThat(list.title()).matches("Codes to enter \\(\\d+\\) - Daymark");
        assertThat(list.words())
                .contains("Amira Khan (PG3) Tuesday 9 September 2025, morning N", "No answer, two calls");
        assertThat(office.fetch("/codes-to-enter/codes-to-enter.csv").body())
                .contains("\"999001\",\"PG3\",\"Amira Khan\",\"2025-09-09\",\"AM\",\"N\",\"O\"");

        Clerk.Seen preview = office.upload("marks", TwoSchools.MARKS + mark("PG3", "2025-09-09", "AM", "O"));
        assertThat(preview.words())
                .doesNotContain("0 rows cannot be imported")
                .contains("What else importing this file does", "It confirms 1 code decided here.");
        office.send(preview.address(), preview.address() + "/apply");
        assertThat(office.open("/codes-to-enter").words()).doesNotContain("(PG3) Tuesday 9 September");
        assertThat(office.open(page).words()).contains("The school's register has it.");
    }

    @Test
    void onlyTheHeadteacherDecidesACodeOfLeave() {
        TwoSchools.marked(port, mark("PG3", "2025-09-12", "AM", "N"), mark("PG3", "2025-09-12", "PM", "C"));
        String page = "/pupils/999001/PG3/marks/2025-09-12/AM";
        for (String user : List.of("office", "lead")) {
            for (String code : List.of("C", "C1", "C2", "J1", "S")) {
                Clerk.Seen refused = change(Clerk.signedIn(port, user), page, code, "They asked", "decide", "N");
                assertThat(refused.status()).as(user + " " + code).isEqualTo(400);
                assertThat(refused.words()).contains("only the headteacher gives leave");
            }
            assertThat(decide(user, "AM", "C")).contains("\"/code\"", "only the headteacher gives leave");
        }
        assertThat(decide("head", "AM", "C")).contains("WAITING");
        assertThat(decide("office", "AM", "I")).as("what is no leave").contains("WAITING");
        assertThat(decide("office", "PM", "I")).contains("WAITING");
        assertThat(decide("office", "PM", "C"))
                .as("back to what the register has")
                .contains("TAKEN_BACK");
    }

    private String decide(String user, String half, String code) {
        return Http.program(port, user)
                .json(
                        "/api/decided-codes",
                        "{\"pupilRef\": \"PG3\", \"date\": \"2025-09-12\", \"session\": \"%s\", \"code\": \"%s\", \"reason\": \"They asked\"}"
                                .formatted(half, code))
                .body();
    }

    @Test
    void whereTheRegisterBringsAnotherCodeAPersonSaysWhichIsRight() {
        Clerk lead = Clerk.signedIn(port, "lead");
        String kept = questioned(lead, "2025-09-10");
        Clerk.Seen question = lead.open(kept);
        assertThat(question.words())
                .contains("Decided here O", "The register brought M", "Reason given then No answer");
        Clerk.Seen unsaid = lead.send(kept, kept);
        assertThat(unsaid.status()).isEqualTo(400);
        assertThat(unsaid.words()).contains("Choose which code is right", "Say why this code is right");
        Clerk.Seen typed = lead.send(kept, kept, "choice", "keep");
        assertThat(typed.html()).containsPattern("value=\"keep\"[^>]*checked");
        Clerk.Seen settled = lead.send(kept, kept, "choice", "keep", "reason", "The note was forged");
        assertThat(settled.words()).contains("Code O stands", "Wednesday 10 September 2025, morning M");

        String followed = questioned(lead, "2025-09-11");
        assertThat(lead.send(followed, followed, "choice", "follow", "reason", "Seen the letter")
                        .words())
                .contains("The register's code M stands");
        assertThat(lead.open("/pupils/999001/PG4/marks/2025-09-11/AM").words())
                .contains("Dropped in favour of the register by lead (Seen the letter)");
        assertThat(lead.open(followed).status()).isEqualTo(404);
    }

    @Test
    void aFormSentTwiceDecidesOnce() {
        TwoSchools.marked(port, mark("PG3", "2025-09-11", "AM", "N"));
        Clerk office = Clerk.signedIn(port, "office");
        String page = "/pupils/999001/PG3/marks/2025-09-11/AM";
        change(office, page, "O", "No answer", "decide", "N");
        Clerk.Seen twice = change(office, page, "O", "No answer", "decide", "N");
        assertThat(twice.status()).isEqualTo(200);
        assertThat(twice.words())
                .containsOnlyOnce("Decided here: O in place of N")
                .doesNotContain("Replaced");
        change(office, page, "I", "Ill", "amend", "N");
        Clerk.Seen amendedTwice = change(office, page, "I", "Ill", "amend", "N");
        assertThat(amendedTwice.status()).isEqualTo(200);
        assertThat(amendedTwice.words()).containsOnlyOnce("Changed from N to I by hand");
    }

    @Test
    void aDecisionMadeByMistakeIsTakenBack() {
        TwoSchools.marked(port, mark("PG3", "2025-09-10", "PM", "N"));
        Clerk office = Clerk.signedIn(port, "office");
        String page = "/pupils/999001/PG3/marks/2025-09-10/PM";
        change(office, page, "O", "No answer", "decide", "N");
        assertThat(office.open(page).words()).contains("To take it back, decide the register's code again");
        Clerk.Seen back = change(office, page, "N", "The wrong pupil", "decide", "N");
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.words())
                .contains("The decision for code O was taken back. The register's code N stands.")
                .contains("Taken back by office (The wrong pupil)");
        assertThat(office.open("/codes-to-enter").words()).doesNotContain("(PG3) Wednesday 10 September");
        Clerk.Seen twice = change(office, page, "N", "The wrong pupil", "decide", "N");
        assertThat(twice.status()).isEqualTo(200);
    }

    @Test
    void aMarkThatChangedMeanwhileIsNotOverwritten() {
        TwoSchools.marked(port, mark("PG3", "2025-09-12", "AM", "I"));
        Clerk.Seen stale = change(
                Clerk.signedIn(port, "office"),
                "/pupils/999001/PG3/marks/2025-09-12/AM",
                "O",
                "No answer",
                "amend",
                "N");
        assertThat(stale.status()).isEqualTo(400);
        assertThat(stale.words()).contains("The code changed from N to I while this page was open", "No answer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | why | decide | Enter the new code",
                "QQ      | why | decide | There is no register code QQ",
                "H       | why | decide | Code H ended on 18 August 2024",
                "N       | why | decide | The register already has code N here",
                "O       | '' | decide | Say why the code changes",
                "O       | why | '' | Choose what the new code is for",
            })
    void whatIsWrongIsSaidBesideItsField(String code, String reason, String way, String said) {
        TwoSchools.marked(port, mark("PG3", "2025-09-12", "PM", "N"));
        Clerk.Seen refused = change(
                Clerk.signedIn(port, "office"), "/pupils/999001/PG3/marks/2025-09-12/PM", code, reason, way, "N");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.title()).startsWith("Error: ");
        assertThat(refused.words()).contains("There is a problem", said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pupils/950001/PH0/marks/2025-09-08/AM",
                "/pupils/950098/PH0/marks/2025-09-08/AM",
                "/pupils/999001/nobody/marks/2025-09-08/AM",
                "/pupils/999001/PG3/marks/2025-02-30/AM",
                "/pupils/999001/PG3/marks/2025-09-08/noon",
                "/pupils/here/PG3/marks/2025-09-08/AM",
                "/codes-to-enter/questions/999999999"
            })
    void whatIsNotTheirsLooksLikeWhatDoesNotExist(String address) {
        Clerk office = Clerk.signedIn(port, "office");
        Clerk.Seen absent = office.open(address);
        assertThat(absent.status()).isEqualTo(404);
        assertThat(absent.words()).isEqualTo(office.open("/nothing-here").words());
        assertThat(office.post(office.tokenOf("/imports"), address, "way", "decide")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSessionThatCannotBeChangedSaysWhy() {
        Clerk office = Clerk.signedIn(port, "office");
        assertThat(office.open("/pupils/999001/PG3/marks/2025-09-13/AM").words())
                .contains("The school holds no session then");
        assertThat(office.open("/pupils/999001/PG3/marks/2099-09-14/AM").words())
                .contains("has not come yet");
        assertThat(office.open("/pupils/999001/PG40/marks/2025-09-03/PM").words())
                .contains("No mark has been imported for this session yet")
                .doesNotContain("Give it another code");
    }

    @Test
    void theAuthorityReadsAndChangesNothing() {
        Clerk auditor = Clerk.signedIn(port, "auditor");
        Clerk.Seen page = auditor.open("/pupils/999001/PG3/marks/2025-09-08/PM");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.words()).doesNotContain("Give it another code");
        assertThat(auditor.open("/codes-to-enter").status()).isEqualTo(403);
        assertThat(auditor.post(auditor.tokenOf("/"), page.address(), "way", "amend", "code", "O", "reason", "x")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Clerk.signedIn(port, "admin").open(page.address()).status()).isEqualTo(403);
    }

    private String questioned(Clerk lead, String date) {
        TwoSchools.marked(port, mark("PG4", date, "AM", "N"));
        change(lead, "/pupils/999001/PG4/marks/" + date + "/AM", "O", "No answer", "decide", "N");
        TwoSchools.marked(port, mark("PG4", date, "AM", "M"));
        String html = lead.open("/codes-to-enter").html();
        Matcher link = Pattern.compile("(/codes-to-enter/questions/\\d+)\"[^>]*>[^<]*\\(PG4\\)")
                .matcher(html);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static Clerk.Seen change(Clerk who, String page, String code, String reason, String way, String seen) {
        return who.send(page, page, "code", code, "reason", reason, "way", way, "seen", seen);
    }
}
