package uk.daymark.checks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.enforcement.PublicPlaceFacts;
import uk.daymark.enforcement.ReferralCheck;
import uk.daymark.enforcement.ReferralFigures;
import uk.daymark.enforcement.ReferralQuestion;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.enforcement.SupportFacts;
import uk.daymark.figures.Note;
import uk.daymark.measure.DateRange;
import uk.daymark.policy.Policy;
import uk.daymark.web.JsonFields;

/**
 * Reads the body of a check of a referral. Every fault is noted by pointer before any rule is asked. What is left out is not a fault:
 * the rules say what they could not look at.
 */
final class ReferralFields {

    private static final int MOST = 100_000;

    private final JsonFields body;
    private final PolicyChoice policies;
    private final ReferralCheck rules;
    private final List<Note> notes;

    ReferralFields(JsonFields body, PolicyChoice policies, ReferralCheck rules, List<Note> notes) {
        this.body = body;
        this.policies = policies;
        this.rules = rules;
        this.notes = notes;
    }

    /**
     * The question that the body asks.
     *
     * @throws uk.daymark.web.InvalidInput with every fault of the body
     */
    ReferralQuestion question() {
        Optional<JsonFields> sent = body.object("register");
        Optional<Policy> policy = PolicyFields.read(body, sent, policies, notes);
        ReferralRoute route = body.choice("route", ReferralRoute.class).orElse(ReferralRoute.IRREGULAR);
        Optional<LocalDate> on = CalendarFields.neededDate(body, "on");
        Optional<DateRange> period = body.object("period").flatMap(CalendarFields::period);
        Optional<RegisterFields.Given> given = sent.map(register -> register(register, period));
        ReferralFigures said =
                body.object("figures").map(ReferralFields::figures).orElseGet(ReferralFigures::unknown);
        SupportFacts support =
                body.object("support").map(ReferralFields::support).orElseGet(SupportFacts::unknown);
        Optional<Boolean> warned = body.object("leave").flatMap(leave -> leave.flag("parentsWarned"));
        PublicPlaceFacts publicPlace =
                body.object("publicPlace").map(ReferralFields::publicPlace).orElseGet(PublicPlaceFacts::unknown);
        body.finish();

        Optional<ReferralFigures> measured =
                given.flatMap(register -> period.or(register::days).map(days -> {
                    register.noteSessionsNotTaken(days, body.pointerTo("register"), notes);
                    return rules.figures(policy.orElseThrow(), register.register(), days);
                }));
        return new ReferralQuestion(
                policy.orElseThrow(),
                route,
                on.orElseThrow(),
                measured.map(said::orElse).orElse(said),
                support,
                warned,
                publicPlace,
                given.flatMap(register -> register.calendarOn(on.orElseThrow())));
    }

    private RegisterFields.Given register(JsonFields register, Optional<DateRange> period) {
        if (period.isEmpty() && register.any("marks").isPresent()) {
            register.need("register");
        }
        return new RegisterFields(register, notes).read(period);
    }

    private static ReferralFigures figures(JsonFields figures) {
        Optional<Integer> absent = number(figures, "absent");
        Optional<Integer> unauthorised = number(figures, "unauthorised");
        if (unauthorised
                .filter(many -> absent.filter(all -> many > all).isPresent())
                .isPresent()) {
            figures.fault("unauthorised", "More sessions are unauthorised than were missed.");
        }
        return new ReferralFigures(
                number(figures, "schoolWeeks"),
                Optional.empty(),
                number(figures, "possible"),
                absent,
                unauthorised,
                number(figures, "nMarks"),
                number(figures, "leaveRun"),
                Optional.empty());
    }

    private static SupportFacts support(JsonFields support) {
        return new SupportFacts(
                support.flag("earlyHelpOffered"),
                CalendarFields.date(support, "earlyHelpOpenedOn"),
                CalendarFields.date(support, "targetedSupportOpenedOn"),
                CalendarFields.date(support, "specialistTeachingOpenedOn"),
                number(support, "iaepReviews"),
                support.flag("ehcp"),
                CalendarFields.date(support, "ehcpLastReviewedOn"));
    }

    private static PublicPlaceFacts publicPlace(JsonFields place) {
        return new PublicPlaceFacts(
                CalendarFields.date(place, "seenOn"),
                CalendarFields.date(place, "suspendedFrom"),
                number(place, "days"),
                place.flag("noticeUnderS104OnFile"));
    }

    private static Optional<Integer> number(JsonFields fields, String name) {
        return fields.whole(name).filter(number -> {
            boolean fits = number >= 0 && number <= MOST;
            if (!fits) {
                fields.fault(name, "Give a number from 0 to " + MOST + ".");
            }
            return fits;
        });
    }
}
