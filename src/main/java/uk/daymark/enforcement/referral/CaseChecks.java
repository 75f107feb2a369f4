package uk.daymark.enforcement.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.cases.Support;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.NoticeAnswer;
import uk.daymark.enforcement.NoticeCheck;
import uk.daymark.enforcement.NoticeKind;
import uk.daymark.enforcement.NoticeQuestion;
import uk.daymark.enforcement.PublicPlaceFacts;
import uk.daymark.enforcement.ReferralAnswer;
import uk.daymark.enforcement.ReferralCheck;
import uk.daymark.enforcement.ReferralQuestion;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.enforcement.SupportFacts;
import uk.daymark.enforcement.check.FirmSessions;
import uk.daymark.enforcement.check.NoticeRules;
import uk.daymark.enforcement.referral.Referral.Result;
import uk.daymark.letters.HeldFamilies;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.ProsecutionLimit;
import uk.daymark.measure.Session;
import uk.daymark.people.Pupils;
import uk.daymark.people.Schools;
import uk.daymark.time.Dates;

/** The checks that are about the case: the authority's gates, the register, the time that is left, and support. */
@Component
class CaseChecks {

    private static final String SCHOOL_AGE = "Education Act 1996, section 8, and the orders made under it";
    private static final String CERTIFICATE =
            "Education Act 1996, section 566: the certificate states what the register says";
    private static final String OFFENCE = "Education Act 1996, section 444";

    private final ReferralCheck gates;
    private final NoticeCheck notices;
    private final Support support;
    private final HeldFamilies heldFamilies;
    private final LeaveWarnings leaveWarnings;
    private final Optional<PublicPlaceEvidence> publicPlace;
    private final Schools schools;
    private final Pupils pupils;
    private final Dates dates;
    private final Clock clock;

    CaseChecks(
            ReferralCheck gates,
            NoticeCheck notices,
            Support support,
            HeldFamilies heldFamilies,
            LeaveWarnings leaveWarnings,
            Optional<PublicPlaceEvidence> publicPlace,
            Schools schools,
            Pupils pupils,
            Dates dates,
            Clock clock) {
        this.gates = gates;
        this.notices = notices;
        this.support = support;
        this.heldFamilies = heldFamilies;
        this.leaveWarnings = leaveWarnings;
        this.publicPlace = publicPlace;
        this.schools = schools;
        this.pupils = pupils;
        this.dates = dates;
        this.clock = clock;
    }

    List<Found> of(ReferredCase referred) {
        List<Found> all = new ArrayList<>(gates(referred));
        confirmed(referred, all);
        schoolAge(referred, all);
        sessions(referred, all);
        timeLeft(referred, all);
        held(referred, all);
        support(referred, all);
        return all;
    }

    private List<Found> gates(ReferredCase referred) {
        ReferralAnswer answer = gates.check(new ReferralQuestion(
                referred.policy(),
                referred.route().gates(),
                LocalDate.now(clock),
                gates.figures(referred.policy(), referred.register(), referred.period()),
                SupportFacts.of(support.of(referred.file().ref())),
                leaveWarnings.anyParent(referred.file().ref()),
                publicPlace
                        .flatMap(known -> known.of(referred.file().ref(), referred.period()))
                        .orElseGet(PublicPlaceFacts::unknown),
                Optional.of(schools.calendar(referred.file().school())),
                referred.submittedOn()));
        List<Found> all = new ArrayList<>();
        answer.failed().forEach(rule -> all.add(Found.of(rule, Result.NOT_MET)));
        answer.unknown().forEach(rule -> all.add(Found.of(rule, Result.COULD_NOT_BE_CHECKED)));
        answer.passed().forEach(rule -> all.add(Found.of(rule, Result.MET)));
        return all;
    }

    private void confirmed(ReferredCase referred, List<Found> all) {
        Set<Session> waiting = referred.register().unconfirmed().stream()
                .filter(session -> referred.period().contains(session.date()))
                .collect(Collectors.toSet());
        all.add(
                waiting.isEmpty()
                        ? Found.of(
                                "CODE_NOT_CONFIRMED",
                                Result.MET,
                                "Every code stands in the school's register.",
                                CERTIFICATE)
                        : Found.of(
                                "CODE_NOT_CONFIRMED",
                                Result.NOT_MET,
                                sessions(waiting.size())
                                        + " of the period carry a code that was decided here and that the school's register"
                                        + " has not brought yet.",
                                CERTIFICATE));
    }

    private void schoolAge(ReferredCase referred, List<Found> all) {
        if (referred.register().compulsorySchoolAge().isEmpty()) {
            all.add(Found.of(
                    "DATE_OF_BIRTH_UNKNOWN", Result.NOT_MET, "The pupil's date of birth is not known.", SCHOOL_AGE));
            return;
        }
        DateRange age = referred.register().compulsorySchoolAge().get();
        Set<AttendanceCode> codes = FirmSessions.codes(
                referred.route().gates(),
                referred.policy().countingRules(referred.period().to()));
        long outside = FirmSessions.planned(referred.register(), referred.period()).stream()
                .filter(session -> !age.contains(session.date()))
                .filter(session -> referred.register()
                        .marks()
                        .at(session)
                        .filter(codes::contains)
                        .isPresent())
                .count();
        String span = "The pupil is of compulsory school age from " + dates.day(age.from()) + " to "
                + dates.day(age.to()) + "; ";
        all.add(
                outside == 0
                        ? Found.of(
                                "NOT_COMPULSORY_SCHOOL_AGE",
                                Result.MET,
                                span + "every session lies inside.",
                                SCHOOL_AGE)
                        : Found.of(
                                "NOT_COMPULSORY_SCHOOL_AGE",
                                Result.NOT_MET,
                                span + sessions(outside) + " of the period lie outside.",
                                SCHOOL_AGE));
    }

