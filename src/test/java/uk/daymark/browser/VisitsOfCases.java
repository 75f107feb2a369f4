package uk.daymark.browser;

import static uk.daymark.browser.Visit.of;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** The pages of cases and of their history, of tasks and of letters. A page that is added gets a line here. */
final class VisitsOfCases {

    private VisitsOfCases() {}

    static List<Visit> in(Town town) {
        String open = town.at("case");
        List<Visit> visits = new ArrayList<>(List.of(
                of("cases/list", "full", "lead", "/cases"),
                of("cases/list", "empty", "lead", "/cases?status=CLOSED"),
                of("cases/new", "clean", "lead", "/cases/new?pupil=K2&school=" + Town.OURS),
                of("cases/new", "errors", "lead", "/cases/new?pupil=K2&school=" + Town.OURS)
                        .pressing("Open the case"),
                of("cases/overview", "full", "lead", open),
                of("cases/attendance", "full", "lead", open + "/attendance"),
                of("cases/people", "full", "lead", open + "/people"),
                of("cases/timeline", "full", "lead", open + "/timeline"),
                of("cases/documents", "full", "lead", open + "/documents"),
                of("cases/documents", "errors", "lead", open + "/documents").pressing("Add the document"),
                of("cases/close", "clean", "lead", open + "/close"),
                of("cases/close", "errors", "lead", open + "/close").pressing("Close the case"),
                of("cases/correct", "clean", "lead", town.at("entry")),
                of("cases/correct", "errors", "lead", town.at("entry")).pressing("Correct the entry"),
                of("cases/correct-support", "clean", "lead", town.at("support")),
                of("cases/correct-support", "errors", "lead", town.at("support"))
                        .typing("Day on which it ended (optional)", "tomorrow")
                        .pressing("Correct the record")));
        for (String sort : List.of("note", "call", "request", "meeting", "support", "earlier")) {
            visits.add(of("cases/log", "clean-" + sort, "lead", open + "/log/" + sort));
            visits.add(of("cases/log", "errors-" + sort, "lead", open + "/log/" + sort)
                    .pressing("Save"));
        }
        visits.addAll(history(town, open));
        visits.addAll(tasks(town));
        visits.addAll(letters(town));
        return visits;
    }

    private static List<Visit> history(Town town, String open) {
        return List.of(
                of("audit/path", "full", "auditor", open + "/history"),
                of("audit/path", "full-names-hidden", "auditor", open + "/history?names=hidden"),
                of("audit/rules", "full", "auditor", open + "/history/rules"),
                of("audit/changes", "full", "auditor", open + "/history/changes"),
                of("audit/integrity", "full", "auditor", open + "/history/integrity"),
                of("audit/on-a-day", "full", "auditor", open + "/history/on-a-day"),
                of("audit/on-a-day", "errors", "auditor", open + "/history/on-a-day?date=2099-01-01"),
                of("audit/who-looked", "full", "auditor", open + "/history/who-looked"),
                of("audit/export", "clean", "auditor", open + "/history/export"),
                of("audit/search", "clean", "auditor", "/history"),
                of("audit/search", "errors", "auditor", "/history")
                        .typing("First day", "soon")
                        .pressing("Find"),
                of("audit/seals", "full", "auditor", "/seals"),
                of("audit/lodge", "clean", "admin", town.at("seal")),
                of("audit/lodge", "errors", "admin", town.at("seal")).pressing("Record it"));
    }

    private static List<Visit> tasks(Town town) {
        String task = town.at("task");
        String saved = town.at("saved list");
        return List.of(
                of("worklist/views", "full", "lead", "/tasks/views"),
                of("worklist/views", "empty", "officer", "/tasks/views"),
                of("worklist/views", "errors", "lead", "/tasks/views").pressing("Save this list"),
                of("worklist/view", "clean", "lead", saved),
                of("worklist/view", "errors", "lead", saved)
                        .then(page ->
                                page.locator("main input[type=text]").first().fill(""))
                        .pressing("Save"),
                of("worklist/view-delete", "clean", "lead", saved + "/delete"),
                of("worklist/together", "clean", "lead", "/tasks?view=all")
                        .then(VisitsOfCases::tickOne)
                        .pressing("Give to a colleague"),
                of("worklist/together", "errors", "lead", "/tasks?view=all")
                        .then(VisitsOfCases::tickOne)
                        .pressing("Give to a colleague")
                        .pressing("Give"),
                of("worklist/together-done", "clean", "office", "/tasks?view=available")
                        .then(VisitsOfCases::tickOne)
                        .pressing("Print letters"),
                of("worklist/tasks", "full", "office", "/tasks?view=available"),
                of("worklist/tasks", "clean-filtered-to-nothing", "office", "/tasks?view=available&q=no-such-word"),
                of("worklist/tasks", "errors", "lead", "/tasks?view=all").pressing("Give to a colleague"),
                of("worklist/tasks", "empty", "panel", "/tasks?view=mine"),
                of("worklist/task", "clean", "lead", task),
                of("worklist/task", "errors", "lead", task)
                        .choosing("They gave a reason")
                        .typing("Month", "Nonember")
                        .pressing("Save"),
                of("worklist/postpone", "clean", "lead", task + "/postpone"),
                of("worklist/postpone", "errors", "lead", task + "/postpone").pressing("Postpone"),
                of("worklist/assign", "clean", "lead", task + "/assign"),
                of("worklist/assign", "errors", "lead", task + "/assign")
                        .then(page -> page.evaluate(
                                "() => { document.querySelector('#assignee').selectedOptions[0].value = 'nobody' }"))
                        .pressing("Give"),
                of("worklist/task-ended", "clean", "lead", town.at("task ended")),
                of("worklist/confirm", "clean", "officer", town.at("task of the law"))
                        .choosing("Act")
                        .typing("Why?", "Support was offered twice.\nIt was refused.")
                        .pressing("Save"));
    }

    private static void tickOne(Page page) {
        page.locator("input[name=pick]").first().check();
    }

    private static List<Visit> letters(Town town) {
        return List.of(
                of("letters/letters", "full", "lead", "/letters"),
                of("letters/letters", "empty", "lead", "/letters?show=withdrawn"),
                of("letters/letter", "full", "lead", town.at("letter")),
                of("letters/print", "full", "office", town.at("print")),
                of("letters/holds", "clean", "lead", "/letters/holds"),
                of("letters/holds", "errors", "lead", "/letters/holds").pressing("Hold letters"),
                of("letters/letterheads", "full", "admin", "/letters/letterheads"),
                of("letters/letterhead", "clean", "lead", "/letters/letterheads/" + Town.OURS),
                of("letters/letterhead", "errors", "lead", "/letters/letterheads/" + Town.OURS)
                        .then(page -> page.locator("#replyDays").fill("many"))
                        .pressing("Save"),
                of("letters/authority-letterhead", "clean", "officer", "/letters/authority-letterhead"),
                of("letters/authority-letterhead", "errors", "officer", "/letters/authority-letterhead")
                        .then(page -> page.locator("main textarea, main input[type=text]")
                                .all()
                                .forEach(box -> box.fill("")))
                        .pressing("Save"));
    }
}
