package uk.daymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.daymark.browser.Browsers.View;
import uk.daymark.journey.OwnApplication;

/** Who is unaccounted for this morning, and who was rung: the pages as a clerk, the lead and the head see them. */
class FirstDayPagesTest {

    private static final String URN = "999001";

    private static OwnApplication daymark;

    private final List<Page> opened = new ArrayList<>();

    @BeforeAll
    static void aSchoolWhoseRegistersHaveClosed() {
        daymark = OwnApplication.empty("2025-09-15T09:25", URN);
        daymark.send(
                "schools",
                "school_urn,name,phase,authority,policy,register_opens,register_closes_am,register_closes_pm\n" + URN
                        + ",Commonswood School,primary,hertfordshire,commonswood,08:50,09:20,13:15\n");
        daymark.send("calendar", "school_urn,kind,from,to,session,reason\n" + URN + ",TERM,2025-09-03,2025-12-19,,\n");
        daymark.send(
                "pupils",
                "school_urn,pupil_ref,legal_surname,legal_forename,date_of_birth,year_group,form,on_roll_from\n"
                        + pupil("K1", "Khan", "Amira")
                        + pupil("K2", "Khan", "Yusuf")
                        + pupil("L1", "Longname-Featherstonehaugh", "Maximilian")
                        + pupil("T1", "Thought", "Tam"));
        daymark.send(
                "contacts",
                "school_urn,pupil_ref,contact_ref,priority,forename,surname,relationship,parental_responsibility,lives_with,mobile\n"
                        + contact("K1", "CK1", "Nadia", "Khan")
                        + contact("K2", "CK1", "Nadia", "Khan")
                        + contact("L1", "CL1", "Leopoldina", "Longname-Featherstonehaugh")
                        + contact("T1", "CT1", "Tess", "Thought"));
    }

    private static String pupil(String ref, String surname, String forename) {
        return URN + "," + ref + "," + surname + "," + forename + ",2018-01-20,3,3B,2025-09-03\n";
    }

    private static String contact(String pupil, String ref, String forename, String surname) {
        return URN + "," + pupil + "," + ref + ",1," + forename + "," + surname + ",Mother,Y,Y,07700900123\n";
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    @AfterEach
    void closePages() {
        opened.forEach(page -> page.context().close());
    }

    @Test
    void whoIsUnaccountedForAndWhoWasRungIsFitForAllEmptyAndFull() {
        for (View view : List.of(View.DESK, View.NARROW_WITHOUT_SCRIPTS)) {
            Page page = signedIn(view, "office");
            page.navigate("/unaccounted");
            assertThat(page.locator("main").textContent()).contains("(0)", "Nobody.");
            PageChecks.check(page, "unaccounted-empty-" + view);
        }
        daymark.send(
                "marks",
                "school_urn,pupil_ref,date,session,code\n" + absent("K1") + absent("K2") + absent("L1") + absent("T1"));
        call("K1", "no-answer");
        call("T1", "thought-in-school");
        for (View view : List.of(View.DESK, View.NARROW_WITHOUT_SCRIPTS)) {
            for (String user : List.of("office", "lead", "head")) {
                Page page = signedIn(view, user);
                page.navigate("/unaccounted");
                assertThat(page.locator("h1").textContent()).isEqualTo("Still unaccounted for today (4)");
                assertThat(row(page, "Amira Khan").textContent()).contains("Nadia Khan rung, no answer");
                assertThat(row(page, "Longname").textContent()).contains("Nobody was rung yet");
                assertThat(row(page, "Tam Thought").textContent()).containsIgnoringCase("being looked for");
                if (user.equals("office")) {
                    PageChecks.check(page, "unaccounted-" + view);
                }
            }
            Page page = signedIn(view, "office");
            page.navigate("/unaccounted");
            row(page, "Longname").getByRole(AriaRole.LINK).last().click();
            assertThat(page.locator("h1").textContent()).contains("Maximilian Longname-Featherstonehaugh");
            assertThat(button(page).count()).as("nothing to undo").isZero();
            PageChecks.check(page, "contact-round-not-rung-" + view);
            page.navigate("/unaccounted");
            row(page, "Amira Khan").getByRole(AriaRole.LINK).last().click();
            assertThat(page.locator("h1").textContent()).contains("Amira Khan", "Yusuf Khan");
            assertThat(page.locator("main").textContent())
                    .contains("Recorded by mistake?", "Nadia Khan rung, no answer");
            PageChecks.check(page, "contact-round-" + view);
        }
        for (View view : List.of(View.DESK, View.NARROW_WITHOUT_SCRIPTS)) {
            Page page = signedIn(view, "office");
            page.navigate("/unaccounted");
            row(page, "Amira Khan").getByRole(AriaRole.LINK).last().click();
            button(page).click();
            assertThat(page.locator("main").textContent()).contains("(undone)");
            PageChecks.check(page, "contact-round-undone-" + view);
            call("K1", "no-answer");
        }
        call("L1", "ill");
        Page page = signedIn(View.NARROW, "lead");
        page.navigate("/unaccounted");
        assertThat(page.locator("main").textContent()).doesNotContain("Longname");
    }

    private static Locator row(Page page, String pupil) {
        return page.locator("tbody tr", new Page.LocatorOptions().setHasText(pupil));
    }

    private static Locator button(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo the last call"));
    }

    private static String absent(String ref) {
        return URN + "," + ref + ",2025-09-15,AM,N\n";
    }

    private static void call(String pupil, String outcome) {
        for (JsonNode task : daymark.get("office", "/api/tasks?view=all&size=200&kind=call-household")
                .path("items")) {
            if (task.path("pupilRef").asText().equals(pupil)) {
                HttpResponse<String> answer = daymark.as("office")
                        .json(
                                "/api/tasks/" + task.path("id").asText() + "/complete",
                                "{\"version\": " + task.path("version").asLong() + ", \"fields\": {\"outcome\": \""
                                        + outcome + "\"}}");
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
                return;
            }
        }
        throw new AssertionError("Nobody is to be rung about " + pupil);
    }

    private Page signedIn(View view, String user) {
        Page page = Browsers.signedIn(daymark.port(), view, user);
        opened.add(page);
        return page;
    }
}