    private void sessions(ReferredCase referred, List<Found> all) {
        int many = referred.sessions().size();
        all.add(
                many == 0
                        ? Found.of(
                                "NO_SESSIONS",
                                Result.NOT_MET,
                                "The period holds no session that a sanction may rest on.",
                                OFFENCE)
                        : Found.of(
                                "NO_SESSIONS",
                                Result.MET,
                                sessions(many) + " of the period can be relied on, from "
                                        + dates.day(offence(referred).from()) + " to "
                                        + dates.day(offence(referred).to()) + ".",
                                OFFENCE));
    }

    private static DateRange offence(ReferredCase referred) {
        return new DateRange(
                referred.sessions().get(0).session().date(),
                referred.sessions()
                        .get(referred.sessions().size() - 1)
                        .session()
                        .date());
    }

    private void timeLeft(ReferredCase referred, List<Found> all) {
        if (referred.sessions().isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        NoticeAnswer notice = notices.check(new NoticeQuestion(
                referred.policy(),
                referred.route() == Route.PUBLIC_PLACE ? NoticeKind.PUBLIC_PLACE : NoticeKind.ATTENDANCE,
                today,
                today,
                offence(referred),
                referred.stored().dateOfBirth(),
                List.of()));
        ProsecutionLimit limit = notice.prosecuteBy();
        String source = referred.policy()
                .entry("prosecution.limit", today)
                .map(entry -> entry.source())
                .orElse("Magistrates' Courts Act 1980, section 127");
        String days = "A prosecution has to be begun by " + dates.day(limit.safe())
                + ", counted from the first session, and at the very last by " + dates.day(limit.outer())
                + ", counted from the last.";
        if (limit.outer().isBefore(today)) {
            all.add(Found.of("TIME_LIMIT_PASSED", Result.NOT_MET, days, source));
            return;
        }
        all.add(Found.of("TIME_LIMIT_PASSED", Result.MET, days, source));
        Optional<CheckedRule> tooLate = notice.blocked().stream()
                .filter(rule -> rule.code().equals(NoticeRules.NO_TIME))
                .findFirst();
        boolean little =
                notice.warnings().stream().anyMatch(warning -> warning.code().equals("LITTLE_TIME_TO_PROSECUTE"));
        String posted = "A notice posted today could be paid until " + dates.day(notice.fullUntil()) + ". ";
        all.add(Found.of(
                "LITTLE_TIME_LEFT",
                tooLate.isPresent() ? Result.NOT_MET : little ? Result.NEEDS_VIEW : Result.MET,
                posted
                        + (tooLate.isPresent()
                                ? "No time would be left to prosecute if it is not paid."
                                : little ? "Little time would be left to prosecute." : "Time is left to prosecute."),
                source));
    }

    private void held(ReferredCase referred, List<Found> all) {
        String source = "Working rule: what a person holds, nothing overtakes";
        List<HeldFamilies.Held> holds = heldFamilies.standing(referred.file().enrolment(), LocalDate.now(clock));
        if (holds.isEmpty()) {
            all.add(Found.of("HELD_BY_A_PERSON", Result.MET, "Nobody holds letters to this family back.", source));
        }
        holds.stream()
                .findFirst()
                .ifPresent(held -> all.add(new Found(
                        "HELD_BY_A_PERSON",
                        Optional.empty(),
                        Result.NOT_MET,
                        held.kind().title() + ": " + held.why(),
                        source,
                        "",
                        held.until().map(day -> day.plusDays(1)))));
    }

    private void support(ReferredCase referred, List<Found> all) {
        uk.daymark.cases.SupportFacts known = support.of(referred.file().ref());
        if (referred.route().gates() == ReferralRoute.IRREGULAR) {
            String records = known.records().stream()
                    .map(record -> support.words(record.details()))
                    .collect(Collectors.joining(". "));
            all.add(Found.of(
                    "SUPPORT_OFFERED",
                    Result.NEEDS_VIEW,
                    records.isEmpty() ? "No support is on record." : shortened(records),
                    "Support before sanction: codes of conduct (SOUTHWARK, NOTTS)"));
        }
        all.add(Found.of(
                "CIRCUMSTANCES",
                known.mitigating() ? Result.NEEDS_VIEW : Result.MET,
                known.mitigating()
                        ? "Circumstances are on record that have to be weighed."
                        : "No circumstances are on record that point away from a sanction.",
                "Hertfordshire parent note (S0): bereavement, unmet needs and illness point away from a notice"));
        if (referred.route() == Route.STATUTORY_INTERVENTION) {
            String sen =
                    pupils.find(referred.file().pupil()).orElseThrow().details().sen();
            all.add(Found.of(
                    "NEEDS_MET",
                    Result.NEEDS_VIEW,
                    sen.isBlank() || sen.equalsIgnoreCase("N")
                            ? "The school's records name no special educational needs."
                            : "The school's records name special educational needs: " + sen + ".",
                    "Hertfordshire, Information for parents about attendance issues (S0)"));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 1900 ? text : text.substring(0, 1900) + "...";
    }

    private static String sessions(long howMany) {
        return howMany + (howMany == 1 ? " session" : " sessions");
    }
}
