package uk.daymark.escalation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.Support;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord.Details;
import uk.daymark.cases.SupportRecord.Response;
import uk.daymark.letters.Letters;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.Conditions;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** Early help is offered, and what else is known of support and circumstances is recorded in the case. */
@Component
class EarlyHelpTask implements TaskHandler {

    private static final String OFFERED = "offered";
    private static final String BEFORE = "offered-before";

    private static final Map<String, Response> RESPONSES =
            Map.of("accepted", Response.ACCEPTED, "declined", Response.DECLINED, "not-yet", Response.NOT_YET);

    private static final Map<String, String> CIRCUMSTANCES =
            Map.of("bereavement", "Bereavement", "illness", "Illness", "unmet-need", "A need that is not met");

    private final OpenCases open;
    private final Support support;
    private final SupportFirst test;
    private final CasePolicy policy;

    EarlyHelpTask(OpenCases open, Support support, SupportFirst test, CasePolicy policy) {
        this.open = open;
        this.support = support;
        this.test = test;
        this.policy = policy;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(Models.EARLY_HELP);
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        return List.of(new Fact("Support on record", test.inWords(open.of(task.key()))));
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        CaseFile file = open.of(task.key());
        boolean before = answer.text(OFFERED).equals(BEFORE);
        boolean offered = answer.text(OFFERED).equals(OFFERED)
                || before
                        && (answer.date("offeredOn").isPresent()
                                || !test.known(file).earlyHelpOffered());
        List<String> other = answer.list("other");
        check(answer, offered, other);
        String reason = answer.text("reason");
        if (offered) {
            support.add(file.ref(), offer(answer), reason);
        }
        opened(file, answer, other, "targeted", SupportKind.TARGETED_SUPPORT, "targetedOpenedOn");
        opened(file, answer, other, "specialist", SupportKind.SPECIALIST_TEACHING, "specialistOpenedOn");
        if (other.contains("send")) {
            support.add(file.ref(), plain(SupportKind.SEND, Optional.empty(), Optional.empty(), ""), reason);
        }
        if (other.contains("ehcp")) {
            support.add(
                    file.ref(),
                    plain(SupportKind.EHCP, Optional.empty(), answer.date("ehcpLastReviewedOn"), ""),
                    reason);
        }
        if (other.contains("iaep")) {
            support.add(file.ref(), plan(answer), reason);
        }
        CIRCUMSTANCES.forEach((option, words) -> {
            if (other.contains(option)) {
                support.add(
                        file.ref(), plain(SupportKind.MITIGATING, Optional.empty(), Optional.empty(), words), reason);
            }
        });
        boolean waiting = offered && answer.text("response").equals("not-yet");
        return Map.of("askAgain", waiting && offers(file) < policy.number(file, "early_help.attempts"));
    }

    private void check(Answer answer, boolean offered, List<String> other) {
        Conditions conditions = new Conditions(answer)
                .holds(
                        !other.contains("targeted")
                                || answer.date("targetedOpenedOn").isPresent(),
                        "targetedOpenedOn",
                        "Enter since when targeted support has been open")
                .holds(
                        !other.contains("specialist")
                                || answer.date("specialistOpenedOn").isPresent(),
                        "specialistOpenedOn",
                        "Enter since when specialist teaching has been involved");
        for (String day :
                List.of("offeredOn", "openedOn", "targetedOpenedOn", "specialistOpenedOn", "ehcpLastReviewedOn")) {
            conditions.day(day, on -> !on.isAfter(policy.today()), "The day must not be in the future");
        }
        if (offered) {
            conditions
                    .day("offeredOn", "Enter the day of the offer")
                    .text("how", "Choose how it was offered")
                    .text("response", "Choose what the family said");
        }
        conditions.check();
    }

    private static Details offer(Answer answer) {
        return new Details(
                SupportKind.EARLY_HELP,
                answer.date("offeredOn"),
                answer.text("how"),
                RESPONSES.getOrDefault(answer.text("response"), Response.NOT_YET),
                answer.date("openedOn"),
                answer.text("withWhom"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                "");
    }

    private void opened(
            CaseFile file, Answer answer, List<String> other, String option, SupportKind kind, String field) {
        if (other.contains(option)) {
            support.add(file.ref(), plain(kind, answer.date(field), Optional.empty(), ""), answer.text("reason"));
        }
    }

    private static Details plan(Answer answer) {
        Optional<Integer> reviews = Optional.ofNullable(answer.fields().get("iaepReviews"))
                .map(number -> Integer.valueOf(String.valueOf(number)));
        return new Details(
                SupportKind.IAEP,
                Optional.empty(),
                "",
                Response.ACCEPTED,
                Optional.empty(),
                "",
                Optional.empty(),
                reviews,
                Optional.empty(),
                "",
                "");
    }

    private static Details plain(
            SupportKind kind, Optional<LocalDate> openedOn, Optional<LocalDate> reviewedOn, String note) {
        return new Details(
                kind,
                Optional.empty(),
                "",
                Response.ACCEPTED,
                openedOn,
                "",
                Optional.empty(),
                Optional.empty(),
                reviewedOn,
                note,
                "");
    }

    private long offers(CaseFile file) {
        return test.known(file).records().stream()
                .filter(one -> one.details().kind() == SupportKind.EARLY_HELP
                        && one.details().offeredOn().isPresent()
                        && !Letters.offeredIn(one.details()))
                .count();
    }
}
