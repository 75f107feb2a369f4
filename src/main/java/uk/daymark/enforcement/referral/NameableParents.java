package uk.daymark.enforcement.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.LeaveOfCase;
import uk.daymark.enforcement.referral.ReferralStore.Draft;
import uk.daymark.enforcement.referral.ReferredCase.Named;
import uk.daymark.people.Contact;
import uk.daymark.people.ContactId;
import uk.daymark.people.Contacts;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.TaskHandler.Choice;
import uk.daymark.worklist.TaskHandler.Fact;

/** Whom a referral can name: the pupil's contacts at the school, one by one. */
@Component
class NameableParents {

    /** As many as the form asks about. */
    private static final int MOST = 4;

    private final Contacts contacts;
    private final LeaveOfCase leave;
    private final ParentCases parentCases;
    private final Clock clock;

    NameableParents(Contacts contacts, LeaveOfCase leave, ParentCases parentCases, Clock clock) {
        this.contacts = contacts;
        this.leave = leave;
        this.parentCases = parentCases;
        this.clock = clock;
    }

    /** A contact that was chosen, with why this parent is liable. */
    record Chosen(Contacts.OfPupil contact, String because) {}

    List<Fact> facts(CaseFile file, Route route) {
        List<Fact> facts = new ArrayList<>();
        if (route == Route.LEAVE) {
            parentCases
                    .policy(file)
                    .entry("leave.liable_parent", LocalDate.now(clock))
                    .ifPresent(rule -> facts.add(new Fact(
                            "Which parent, by the policy's rule",
                            parentCases
                                            .policy(file)
                                            .text("leave.liable_parent", LocalDate.now(clock))
                                            .orElse("")
                                    + "\nSource: " + rule.source())));
            String named = leave.of(file.ref()).stream()
                    .flatMap(one -> one.liable().stream())
                    .flatMap(liable -> at(file).filter(one -> one.contact().id().equals(liable.contact()))
                            .map(one -> name(one) + ": " + liable.why()))
                    .collect(Collectors.joining("\n"));
            if (!named.isEmpty()) {
                facts.add(new Fact("Named by the rule when it was handed over", named));
            }
        }
        return facts;
    }

    Map<String, List<Choice>> options(CaseFile file) {
        List<Choice> choices = at(file).map(one -> new Choice(
                        String.valueOf(one.contact().id().number()),
                        name(one)
                                + (one.link().relationship().isBlank()
                                        ? ""
                                        : ", " + one.link().relationship())
                                + (one.link().livesWith() ? ", lives with the pupil" : "")
                                + (one.link().parentalResponsibility() ? "" : ", no parental responsibility recorded")))
                .toList();
        Map<String, List<Choice>> options = new LinkedHashMap<>();
        for (int i = 1; i <= MOST; i++) {
            options.put("parent" + i, choices);
        }
        return options;
    }

    /** Whom the answer means to name, as far as it says so; nobody is named by it. */
    List<Draft> drafts(CaseFile file, Answer answer) {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 1; i <= MOST; i++) {
            String id = answer.text("parent" + i);
            String because = answer.text("because" + i);
            Optional<ContactId> contact = at(file).filter(one -> id(one).equals(id))
                    .findFirst()
                    .map(one -> one.contact().id());
            if (contact.isPresent() || !because.isBlank()) {
                drafts.add(new Draft(i, contact, because));
            }
        }
        return drafts;
    }

    /** What was written while it waited, else those named before, else those whom the rule of leave names. */
    Map<String, Object> values(CaseFile file, Route route, List<Named> named, List<Draft> drafts) {
        if (!drafts.isEmpty()) {
            Map<String, Object> written = new HashMap<>();
            drafts.forEach(draft -> {
                draft.contact()
                        .ifPresent(contact -> written.put("parent" + draft.place(), String.valueOf(contact.number())));
                written.put("because" + draft.place(), draft.because());
            });
            return written;
        }
        List<Named> all = named.isEmpty() && route == Route.LEAVE
                ? leave.of(file.ref()).stream()
                        .flatMap(one -> one.liable().stream())
                        .map(liable -> new Named(0, liable.contact(), liable.why()))
                        .distinct()
                        .toList()
                : named;
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < Math.min(MOST, all.size()); i++) {
            values.put("parent" + (i + 1), String.valueOf(all.get(i).contact().number()));
            values.put("because" + (i + 1), all.get(i).because());
        }
        return values;
    }

    /**
     * Whom the answer names, by the field.
     *
     * @throws InvalidInput where nobody is named, one is named twice or without a reason, or a reason stands without a name
     */
    Map<String, Chosen> chosen(CaseFile file, Answer answer) {
        Map<String, Chosen> chosen = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 1; i <= MOST; i++) {
            String field = "parent" + i;
            String id = answer.text(field);
            String because = answer.text("because" + i);
            if (id.isBlank()) {
                if (!because.isBlank()) {
                    faults.add(new Fault("/fields/" + field, "Choose who parent " + i + " is"));
                }
                continue;
            }
            if (because.isBlank()) {
                faults.add(new Fault("/fields/because" + i, "Say why parent " + i + " is liable"));
            }
            if (chosen.values().stream().anyMatch(other -> id(other.contact()).equals(id))) {
                faults.add(new Fault("/fields/" + field, "This parent is named above already"));
            }
            at(file).filter(one -> id(one).equals(id))
                    .findFirst()
                    .ifPresent(one -> chosen.put(field, new Chosen(one, because)));
        }
        if (chosen.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault("/fields/parent1", "Choose at least one parent"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return chosen;
    }

    private Stream<Contacts.OfPupil> at(CaseFile file) {
        return contacts.of(file.pupil()).stream()
                .filter(one -> one.contact().school().equals(file.school()));
    }

    private static String id(Contacts.OfPupil one) {
        return String.valueOf(one.contact().id().number());
    }

    static String name(Contacts.OfPupil one) {
        Contact.Details details = one.contact().details();
        return (details.title() + " " + details.forename() + " " + details.surname())
                .replaceAll("\\s+", " ")
                .strip();
    }

    static String address(Contacts.OfPupil one) {
        Contact.Details details = one.contact().details();
        return Stream.of(details.address1(), details.address2(), details.town(), details.postcode())
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
