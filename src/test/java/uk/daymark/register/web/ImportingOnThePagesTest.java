package uk.daymark.register.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.daymark.register.web.TwoSchools.MARKS;
import static uk.daymark.register.web.TwoSchools.OTHER;
import static uk.daymark.register.web.TwoSchools.mark;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.WebTest;

@WebTest
class ImportingOnThePagesTest {

    @LocalServerPort
    int port;

    @Value("${daymark.data}")
    Path data;

    @Autowired
    ImportJobs jobs;

    @BeforeEach
    void schools() {
        TwoSchools.exist(port);
    }

    @Test
    void aFileIsCheckedFirstThenImportedAndItsResultIsShown() {
        Clerk office = Clerk.signedIn(port, "office");
        Clerk.Seen preview = office.upload("marks", MARKS + mark("PG0", "2025-09-08", "AM", "I"));
        assertThat(preview.title()).isEqualTo("Check before importing: Marks, one line for each session - Daymark");
        assertThat(preview.words()).contains("Nothing is stored yet", "New 1", "Changed 0", "In the file 1");
        assertThat(markPage(office, "PG0", "2025-09-08").words()).contains("Not taken");

        Clerk.Seen result = office.send(preview.address(), preview.address() + "/apply");
        assertThat(result.title()).isEqualTo("Imported: Marks, one line for each session - Daymark");
        assertThat(result.words()).contains("Imported: 1 new, 0 changed.", "by office");
        assertThat(markPage(office, "PG0", "2025-09-08").words()).contains("Code in the register I");
        assertThat(office.open("/imports").words()).contains("Recent imports");
    }

    @Test
    void theSameFileAgainChangesNothingAndSaysSo() {
        Clerk office = Clerk.signedIn(port, "office");
        String csv = MARKS + mark("PG0", "2025-09-09", "AM", "I");
        imported(office, csv);
        Clerk.Seen again = office.upload("marks", csv);
        assertThat(again.words()).contains("New 0", "Unchanged 1", "is stored already");
        assertThat(office.send(again.address(), again.address() + "/apply").words())
                .contains("Everything was stored already");
    }

    @Test
    void rowsThatCannotBeImportedAreListedAndDownloaded() {
        Clerk office = Clerk.signedIn(port, "office");
        Clerk.Seen preview = office.upload(
                "marks",
                MARKS
                        + mark("PG0", "2025-09-10", "AM", "I")
                        + mark("PG0", "2025-09-10", "PM", "H")
                        + mark("nobody", "2025-09-10", "AM", "I"));
        assertThat(preview.words())
                .contains("Rows that cannot be imported (2)", "3 code H", "4 pupil_ref nobody", "Code H ended on");
        HttpResponse<String> list = office.fetch(preview.address() + "/rejected-rows.csv");
        assertThat(list.headers().firstValue("content-disposition").orElse("")).contains("rejected-rows.csv");
        assertThat(list.body()).contains("\"line\",\"column\",\"value\",\"reason\"", "\"nobody\"");
    }

    @Test
    void whereRowsAreRejectedAPersonSaysWhatHappensToTheOthers() {
        Clerk office = Clerk.signedIn(port, "office");
        String csv = MARKS + mark("PG0", "2025-09-11", "AM", "I") + mark("PG0", "2025-09-11", "PM", "H");
        Clerk.Seen preview = office.upload("marks", csv);
        Clerk.Seen unsaid = office.send(preview.address(), preview.address() + "/apply");
        assertThat(unsaid.status()).isEqualTo(400);
        assertThat(unsaid.title()).startsWith("Error: ");
        assertThat(unsaid.words()).contains("Choose what happens to the rows that cannot be imported");

        Clerk.Seen refused = office.send(preview.address(), preview.address() + "/apply", "rows", "all");
        assertThat(refused.words()).contains("Nothing was imported, because 1 of 2 rows cannot be imported");
        assertThat(markPage(office, "PG0", "2025-09-11").words()).contains("Not taken");

        Clerk.Seen second = office.upload("marks", csv);
        Clerk.Seen imported = office.send(second.address(), second.address() + "/apply", "rows", "good");
        assertThat(imported.words()).contains("Imported: 1 new, 0 changed. 1 could not be imported.");
        assertThat(markPage(office, "PG0", "2025-09-11").words()).contains("Code in the register I");
    }

