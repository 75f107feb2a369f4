package uk.daymark.browser;

import static uk.daymark.browser.Visit.of;

import com.microsoft.playwright.Page;
import java.util.List;

/** The pages of a school's day: registers, imports, figures, calls, late book, leave. A page that is added gets a line here. */
final class VisitsOfTheSchool {

    private VisitsOfTheSchool() {}

    static List<Visit> in(Town town) {
        String pupil = "/pupils/" + Town.OURS + "/K1";
        String calendar = "/schools/" + Town.OURS + "/calendar";
        return List.of(
                of("attendance/pupils", "full", "lead", "/pupils"),
                of("attendance/pupils", "empty", "lead", "/pupils?q=nobody+of+that+name"),
                of("attendance/pupil", "full", "lead", pupil),
                of("attendance/pupil", "empty", "auditor", "/pupils/" + CountyHall.SCHOOL + "/PW9"),
                of("attendance/pupil", "errors", "lead", pupil)
                        .typing("See the figures as they stood on another day", "tomorrow")
                        .pressing("Show"),
                of("checks/try-the-rules", "clean", "panel", "/try-the-rules"),
                of("checks/try-the-rules", "full", "panel", "/try-the-rules").pressing("Show the figures"),
                of("checks/try-the-rules", "errors", "panel", "/try-the-rules")
                        .typing("Marks", "2025-09-08 / \\\n2025-09-09 x")
                        .typing("Last day of the register", "2025-02-30")
                        .pressing("Show the figures"),
                of("firstday/unaccounted", "full", "office", "/unaccounted"),
                of("firstday/round", "full", "office", town.at("round")),
                of("firstday/round", "empty", "office", town.at("round not rung")),
                of("leave/leave", "full", "office", "/leave?state=ASKED"),
                of("leave/leave", "clean", "auditor", "/leave"),
                of("leave/find-pupil", "clean", "office", "/leave/new"),
                of("leave/find-pupil", "full", "office", "/leave/new?q=Leaver"),
                of("leave/find-pupil", "empty", "office", "/leave/new?q=nobody"),
                of("leave/request-form", "clean", "office", "/leave/new/" + Town.OURS + "/LL1"),
                of("leave/request-form", "errors", "office", "/leave/new/" + Town.OURS + "/LL1")
                        .pressing("Enter the request"),
                of("leave/one-leave", "full", "office", town.at("leave")),
                of("leave/one-leave", "errors", "office", town.at("leave")).pressing("Take the request back"),
                of("punctuality/late-book", "full", "office", "/late-book?day=2025-09-11"),
                of("punctuality/late-book", "empty", "auditor", "/late-book?day=2025-09-10"),
                of("punctuality/late-book", "errors", "office", "/late-book?day=2025-09-11")
                        .pressing("Enter in the late book"),
                of("punctuality/strike-out", "clean", "office", town.at("strike out")),
                of("punctuality/strike-out", "errors", "office", town.at("strike out"))
                        .pressing("Strike out"),
                of("publicplace/suspensions", "clean", "lead", pupil + "/suspensions"),
                of("publicplace/suspensions", "errors", "lead", pupil + "/suspensions")
                        .pressing("Enter the suspension"),
                of("publicplace/suspensions", "errors-of-a-sighting", "lead", pupil + "/suspensions")
                        .pressing("Enter the sighting"),
                of("register/calendars", "full", "admin", "/schools"),
                of("register/calendar", "full", "lead", calendar),
                of("register/calendar-take-out", "clean", "admin", calendar + "/TERM/2025-09-03/take-out"),
                of("register/calendar-take-out", "errors", "admin", calendar + "/TERM/2025-09-03/take-out")
                        .pressing("Take it out"),
                of("register/code-question", "clean", "lead", town.at("question")),
                of("register/code-question", "errors", "lead", town.at("question"))
                        .pressing("Save"),
                of("register/codes-to-enter", "full", "lead", "/codes-to-enter"),
                of("register/imports", "full", "office", "/imports"),
                of("register/imports", "full-with-a-held-file", "lead", "/imports"),
                of("register/imports", "errors", "office", "/imports").pressing("Check the file"),
                of("register/import-help", "clean", "office", "/help/imports"),
                of("register/import-preview", "full", "office", town.at("preview")),
                of("register/import-preview", "errors", "office", town.at("preview"))
                        .pressing("Import"),
                of("register/preview-over", "clean", "office", town.at("preview"))
                        .then(page -> sendTo(page, town.at("thrown away") + "/apply"))
                        .pressing("Import"),
                of("register/import-held", "full", "lead", town.at("held")),
                of("register/import-held", "errors", "lead", town.at("held")).pressing("Let it through"),
                of("register/import-result", "full", "office", town.at("imported")),
                of("register/import-running", "clean", "office", town.at("running")),
                of("register/import-failed", "clean", "office", town.at("failed")),
                of("register/mark", "clean", "lead", town.at("mark")),
                of("register/mark", "errors", "lead", town.at("mark")).pressing("Save"),
                of("register/mark", "full", "lead", town.at("mark with history")));
    }

    /** As from a page that was opened before the file was thrown away. */
    private static void sendTo(Page page, String address) {
        page.evaluate("to => { document.querySelector('form[action$=\"/apply\"]').action = to }", address);
    }
}
