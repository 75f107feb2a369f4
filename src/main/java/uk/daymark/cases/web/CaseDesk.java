package uk.daymark.cases.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.Role;
import uk.daymark.access.SignedIn;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CasePart;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.cases.DecisionMade;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.cases.ShownEntries;
import uk.daymark.cases.Support;
import uk.daymark.cases.SupportRecord;
import uk.daymark.journal.Journal;
import uk.daymark.web.NotFound;

/** Finds the case that somebody asks for, if it is theirs to see, and notes that they looked. */
@Component
class CaseDesk {

    private final Access access;
    private final Cases cases;
    private final Support support;
    private final Journal journal;
    private final List<CasePart> parts;

    CaseDesk(Access access, Cases cases, Support support, Journal journal, List<CasePart> parts) {
        this.access = access;
        this.cases = cases;
        this.support = support;
        this.journal = journal;
        this.parts = parts;
    }

    /** A case and who asks for it. */
    record Asked(SignedIn person, CaseFile file) {

        boolean mayWork() {
            return person.may(Action.WORK_CASES);
        }

        /** Whether this person sees how the local authority came to what it decided. */
        boolean seesAuthority() {
            return ShownEntries.inFull(person);
        }
    }

    /** The case, where this person may do that and may know of it. What is somebody else's is as what does not exist. */
    Asked find(Action action, String ref) {
        SignedIn person = access.require(action);
        if (!CaseRef.fits(ref)) {
            throw notThere();
        }
        return new Asked(person, cases.find(new CaseRef(ref), person).orElseThrow(CaseDesk::notThere));
    }

    /** The same, to be looked at: the look is journalled. */
    Asked look(String ref, String what) {
        Asked asked = find(Action.SEE_CASES, ref);
        journal.looked(asked.file().ref().value(), what);
        return asked;
    }

    /** A record of support of that case, whatever has become of it. */
    SupportRecord support(Asked asked, long id) {
        return support.find(id)
                .filter(found -> found.caseRef().equals(asked.file().ref()))
                .orElseThrow(() -> new NotFound("There is no such record of support in this case."));
    }

    /** What people decided, as this person may read it. */
    List<DecisionMade> made(Asked asked, DecisionsMade made) {
        List<DecisionMade> all = made.of(asked.file().ref());
        return asked.seesAuthority()
                ? all
                : all.stream().map(DecisionMade::toSchools).toList();
    }

    List<CasePart.NotOpen> notOpen(CaseFile file) {
        return parts.stream().flatMap(part -> part.notOpen(file).stream()).toList();
    }

    List<CasePart.Hold> holds(CaseFile file) {
        return parts.stream().flatMap(part -> part.holds(file).stream()).toList();
    }

    List<CasePart.Line> lines(CaseFile file) {
        return parts.stream().flatMap(part -> part.lines(file).stream()).toList();
    }

    List<CasePart.Waiting> waiting(CaseFile file) {
        return file.status() == CaseFile.Status.CLOSED
                ? List.of()
                : parts.stream().flatMap(part -> part.waiting(file).stream()).toList();
    }

    /** Why this person must not close the case now; the headteacher may, with the reason that everybody gives. */
    Optional<String> whyNotToClose(Asked asked) {
        return asked.person().role() == Role.HEAD
                ? Optional.empty()
                : parts.stream()
                        .flatMap(part -> part.whyNotToClose(asked.file()).stream())
                        .findFirst();
    }

    static NotFound notThere() {
        return new NotFound("There is no such case for your schools.");
    }
}
