package uk.daymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import uk.daymark.Http;
import uk.daymark.browser.Browsers.View;
import uk.daymark.journey.OwnApplication;
import uk.daymark.register.web.FailedFile;
import uk.daymark.register.web.SlowFile;
import uk.daymark.register.web.TwoSchools;

/**
 * An application of its own in which there is something to see on every page, on the morning of 15 September 2025: the school's side.
 * What belongs to the authority is in {@link CountyHall}.
 */
final class Town implements AutoCloseable {

    static final String OURS = TwoSchools.OURS;

    private final OwnApplication daymark = OwnApplication.empty("2025-09-15T09:25", OURS);
    private final SlowFile slow = new SlowFile(daymark.context());
    private final Map<String, String> addresses = new HashMap<>();

    Town() {
        TwoSchools.exist(port());
        families();
        imports();
        codes();
        firstDay();
        lateBookAndLeave();
        aCase();
        addresses.put("running", slow.address());
        addresses.put("failed", FailedFile.address(daymark.context()));
    }

    int port() {
        return daymark.port();
    }

    OwnApplication daymark() {
        return daymark;
    }

    /** Where that is; it was put there before. */
    String at(String what) {
        assertThat(addresses).containsKey(what);
        return addresses.get(what);
    }

    void put(String what, String address) {
        addresses.put(what, address);
    }

    @Override
    public void close() {
        slow.close();
        daymark.close();
    }

    private void families() {
        daymark.send(
                "pupils",
                "school_urn,pupil_ref,legal_surname,legal_forename,date_of_birth,year_group,form,on_roll_from\n"
                        + pupil("K1", "Khan", "Amira") + pupil("K2", "Khan", "Yusuf")
                        + pupil("L1", "Longname-Featherstonehaugh", "Maximilian") + pupil("LL1", "Leaver", "Mina"));
        daymark.send(
                "contacts",
                "school_urn,pupil_ref,contact_ref,priority,title,forename,surname,relationship,parental_responsibility,"
                        + "lives_with,court_order,do_not_contact,correspondence,address_withheld,language,mobile,address_1,town,postcode\n"
                        + contact("K1,CK1,1,Ms,Nadia,Khan,Mother,Y,Y,N,N,Y,N,Urdu")
                        + contact("K2,CK1,1,Ms,Nadia,Khan,Mother,Y,Y,N,N,Y,N,Urdu")
                        + contact("K1,CK2,2,Mr,Omar,Khan,Father,Y,N,Y,Y,N,Y,")
                        + contact("L1,CL1,1,Ms,Leopoldina,Longname-Featherstonehaugh,Mother,Y,Y,N,N,Y,N,"));
    }

    private static String pupil(String ref, String surname, String forename) {
        return OURS + "," + ref + "," + surname + "," + forename + ",2018-01-20,3,3B,2025-09-03\n";
    }

    private static String contact(String words) {
        return OURS + "," + words + ",07700900123,1 Ash Road,Hatfield,AL10 9AA\n";
    }

    private void imports() {
        on("office", page -> {
            put(
                    "preview",
                    upload(
                            page,
                            mark("PG30", "2025-09-04", "AM", "I")
                                    + mark("a pupil nobody knows", "2025-09-04", "AM", "I")));
            put("thrown away", upload(page, mark("PG31", "2025-09-04", "AM", "I")));
            press(page, "Throw this file away");
            upload(page, mark("PG32", "2025-09-04", "AM", "I") + mark("a pupil nobody knows", "2025-09-04", "AM", "I"));
            page.getByLabel("Import the good rows").check();
            press(page, "Import");
            put("imported", path(page));
        });
        on("lead", page -> {
            upload(page, TwoSchools.everybodyAbsent("2025-09-09").substring(TwoSchools.MARKS.length()));
            press(page, "Import");
            put("held", path(page));
        });
    }

    private String upload(Page page, String rows) {
        page.navigate("/imports");
        page.getByLabel("Marks, one line for each session").check();
        page.locator("#file")
                .setInputFiles(new FilePayload(
                        "export.csv", "text/csv", (TwoSchools.MARKS + rows).getBytes(StandardCharsets.UTF_8)));
        press(page, "Check the file");
        return path(page);
    }

    private void codes() {
        marks(
                mark("PG20", "2025-09-08", "AM", "N"),
                mark("PG20", "2025-09-08", "PM", "N"),
                mark("PG21", "2025-09-08", "AM", "N"));
        put("mark", "/pupils/" + OURS + "/PG21/marks/2025-09-08/AM");
        on("lead", page -> {
            for (String half : new String[] {"AM", "PM"}) {
                page.navigate("/pupils/" + OURS + "/PG20/marks/2025-09-08/" + half);
                page.getByLabel("New code").fill("o");
                page.getByLabel("Why").fill("No answer after two calls and a message");
                page.getByLabel("The school's register still has to be changed").check();
                press(page, "Save");
            }
            marks(mark("PG20", "2025-09-08", "AM", "M"));
            page.navigate("/codes-to-enter");
            put("question", link(page, "(PG20), Monday 8 September"));
        });
        put("mark with history", "/pupils/" + OURS + "/PG20/marks/2025-09-08/AM");
    }

