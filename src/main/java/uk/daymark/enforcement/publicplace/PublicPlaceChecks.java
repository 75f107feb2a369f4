package uk.daymark.enforcement.publicplace;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseDocument;
import uk.daymark.cases.CaseDocuments;
import uk.daymark.cases.CaseRef;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.PublicPlaceFacts;
import uk.daymark.enforcement.ReferralAnswer;
import uk.daymark.enforcement.ReferralCheck;
import uk.daymark.enforcement.ReferralQuestion;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.enforcement.SupportFacts;
import uk.daymark.enforcement.referral.ParentCases;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Marks;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.measure.SchoolDays;
import uk.daymark.measure.Timetable;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;
import uk.daymark.policy.Policy;
import uk.daymark.time.LondonTime;

/** Looks at what the authority asks for a pupil seen in a public place, by the same gates as a referral. */
@Component
class PublicPlaceChecks {

    /** The code of the gate that says whether the parents had the duty on that day. */
    static final String DUTY = "NOT_SEEN_IN_THE_FIRST_DAYS";

    /** The code of the gate that says whether the parents had been given notice of the suspension. */
    private static final String NOTICE = "NO_NOTICE_UNDER_S104";

    static final String STATEMENT = "NO_SIGNED_STATEMENT";

    private static final String DEADLINE = "excluded.referral_deadline";

    private final ReferralCheck referrals;
    private final ParentCases parents;
    private final Schools schools;
    private final CaseDocuments documents;
    private final Clock clock;

    PublicPlaceChecks(
            ReferralCheck referrals, ParentCases parents, Schools schools, CaseDocuments documents, Clock clock) {
        this.referrals = referrals;
        this.parents = parents;
        this.schools = schools;
        this.documents = documents;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Policy policy(Urn urn) {
        return parents.policy(school(urn));
    }

    private School school(Urn urn) {
        return schools.find(urn).orElseThrow();
    }

    /** The facts of a suspension and a day. */
    static PublicPlaceFacts facts(Suspension suspension, LocalDate seenOn) {
        return new PublicPlaceFacts(
                Optional.of(seenOn),
                Optional.of(suspension.firstDay()),
                Optional.of(suspension.schoolDays()),
                Optional.of(suspension.noticeGivenBy(seenOn)));
    }

    /** Every rule that is not kept today, or cannot be looked at. */
    List<CheckedRule> against(Urn urn, Suspension suspension, LocalDate seenOn) {
        LocalDate today = today();
        Policy policy = policy(urn);
        MeasuredRegister nothing = new MeasuredRegister(
                schools.timetable(urn),
                List.<Timetable.Part>of(),
                new Marks.Builder().build(),
                Set.of(),
                today,
                Optional.empty(),
                Optional.empty());
        DateRange day = new DateRange(seenOn, seenOn);
        ReferralAnswer answer = referrals.check(new ReferralQuestion(
                policy,
                ReferralRoute.PUBLIC_PLACE,
                today,
                referrals.figures(policy, nothing, day),
                SupportFacts.unknown(),
                Optional.empty(),
                facts(suspension, seenOn),
                Optional.of(schools.calendar(urn))));
        List<CheckedRule> against = new ArrayList<>(answer.failed());
        answer.unknown().stream().filter(rule -> rule.code().equals(DUTY)).forEach(against::add);
        return against;
    }

    /** Whether the parents had the duty on that day; what was found where they had not. */
    Optional<CheckedRule> noDuty(Urn urn, Suspension suspension, LocalDate seenOn) {
        return against(urn, suspension, seenOn).stream()
                .filter(rule -> rule.code().equals(DUTY))
                .findFirst();
    }

    /** Why a sighting counts no longer: the parents had no duty on that day, or had not been given the notice; empty where it counts. */
    Optional<CheckedRule> countsNoLonger(Urn urn, Suspension suspension, LocalDate seenOn) {
        return against(urn, suspension, seenOn).stream()
                .filter(rule -> Set.of(DUTY, NOTICE).contains(rule.code()))
                .findFirst();
    }

    /** The statement of who saw the pupil; what is to be done where it is not on file. */
    Optional<CheckedRule> noStatement(Urn urn, CaseRef ref, LocalDate seenOn) {
        boolean there = documents.of(ref).stream()
                .filter(document -> document.about() == CaseDocument.About.STATEMENT)
                .anyMatch(document ->
                        !document.at().atZone(LondonTime.ZONE).toLocalDate().isBefore(seenOn));
        return there
                ? Optional.empty()
                : Optional.of(new CheckedRule(
                        STATEMENT,
                        "The signed statement of who saw the pupil is not among the documents of the case.",
                        Optional.empty(),
                        policy(urn)
                                .entry(DEADLINE, today())
                                .map(entry -> entry.source())
                                .orElse("Cambridgeshire advice to schools, 2021 (S2)"),
                        "Add it to the case as a document of the kind Statement."));
    }

    /** The last day on which the matter can be referred; empty where the policy has none or the calendar ends before. */
    Optional<LocalDate> lastDay(Urn urn, LocalDate seenOn) {
        return policy(urn).number(DEADLINE, today()).flatMap(days -> after(urn, seenOn, days));
    }

    /** So many school days after a day; empty where the calendar ends before. */
    Optional<LocalDate> after(Urn urn, LocalDate day, int days) {
        Timetable timetable = schools.timetable(urn);
        return timetable.isEmpty() ? Optional.empty() : new SchoolDays(timetable).add(day, days);
    }
}