    @Test
    void theReasonForChangedMarksIsAskedAndKeptWithTheMark() {
        Clerk office = Clerk.signedIn(port, "office");
        imported(office, MARKS + mark("PG0", "2025-09-12", "AM", "N"));
        Clerk.Seen preview = office.upload("marks", MARKS + mark("PG0", "2025-09-12", "AM", "I"));
        assertThat(preview.words()).contains("Changed 1", "Why marks change (optional)");
        Clerk.Seen tooLong =
                office.send(preview.address(), preview.address() + "/apply", "reason", "typed " + "x".repeat(1000));
        assertThat(tooLong.words()).contains("Keep the reason to 1000 characters", "typed xxx");
        office.send(preview.address(), preview.address() + "/apply", "reason", "Mother rang on Friday");
        assertThat(markPage(office, "PG0", "2025-09-12").words())
                .contains("Changed from N to I by an import", "Mother rang on Friday");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "PK\u0003\u0004 a workbook", "name,age\nAmira,9\n"})
    void aFileThatCannotBeReadIsToldBesideTheField(String content) {
        Clerk office = Clerk.signedIn(port, "office");
        Clerk.Seen refused = office.upload("marks", content);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.title()).isEqualTo("Error: Import - Daymark");
        assertThat(refused.html()).contains("id=\"file-error\"").containsPattern("value=\"marks\"[^>]*checked");
    }

    @Test
    void aFormWithNothingInItIsRefusedInWords() {
        Clerk office = Clerk.signedIn(port, "office");
        assertThat(office.send("/imports", "/imports").words()).contains("Choose what the file holds", "Choose a file");
    }

    @Test
    void aFormSentTwiceHasOneEffect() {
        Clerk office = Clerk.signedIn(port, "office");
        Clerk.Seen preview = office.upload("marks", MARKS + mark("PG1", "2025-09-08", "AM", "I"));
        String token = office.tokenOf(preview.address());
        Clerk.Seen first = office.untilDone(office.follow("", office.post(token, preview.address() + "/apply")));
        Clerk.Seen second = office.untilDone(office.follow("", office.post(token, preview.address() + "/apply")));
        assertThat(second.address()).isEqualTo(first.address());
        assertThat(second.words()).contains("Imported: 1 new, 0 changed.");
        assertThat(office.open(preview.address()).address()).isEqualTo(first.address());
    }

    @Test
    void aFileThatIsThrownAwayIsGone() {
        Clerk office = Clerk.signedIn(port, "office");
        Clerk.Seen preview = office.upload("marks", MARKS + mark("PG1", "2025-09-09", "AM", "I"));
        Path kept = data.resolve("imports").resolve(numberOf(preview) + "-previewed.csv");
        assertThat(kept).exists();
        assertThat(office.open("/imports").html()).contains(preview.address());
        String token = office.tokenOf(preview.address());
        Clerk.Seen gone = office.follow("", office.post(token, preview.address() + "/throw-away"));
        assertThat(gone.words()).contains("The file was thrown away. Nothing was imported.");
        assertThat(kept).doesNotExist();
        assertThat(office.open("/imports").html()).doesNotContain(preview.address());
        Clerk.Seen late = office.untilDone(office.follow("", office.post(token, preview.address() + "/apply")));
        assertThat(late.status()).isEqualTo(410);
        assertThat(late.words()).contains("This file is no longer waiting");
    }

    @Test
    void theFileIsNotKeptOnceItIsImported() {
        Clerk office = Clerk.signedIn(port, "office");
        Clerk.Seen preview = office.upload("marks", MARKS + mark("PG1", "2025-09-10", "AM", "I"));
        office.send(preview.address(), preview.address() + "/apply");
        assertThat(Files.exists(data.resolve("imports").resolve(numberOf(preview) + "-previewed.csv")))
                .isFalse();
    }

    @Test
    void somebodyElsesPreviewLooksLikeOneThatDoesNotExist() {
        Clerk.Seen preview =
                Clerk.signedIn(port, "office").upload("marks", MARKS + mark("PG1", "2025-09-11", "AM", "I"));
        Clerk lead = Clerk.signedIn(port, "lead");
        Clerk.Seen theirs = lead.open(preview.address());
        Clerk.Seen none = lead.open("/imports/00000000-0000-0000-0000-000000000000");
        assertThat(theirs.status()).isEqualTo(404);
        assertThat(theirs.words()).isEqualTo(none.words());
        String token = lead.tokenOf("/imports");
        assertThat(lead.post(token, preview.address() + "/apply").statusCode()).isEqualTo(404);
    }

    @Test
    void marksOfAnotherSchoolAreRejected() {
        Clerk office = Clerk.signedIn(port, "office");
        assertThat(office.upload("marks", MARKS + mark(OTHER, "PH0", "2025-09-08", "AM", "I"))
                        .words())
                .contains("No row of this file can be imported", "you are signed in for 999001");
    }

    @Test
    void anotherSchoolsImportIsNotThere() {
        Clerk admin = Clerk.signedIn(port, "admin");
        Clerk.Seen preview = admin.upload("marks", MARKS + mark(OTHER, "PH1", "2025-09-08", "AM", "I"));
        Clerk.Seen result = admin.send(preview.address(), preview.address() + "/apply");
        assertThat(result.status()).isEqualTo(200);
        assertThat(Clerk.signedIn(port, "office").open(result.address()).status())
                .isEqualTo(404);
    }

    @Test
    void rowsThatTheAdministratorSentAreNotShownToASchool() {
        Clerk admin = Clerk.signedIn(port, "admin");
        Clerk.Seen preview = admin.upload(
                "marks",
                MARKS + mark("PG1", "2025-09-12", "AM", "I") + mark(OTHER, "their pupil", "2025-09-08", "AM", "I"));
        Clerk.Seen result = admin.send(preview.address(), preview.address() + "/apply", "rows", "good");
        assertThat(result.words()).contains("their pupil");
        Clerk office = Clerk.signedIn(port, "office");
        assertThat(office.open(result.address()).words())
                .contains("Only the person who sent the file can see its rows")
                .doesNotContain("their pupil");
        assertThat(office.fetch(result.address() + "/rejected-rows.csv").statusCode())
                .isEqualTo(404);
    }

    @Test
    void linesThatNameNoSchoolAreTakenForTheOneThatIsTyped() {
        Clerk admin = Clerk.signedIn(port, "admin");
        String csv = "pupil_ref,date,session,code\nPH1,2025-09-09,AM,I\n";
        assertThat(admin.upload("marks", csv, "95").words()).contains("A school's URN has six digits");
        Clerk.Seen preview = admin.upload("marks", csv, OTHER);
        assertThat(preview.words()).contains("New 1");
        assertThat(admin.send(preview.address(), preview.address() + "/apply").words())
                .contains("Imported: 1 new");
    }

    @Test
    void eachRoleIsOfferedWhatItMayImport() {
        assertThat(Clerk.signedIn(port, "office").open("/imports").html())
                .contains("value=\"marks\"", "value=\"marks-week\"")
                .doesNotContain("value=\"pupils\"", "value=\"schools\"", "name=\"school\"");
        assertThat(Clerk.signedIn(port, "admin").open("/imports").html())
                .contains("value=\"schools\"", "value=\"contacts\"", "name=\"school\"");
        assertThat(Clerk.signedIn(port, "office")
                        .upload("schools", "school_urn,name\n950009,Elm\n")
                        .words())
                .contains("Choose what the file holds");
        for (String user : new String[] {"officer", "panel", "auditor"}) {
            assertThat(Clerk.signedIn(port, user).open("/imports").status()).isEqualTo(403);
        }
    }

    @Test
    void aLongFileShowsHowFarItIsUntilItsEnd() {
        Clerk office = Clerk.signedIn(port, "office");
        Clerk.Seen done = imported(office, MARKS + mark("PG2", "2025-09-08", "AM", "I"));
        CountDownLatch hold = new CountDownLatch(1);
        ImportJob job =
                jobs.start("office", "slow", new ImportJob.Asked(ImportJob.Step.APPLY, "", UploadForm.EMPTY), () -> {
                    hold.await();
                    return numberOf(done);
                });
        Clerk.Seen running = office.open("/imports/running/" + job.id());
        assertThat(running.words()).contains("Importing the file", "Update");
        assertThat(Clerk.signedIn(port, "lead").open(running.address()).status())
                .isEqualTo(404);
        hold.countDown();
        assertThat(office.untilDone(running).address()).isEqualTo(done.address());
    }

    @Test
    void aLongFileThatFailsEndsOnAPageThatSaysSo() throws Exception {
        Clerk office = Clerk.signedIn(port, "office");
        ImportJob job =
                jobs.start("office", "broken", new ImportJob.Asked(ImportJob.Step.APPLY, "x", UploadForm.EMPTY), () -> {
                    throw new IllegalStateException("inner words");
                });
        job.outcome.get();
        Clerk.Seen failed = office.open("/imports/running/" + job.id());
        assertThat(failed.status()).isEqualTo(409);
        assertThat(failed.words())
                .contains("The file was not imported", "give your administrator this reference")
                .doesNotContain("inner words");
    }

    @Test
    void theHelpNamesEveryColumnThatTheDocumentNames() throws Exception {
        String help = Clerk.signedIn(port, "office").open("/help/imports").words();
        String files = Files.readString(Path.of("docs/imports.md"))
                .split("## The six files")[1]
                .split("\n- ")[0];
        for (String word : files.replaceAll("[*|`(),;:….-]", " ").strip().split("\\s+")) {
            assertThat(help).contains(word);
        }
    }

    private static Clerk.Seen imported(Clerk who, String csv) {
        Clerk.Seen preview = who.upload("marks", csv);
        return who.send(preview.address(), preview.address() + "/apply");
    }

    private static Clerk.Seen markPage(Clerk who, String ref, String date) {
        return who.open("/pupils/999001/" + ref + "/marks/" + date + "/AM");
    }

    private static String numberOf(Clerk.Seen page) {
        return page.address().substring(page.address().lastIndexOf('/') + 1);
    }
}
