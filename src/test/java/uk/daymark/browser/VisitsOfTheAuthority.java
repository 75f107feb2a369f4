package uk.daymark.browser;

import static uk.daymark.browser.Visit.of;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;

/** The pages of the authority and those around every page. A page that is added gets a line here. */
final class VisitsOfTheAuthority {

    private VisitsOfTheAuthority() {}

    static List<Visit> in(Town town) {
        List<Visit> visits = new ArrayList<>(List.of(
                of("referrals/queue", "full", "officer", "/referrals"),
                of("referrals/queue", "empty", "officer", "/referrals?q=nobody-of-this-name"),
                of("referrals/referral", "full", "officer", town.at("referral")),
                of("referrals/referral", "full-accepted", "auditor", town.at("referral accepted")),
                of("panel/sittings", "full", "officer", "/panel"),
                of("panel/sitting", "full", "officer", town.at("sitting")),
                of("panel/sitting", "errors", "officer", town.at("sitting")).pressing("Add to the minutes"),
                of("panel/correct", "clean", "officer", town.at("minutes")),
                of("panel/correct", "errors", "officer", town.at("minutes")).pressing("Correct"),
                of("prosecutions/file", "full", "auditor", town.at("prosecution")),
                of("prosecutions/file", "clean-only-opened", "auditor", town.at("prosecution opened")),
                of("policy/policies", "full", "officer", "/policies"),
                of("policy/policy", "full", "officer", "/policies/cambridgeshire"),
                of("practice/practice", "clean", "admin", "/practice"),
                of("practice/practice", "errors", "admin", "/practice")
                        .typing("To which day", "tomorrow")
                        .pressing("Move to that time")));
        visits.addAll(ledger(town));
        visits.addAll(frame(town));
        return visits;
    }

    private static List<Visit> ledger(Town town) {
        String family = "/" + CountyHall.SCHOOL + "/PW2";
        String nobody = "/" + CountyHall.SCHOOL + "/PW9";
        String withdrawal = town.at("notice") + "/enter/withdrawal";
        return List.of(
                of("ledger/ledger", "full", "officer", "/ledger?q=Pagewell"),
                of("ledger/ledger", "empty", "officer", "/ledger?q=nobody-of-this-name"),
                of("ledger/notice", "full-paid", "officer", town.at("notice paid")),
                of("ledger/notice", "full-unpaid", "officer", town.at("notice")),
                of("ledger/enter", "clean", "officer", withdrawal),
                of("ledger/enter", "errors", "officer", withdrawal).pressing("Enter"),
                of("ledger/withdrawal-requests", "clean", "officer", town.at("notice") + "/withdrawal-requests"),
                of("ledger/withdrawal-requests", "errors", "officer", town.at("notice") + "/withdrawal-requests")
                        .then(page -> sendSignOutTo(page, town.at("notice") + "/withdrawal-requests"))
                        .pressing("Sign out"),
                of("ledger/pupil", "full", "officer", "/ledger" + family),
                of("ledger/pupil", "empty", "officer", "/ledger" + nobody),
                of("ledger/earlier", "clean", "officer", "/ledger" + family + "/earlier"),
                of("ledger/earlier", "errors", "officer", "/ledger" + family + "/earlier")
                        .pressing("Enter the notice"),
                of("ledger/payments", "full", "officer", "/payments"),
                of("ledger/payment-form", "clean", "officer", town.at("new payment")),
                of("ledger/payment-form", "errors", "officer", town.at("new payment"))
                        .then(page -> page.locator("#receivedOn").fill("31 2 2025"))
                        .pressing("Enter the payment"),
                of("ledger/payment", "full", "officer", town.at("payment")),
                of("ledger/payment", "errors", "officer", town.at("payment")).pressing("Strike it out"),
                of("ledger/family", "full", "officer", "/families" + family + "/statement"),
                of("ledger/family", "empty", "officer", "/families" + nobody + "/statement"),
                of("ledger/statement", "full", "officer", "/families" + family + "/statement")
                        .then(page -> page.navigate(Town.link(page, "Statement of Ms Nadia2 Pagewell"))));
    }

    /** Lets the session end while somebody types, and signs in again. The browser forgets the person at the end. */
    private static void leaveAnswers(Page page) {
        page.context().clearCookies();
        Browsers.signIn(page, "lead");
        page.navigate("/cases/new?pupil=K2&school=" + Town.OURS);
        page.getByLabel("Why is a case opened?").fill("The mother asked for help.");
        page.request().get("/test/session-ends");
        page.waitForTimeout(2_100);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open the case"))
                .click();
        Browsers.signIn(page, "lead");
        page.waitForLoadState();
        page.context().clearCookies();
    }

    /** As from a page that was opened while one could still ask: this page has no other form. */
    private static void sendSignOutTo(Page page, String address) {
        page.evaluate("to => { document.querySelector('form[action$=\"/sign-out\"]').action = to }", address);
    }

    private static List<Visit> frame(Town town) {
        List<Visit> visits = new ArrayList<>(List.of(
                of("sign-in", "clean", "", "/sign-in"),
                of("sign-in", "errors", "", "/sign-in")
                        .typing("User name", "lead")
                        .typing("Password", "guess")
                        .pressing("Sign in"),
                of("help", "clean", "", "/help"),
                of("help", "clean-signed-in", "lead", "/help"),
                of("accessibility-statement", "clean", "", "/accessibility-statement"),
                of("kept-answers", "clean", "", "/sign-in").then(VisitsOfTheAuthority::leaveAnswers),
                of("home", "clean", "admin", "/"),
                of("reports/reports", "full", "lead", "/reports"),
                of("reports/report", "full", "lead", "/reports/letters"),
                of("reports/report", "errors", "lead", "/reports/first-day-calls?period=dates&from=soon&to=2025-09-01"),
                of("problem", "clean-no-sitting-on-that-day", "panel", "/panel/2026-07-21"),
                of("problem", "clean-no-such-page", "lead", "/nothing-here"),
                of("problem", "clean-not-yours", "lead", town.at("prosecution")),
                of("problem", "clean-session-ended", "", "/sign-in")
                        .typing("User name", "lead")
                        .typing("Password", "practice")
                        .pressing("Sign in")
                        .then(page -> page.context().clearCookies())
                        .pressing("Sign out")));
        for (String topic : List.of("tasks", "calls", "cases", "keyboard", "words")) {
            visits.add(of("help/topic", "clean-" + topic, "", "/help/" + topic));
        }
        visits.add(of("help/tour", "clean", "", "/help/tour"));
        for (String how : List.of("not-found", "not-allowed", "conflict", "too-large", "unexpected", "invalid")) {
            visits.add(of("problem", "clean-" + how, "lead", "/test/fail/" + how));
        }
        return visits;
    }
}
