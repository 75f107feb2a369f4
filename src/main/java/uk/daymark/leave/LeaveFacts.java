package uk.daymark.leave;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.Session;
import uk.daymark.people.Contact;
import uk.daymark.people.Contacts;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;
import uk.daymark.time.Dates;
import uk.daymark.workflow.Decisions;
import uk.daymark.worklist.TaskHandler.Fact;

/** What is known of leave, as lines above a form. */
@Component
class LeaveFacts {

    private final LeaveLimits limits;
    private final LeaveCount count;
    private final LeavePolicy policy;
    private final LeaveStore requests;
    private final Pupils pupils;
    private final Contacts contacts;
    private final Decisions decisions;
    private final Dates dates;

    LeaveFacts(
            LeaveLimits limits,
            LeaveCount count,
            LeavePolicy policy,
            LeaveStore requests,
            Pupils pupils,
            Contacts contacts,
            Decisions decisions,
            Dates dates) {
        this.limits = limits;
        this.count = count;
        this.policy = policy;
        this.requests = requests;
        this.pupils = pupils;
        this.contacts = contacts;
        this.decisions = decisions;
        this.dates = dates;
    }

    /** Of a request that waits to be decided. */
    List<Fact> of(LeaveRequest request) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Asked for", inWords(request.days()) + "\n" + sessions(request.sessions()) + " by the calendar"));
        facts.add(new Fact(
                "Asked by",
                limits.askedBy(request).map(LeaveFacts::person).orElse("Not recorded") + "\nOn "
                        + dates.weekday(request.askedOn())));
        facts.add(new Fact("For", request.ground().title() + "\n" + request.details()));
        facts.add(new Fact("Evidence seen", request.evidence().isBlank() ? "None" : request.evidence()));
        limits.limit(request)
                .ifPresent(limit -> facts.add(new Fact(
                        "Set aside by the policy in a school year",
                        limit.most() + " " + limit.unit() + ", of which " + limit.used() + " given before; "
                                + limit.asked()
                                + " asked for now"
                                + (limit.ofThisYearGroup() ? "" : "\nNot for this pupil's year group"))));
        String others = requests.of(request.enrolment()).stream()
                .filter(other -> !other.ref().equals(request.ref()))
                .map(other -> other.ref() + ": " + inWords(other.days()) + ", "
                        + other.ground().title() + ": " + other.state().title())
                .collect(Collectors.joining("\n"));
        facts.add(new Fact("Other requests", others.isEmpty() ? "None" : others));
        advice(request.ref(), "leave-advice", facts);
        return facts;
    }

    /** Of absence that looks like leave. */
    List<Fact> of(SuspectedLeave leave) {
        List<Fact> facts = new ArrayList<>();
        Set<AttendanceCode> which = EnumSet.copyOf(policy.codes(leave.school()));
        which.add(AttendanceCode.O);
        List<MarkedSession> marked = count.marked(leave.enrolment(), leave.days(), which);
        facts.add(new Fact(
                "Absence",
                inWords(leave.days()) + "\n" + sessions(marked.size()) + ": "
                        + marked.stream().map(LeaveFacts::mark).collect(Collectors.joining(", "))));
        facts.add(new Fact(
                "Request",
                requests.find(leave.ref())
                        .map(request -> request.state().title() + ": " + inWords(request.days())
                                + request.decided()
                                        .map(decided -> "\n" + decided.why())
                                        .orElse(""))
                        .orElse("None for these days")));
        facts.add(new Fact(
                "Reply of the parents",
                leave.reply()
                        .map(reply -> dates.weekday(reply.on()) + "\n" + reply.text())
                        .orElse("None so far")));
        advice(leave.ref(), "leave-route", facts);
        return facts;
    }

    private void advice(String ref, String table, List<Fact> facts) {
        decisions.of(ref).stream()
                .filter(fired -> fired.table().equals(table))
                .reduce((earlier, later) -> later)
                .ifPresent(fired -> facts.add(
                        new Fact("What the rules say", fired.out("sentence") + "\nSource: " + fired.out("source"))));
    }

    /** The pupil's parents and carers, in one order: those with parental responsibility or with whom the pupil lives. */
    List<Contacts.OfPupil> parents(EnrolmentId enrolment, Urn school) {
        return contacts.of(pupils.enrolment(enrolment).orElseThrow().pupil()).stream()
                .filter(one -> one.contact().school().equals(school))
                .filter(one -> one.link().parentalResponsibility() || one.link().livesWith())
                .toList();
    }

    /** "Nadia Khan, mother, lives with the pupil". */
    static String person(Contacts.OfPupil one) {
        Contact.Details details = one.contact().details();
        return (details.forename() + " " + details.surname()).strip()
                + (one.link().relationship().isBlank() ? "" : ", " + one.link().relationship())
                + (one.link().livesWith() ? ", lives with the pupil" : ", does not live with the pupil");
    }

    String inWords(LeaveDays days) {
        return dates.weekday(days.from().date()) + (days.from().half() == Half.PM ? " afternoon" : "") + " to "
                + dates.weekday(days.to().date()) + (days.to().half() == Half.AM ? " morning" : "");
    }

    static String sessions(int howMany) {
        return howMany + (howMany == 1 ? " session" : " sessions");
    }

    private static String mark(MarkedSession mark) {
        Session session = mark.session();
        return session.date() + " " + session.half() + " " + mark.code().token();
    }
}
