package uk.daymark.leave;

import java.time.LocalDate;
import java.time.Month;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.measure.Session;
import uk.daymark.people.Contact;
import uk.daymark.people.Contacts;
import uk.daymark.people.Enrolment;
import uk.daymark.people.Pupils;

/** What is known of a request as the policy asks for it: who asked, when, and what of a limit was used before. */
@Component
class LeaveLimits {

    private final LeaveStore store;
    private final LeavePolicy policy;
    private final Pupils pupils;
    private final Contacts contacts;

    LeaveLimits(LeaveStore store, LeavePolicy policy, Pupils pupils, Contacts contacts) {
        this.store = store;
        this.policy = policy;
        this.pupils = pupils;
        this.contacts = contacts;
    }

    /**
     * What the policy sets aside for the ground.
     *
     * @param most so many in a school year
     * @param unit of what: "sessions", "school days"
     * @param used so many were given before in the same school year
     * @param asked so many are asked for now
     * @param ofThisYearGroup whether the pupil's year group is one of those it is for
     */
    record Limit(int most, String unit, int used, int asked, boolean ofThisYearGroup) {

        String word() {
            if (!ofThisYearGroup) {
                return "other-year";
            }
            return used + asked > most ? "over" : "within";
        }
    }

    /** The inputs of the table {@code leave-advice}. */
    Map<String, Object> facts(LeaveRequest request) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("ground", request.ground().word());
        facts.put("asker", asker(request));
        facts.put("asked", inAdvance(request) ? "in-advance" : "late");
        facts.put("limit", limit(request).map(Limit::word).orElse("none"));
        facts.put("evidence", request.evidence().isBlank() ? "missing" : "seen");
        return facts;
    }

    /** Whether it came before the first day asked for. */
    static boolean inAdvance(LeaveRequest request) {
        return request.askedOn().isBefore(request.days().from().date());
    }

    /** Whether a parent asked with whom the pupil normally lives: as far as the school has said. */
    private String asker(LeaveRequest request) {
        return link(request)
                .map(link -> link.livesWith() ? "lives-with" : "other")
                .orElse("unknown");
    }

    private Optional<Contact.Link> link(LeaveRequest request) {
        return askedBy(request).map(Contacts.OfPupil::link);
    }

    /** Who asked. */
    Optional<Contacts.OfPupil> askedBy(LeaveRequest request) {
        return request.askedBy()
                .flatMap(contact -> contacts.of(on(request).pupil()).stream()
                        .filter(one -> one.contact().id().equals(contact))
                        .findFirst());
    }

    /** What the policy sets aside for this ground; empty where it says nothing. */
    Optional<Limit> limit(LeaveRequest request) {
        return switch (request.ground()) {
            case SECONDARY_VISIT ->
                policy.number(request.school(), "leave.visits")
                        .map(most -> limit(request, most, "sessions", "leave.visits_years"));
            case ENTRANCE_EXAM ->
                policy.number(request.school(), "leave.entrance_exams")
                        .map(most -> limit(request, most, "school days", "leave.entrance_exams_years"));
            default -> Optional.empty();
        };
    }

    private Limit limit(LeaveRequest request, int most, String unit, String yearsKey) {
        boolean days = unit.equals("school days");
        int used = store.of(request.enrolment()).stream()
                .filter(earlier -> !earlier.ref().equals(request.ref()) && earlier.ground() == request.ground())
                .filter(earlier ->
                        earlier.state() == LeaveRequest.State.GRANTED || earlier.state() == LeaveRequest.State.PART)
                .flatMap(earlier -> earlier.given().stream())
                .filter(given ->
                        sameYear(given.from().date(), request.days().from().date()))
                .mapToInt(given -> count(request, given, days))
                .sum();
        String year = on(request).details().yearGroup();
        boolean forYear = policy.list(request.school(), yearsKey)
                .map(years -> years.stream().anyMatch(one -> sameYearGroup(one, year)))
                .orElse(true);
        return new Limit(most, unit, used, count(request, request.days(), days), forYear);
    }

    private int count(LeaveRequest request, LeaveDays days, boolean wholeDays) {
        List<Session> sessions = days.planned(policy.timetable(request.school()));
        return wholeDays ? (int) sessions.stream().map(Session::date).distinct().count() : sessions.size();
    }

    private Enrolment on(LeaveRequest request) {
        return pupils.enrolment(request.enrolment()).orElseThrow();
    }

    /** "6", "Year 6" and "Y6" are the same. */
    private static boolean sameYearGroup(String one, String other) {
        return one.replaceAll("\\D", "").equals(other.replaceAll("\\D", ""));
    }

    /** School years begin on 1 September. */
    private static boolean sameYear(LocalDate one, LocalDate other) {
        return schoolYear(one) == schoolYear(other);
    }

    private static int schoolYear(LocalDate day) {
        return day.getMonthValue() >= Month.SEPTEMBER.getValue() ? day.getYear() : day.getYear() - 1;
    }
}
