package uk.daymark.letters;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Support;
import uk.daymark.cases.SupportKind;
import uk.daymark.letters.text.Field;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.SchoolDays;
import uk.daymark.people.Schools;
import uk.daymark.time.Dates;
import uk.daymark.workflow.Decisions;

/** What speaks against sending a letter now: facts from the records, put to the table {@code letter-holds}. */
@Component
class LetterHolds {

    static final String TABLE = "letter-holds";

    /** The rule that holds a letter to which a parent could not write back. It is mended, never set aside. */
    static final String WITHOUT_SENDER = "authority-without-address";

    private final Decisions decisions;
    private final LetterStore store;
    private final HeldFamilies heldFamilies;
    private final Support support;
    private final Schools schools;
    private final Clock clock;

    LetterHolds(
            Decisions decisions,
            LetterStore store,
            HeldFamilies heldFamilies,
            Support support,
            Schools schools,
            Clock clock) {
        this.decisions = decisions;
        this.store = store;
        this.heldFamilies = heldFamilies;
        this.support = support;
        this.schools = schools;
        this.clock = clock;
    }

    /** Rules about a family's affairs that the office need not know to print a letter. */
    private static final Set<String> CONFIDENTIAL = Set.of("held-by-a-person", "circumstances-on-record");

    /**
     * Something that speaks against sending.
     *
     * @param rule the rule's id in the table
     * @param sentence what it means, for everybody who handles letters
     * @param confidence what is known about the family beside it, for those alone who decide whether it is sent; may be empty text
     * @param source where the rule is written
     */
    record Hold(String rule, String sentence, String confidence, String source) {

        /** All of it. */
        String inFull() {
            return (sentence + " " + confidence).strip();
        }
    }

    /** What holds it, kept among the rules that fired. */
    List<Hold> decide(LetterAbout about) {
        return holds(about, decisions.decide(TABLE, about.order().key(), facts(about)));
    }

    /** Those of the holds that speak against the letter to this person: some are about one parent and not the other. */
    static List<Hold> of(List<Hold> holds, LetterAbout about, Recipient person) {
        return holds.stream()
                .filter(hold -> switch (hold.rule()) {
                    case "address-not-usable" -> unreachable(about, person);
                    case "court-order" -> person.link().courtOrder();
                    case "address-withheld" -> person.contact().details().addressWithheld();
                    default -> true;
                })
                .toList();
    }

    /** What would hold it as things stand; nothing is kept. */
    List<Hold> ask(LetterAbout about) {
        return holds(about, decisions.ask(TABLE, facts(about)));
    }

    private List<Hold> holds(LetterAbout about, List<Decisions.Fired> fired) {
        return fired.stream()
                .map(rule -> new Hold(
                        rule.rule(),
                        CONFIDENTIAL.contains(rule.rule())
                                ? rule.out("sentence")
                                : (rule.out("sentence") + " " + known(rule.rule(), about)).strip(),
                        CONFIDENTIAL.contains(rule.rule()) ? known(rule.rule(), about) : "",
                        rule.out("source")))
                .toList();
    }

    private Map<String, Object> facts(LetterAbout about) {
        LocalDate today = LocalDate.now(clock);
        LetterFigures figures = about.figures();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(
                "heldByPerson",
                !heldFamilies.standing(about.enrolment().id(), today).isEmpty());
        facts.put("circumstances", !circumstances(about).isEmpty());
        facts.put(
                "longIllness",
                figures.illnessNow() >= LetterGathering.needed(about.policy(), "letter.illness_run", today));
        facts.put("childProtection", about.pupil().details().childProtection());
        facts.put("partTime", about.enrolment().details().partTime());
        facts.put("legalWarning", about.template().legalWarning());
        facts.put("reasonsMissing", !figures.with(AttendanceCode.N).isEmpty());
        facts.put("codesUnconfirmed", figures.restsOnUnconfirmed());
        facts.put("sameLetterLately", sameLately(about, today).isPresent());
        facts.put("nothingMissed", nothingMissed(about));
        facts.put("nobodyToWriteTo", about.recipients().isEmpty());
        facts.put("addressUnusable", about.recipients().stream().anyMatch(person -> unreachable(about, person)));
        facts.put(
                "courtOrder",
                about.recipients().stream().anyMatch(person -> person.link().courtOrder()));
        facts.put(
                "addressWithheld",
                about.recipients().stream()
                        .anyMatch(person -> person.contact().details().addressWithheld()));
        facts.put(
                "senderWithoutAddress",
                about.fromTheAuthority() && about.letterhead().address().isEmpty());
        return facts;
    }

    private String known(String rule, LetterAbout about) {
        LocalDate today = LocalDate.now(clock);
        List<String> known = new ArrayList<>();
        switch (rule) {
            case "held-by-a-person" ->
                heldFamilies
                        .standing(about.enrolment().id(), today)
                        .forEach(hold -> known.add(hold.kind().title() + ": " + hold.why() + "."));
            case "circumstances-on-record" -> known.addAll(circumstances(about));
            case "same-letter-lately" ->
                sameLately(about, today)
                        .ifPresent(sent -> known.add(sent.ref() + " was sent on "
                                + Dates.inWords(sent.fate().sentOn().orElse(today)) + "."));
            case "address-not-usable" ->
                about.recipients().stream()
                        .filter(person -> unreachable(about, person))
                        .forEach(person -> known.add(
                                person.name() + ": " + person.whyNotPostable().orElse("") + "."));
            case "court-order" ->
                about.recipients().stream()
                        .filter(person -> person.link().courtOrder())
                        .forEach(person -> known.add(person.name() + "."));
            case "address-withheld" ->
                about.recipients().stream()
                        .filter(person -> person.contact().details().addressWithheld())
                        .forEach(person -> known.add(person.name() + "."));
            default -> {}
        }
        return String.join(" ", known);
    }

    private List<String> circumstances(LetterAbout about) {
        return about.order()
                .caseRef()
                .map(ref -> support.of(new CaseRef(ref)).records().stream()
                        .filter(record -> record.details().kind() == SupportKind.MITIGATING)
                        .filter(record -> record.details()
                                .closedOn()
                                .filter(day -> !day.isAfter(LocalDate.now(clock)))
                                .isEmpty())
                        .map(record -> record.details().note())
                        .toList())
                .orElse(List.of());
    }

    /** What may be e-mailed needs no address to post it to. */
    private static boolean unreachable(LetterAbout about, Recipient person) {
        return person.whyNotPostable().isPresent()
                && (!about.template().email() || person.email().isEmpty());
    }

    private Optional<Letter> sameLately(LetterAbout about, LocalDate today) {
        int days = LetterGathering.needed(about.policy(), "letter.same_within", today);
        SchoolDays calendar = new SchoolDays(schools.timetable(about.school().urn()));
        return store.lastSent(
                        about.enrolment().id(),
                        about.template().name(),
                        about.order().onlyTo())
                .filter(sent -> sent.fate()
                        .sentOn()
                        .filter(day -> day.isAfter(today) || calendar.count(new DateRange(day, today)) <= days)
                        .isPresent());
    }

    private static boolean nothingMissed(LetterAbout about) {
        var fields = about.template().fields();
        LetterFigures figures = about.figures();
        if (fields.contains(Field.LATE_DATES)) {
            return figures.late().isEmpty();
        }
        if (fields.contains(Field.UNAUTHORISED_ABSENCES)) {
            return about.listed().unauthorised().isEmpty();
        }
        return fields.contains(Field.MISSED) && figures.missed().isEmpty();
    }
}
