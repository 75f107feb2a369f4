package uk.daymark.browser;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import uk.daymark.Http;
import uk.daymark.enforcement.ledger.LedgerForTests;
import uk.daymark.enforcement.web.PageFamilies;
import uk.daymark.enforcement.web.ReferralsForTests;
import uk.daymark.journal.Seals;
import uk.daymark.journal.SealsForTests;
import uk.daymark.letters.Letters;
import uk.daymark.time.Turn;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.engine.FixtureModels;
import uk.daymark.worklist.web.FixtureWork;

/** What there is to see of the authority's pages, of letters, tasks and seals in a {@link Town}. */
final class CountyHall {

    static final String SCHOOL = PageFamilies.OURS;

    private final Town town;
    private final ApplicationContext context;
    private final LocalDate today;

    private CountyHall(Town town) {
        this.town = town;
        this.context = town.daymark().context();
        this.today = LocalDate.now(context.getBean(Clock.class));
    }

    /** Puts it all there. */
    static void opens(Town town) {
        CountyHall hall = new CountyHall(town);
        PageFamilies.exist(town.port());
        hall.referrals();
        hall.ledger();
        hall.letter();
        hall.tasks();
        SealsForTests.make(hall.context.getBean(Seals.class));
        town.put(
                "seal",
                "/seals/"
                        + hall.context.getBean(Seals.class).last().orElseThrow().number() + "/lodge");
    }

    private void referrals() {
        ReferralsForTests referrals = new ReferralsForTests(context);
        ReferralsForTests.Made waits = referrals.submitted(town.port(), "PW7", 40);
        referrals.task(waits, waits.ref().value(), "PW7", "officer", "Look at the referral of Amira7 Pagewell");
        ReferralsForTests.Made accepted = referrals.submitted(town.port(), "PW8", 10);
        referrals.prosecuted(accepted);
        referrals.accepted(accepted, today.plusDays(14));
        referrals.task(accepted, accepted.mother().toString(), "PW8", "officer", "Decide for Nadia8 Pagewell");
        town.put("referral", "/referrals/" + waits.ref());
        town.put("referral accepted", "/referrals/" + accepted.ref());
        town.put("prosecution", "/prosecutions/" + accepted.mother());
        town.put("prosecution opened", "/prosecutions/" + accepted.father());
        town.put("sitting", "/panel/" + today.plusDays(14));
        town.on("officer", page -> {
            page.navigate(town.at("sitting"));
            page.getByLabel("Declarations of interest").check();
            page.getByLabel("What is to be written?").fill("None was declared.");
            Town.press(page, "Add to the minutes");
            town.put("minutes", Town.link(page, "Correct None was declared."));
        });
    }

    private void ledger() {
        LedgerForTests ledger = new LedgerForTests(context);
        var paid = ledger.issued(
                SCHOOL,
                "PW2",
                "PM2",
                today.minusDays(9).toString(),
                today.minusDays(3).toString(),
                1);
        var over = ledger.issued(
                SCHOOL,
                "PW2",
                "PF2",
                today.minusDays(90).toString(),
                today.minusDays(60).toString(),
                1);
        town.put("notice paid", "/notices/" + paid);
        town.put("notice", "/notices/" + over);
        payment("{\"notice\": \"" + paid + "\", \"amount\": 80}");
        town.put("payment", "/payments/" + payment(""));
        town.put("new payment", "/payments/new?notice=" + over);
    }

    private String payment(String shares) {
        return Http.program(town.port(), "officer")
                .json(
                        "/api/payments",
                        "{\"entryId\": \"" + UUID.randomUUID() + "\", \"receivedOn\": \"" + today
                                + "\", \"amount\": 80, \"method\": \"BANK\", \"reference\": \"PAGEWELL\","
                                + " \"payer\": \"N Pagewell\", \"shares\": [" + shares + "]}")
                .body()
                .replaceFirst("(?s).*?\"id\"\\s*:\\s*([0-9]+).*", "$1");
    }

    private void letter() {
        String key = "Y-" + Town.OURS + "-K1";
        context.getBean(Turn.class)
                .runAlone(() -> context.getBean(Processes.class)
                        .start("family-letter", key, Map.of("letter", "medical-evidence")));
        String ref = context.getBean(Letters.class).ofKey(key).get(0).ref().toString();
        town.put("letter", "/letters/" + ref);
        town.put("print", "/letters/print?ref=" + ref);
    }

    private void tasks() {
        Clock clock = context.getBean(Clock.class);
        FixtureWork work = new FixtureWork(context.getBean(Processes.class), context.getBean(FixtureModels.class));
        for (int hours : new int[] {-20, 1, 5, 40, 400}) {
            work.make(
                    "Ring Nadia Khan about Amira Khan",
                    "why",
                    "no reason given, 2nd day",
                    "due",
                    clock.instant().plus(Duration.ofHours(hours)));
        }
        work.make(
                "First", "urgent", 9, "pupilName", "Amira Khan, Yusuf Khan and Maximilian Longname-Featherstonehaugh");
        town.put(
                "task", task(work.make("Ring Nadia Khan", "change", "A code for this morning withdraws it"), "office"));
        town.put("task of the law", task(work.make("Decide for Nadia Khan", "group", "officer"), "officer"));
        town.on("lead", page -> {
            page.navigate("/tasks/views?view=all");
            page.locator("main input[type=text]").first().fill("All of it");
            Town.press(page, "Save this list");
            page.navigate("/tasks/views");
            town.put("saved list", Town.link(page, "Rename or delete"));
        });
        String done = task(work.make("Ring Omar Khan"), "office");
        town.put("task ended", done);
        town.on("lead", page -> {
            page.navigate(done);
            page.getByLabel("Nobody answered").check();
            page.getByLabel("What was said").fill("Rang twice");
            Town.press(page, "Save");
        });
    }

    private String task(FixtureWork.Made made, String user) {
        return "/tasks/" + FixtureWork.id(Http.program(town.port(), user), made);
    }
}