    private void firstDay() {
        marks(
                mark("K1", "2025-09-15", "AM", "N"),
                mark("K2", "2025-09-15", "AM", "N"),
                mark("L1", "2025-09-15", "AM", "N"));
        on("office", page -> {
            page.navigate("/unaccounted");
            put("round", link(page, "about Amira Khan"));
            put("round not rung", link(page, "about Maximilian"));
        });
        for (var task : daymark.get("office", "/api/tasks?view=all&size=200&kind=call-household")
                .path("items")) {
            if (task.path("pupilRef").asText().equals("K1")) {
                Http office = daymark.as("office");
                assertThat(office.json(
                                        "/api/tasks/" + task.path("id").asText() + "/complete",
                                        "{\"version\": " + task.path("version")
                                                + ", \"fields\": {\"outcome\": \"no-answer\"}}")
                                .statusCode())
                        .isEqualTo(204);
            }
        }
    }

    private void lateBookAndLeave() {
        on("office", page -> {
            page.navigate("/late-book?day=2025-09-11");
            page.getByLabel("Pupil", new Page.GetByLabelOptions().setExact(true))
                    .fill("LL1");
            page.getByLabel("Time of arrival").fill("9.31");
            page.getByLabel("Reason given").fill("The bus broke down");
            press(page, "Enter in the late book");
            put("strike out", link(page, "Strike out the line of Mina Leaver"));
            page.navigate("/leave/new/" + OURS + "/LL1");
            page.getByLabel("On which day was it asked?").fill("2025-09-12");
            page.getByLabel("First day asked for").fill("2025-10-13");
            page.getByLabel("Last day asked for").fill("2025-10-13");
            page.getByLabel("Exceptional circumstances").check();
            page.getByLabel("What the parent asks and why").fill("Her grandmother is buried <abroad>");
            press(page, "Enter the request");
            put("leave", path(page));
        });
    }

    private void aCase() {
        on("lead", page -> {
            page.navigate("/cases/new?pupil=K1&school=" + OURS);
            page.getByLabel("Why is a case opened?").fill("The mother asked for help.");
            press(page, "Open the case");
            put("case", path(page));
            page.navigate(at("case") + "/log/support");
            page.getByLabel("Early help assessment").check();
            page.getByLabel("What was offered or done").fill("A family worker");
            press(page, "Save");
            page.navigate(at("case") + "/people");
            put(
                    "support",
                    page.locator("tr", new Page.LocatorOptions().setHasText("A family worker"))
                            .getByRole(AriaRole.LINK)
                            .getAttribute("href"));
            page.navigate(at("case") + "/log/note");
            page.getByLabel("What you want to keep").fill("Seems tired");
            press(page, "Save");
            page.navigate(at("case") + "/timeline");
            put("entry", link(page, "(Note: Seems tired)"));
            page.navigate(at("case") + "/documents");
            page.getByLabel("Medical evidence").check();
            page.getByLabel("File")
                    .setInputFiles(
                            new FilePayload("note.txt", "text/plain", "Unwell.".getBytes(StandardCharsets.UTF_8)));
            press(page, "Add the document");
        });
    }

    /** Does something in a browser of its own. */
    void on(String user, java.util.function.Consumer<Page> work) {
        Page page = Browsers.signedIn(port(), View.DESK, user);
        try {
            work.accept(page);
        } finally {
            page.context().close();
        }
    }

    private void marks(String... rows) {
        TwoSchools.marked(port(), rows);
    }

    private static String mark(String ref, String date, String half, String code) {
        return TwoSchools.mark(ref, date, half, code);
    }

    static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
        page.waitForLoadState();
        while (page.title().startsWith("Checking the file") || page.title().startsWith("Importing the file")) {
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Update"))
                    .click();
        }
        assertThat(page.title()).as(page.locator("main").textContent()).doesNotStartWith("Error");
    }

    /** Where the link with these words in its name leads. */
    static String link(Page page, String words) {
        Locator found = page.getByRole(
                AriaRole.LINK,
                new Page.GetByRoleOptions()
                        .setName(Pattern.compile(
                                words.replaceAll("([().])", "\\\\$1").replace(" ", "\\s+"))));
        return found.first().getAttribute("href");
    }

    static String path(Page page) {
        return page.url().replaceFirst("^https?://[^/]+", "");
    }
}
