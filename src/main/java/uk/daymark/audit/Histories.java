package uk.daymark.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.access.People;
import uk.daymark.access.SignedIn;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseKeys;
import uk.daymark.cases.DecisionMade;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.cases.ShownEntries;
import uk.daymark.cases.ShownPath;
import uk.daymark.journal.Journal;
import uk.daymark.journal.Recorded;
import uk.daymark.people.Contacts;
import uk.daymark.people.Pupils;
import uk.daymark.workflow.Decisions;
import uk.daymark.workflow.ModelFiles;
import uk.daymark.workflow.PathTaken.Taken;

/** Puts together what happened in a case. */
@Component
public class Histories {

    private final CaseKeys keys;
    private final Journal journal;
    private final DecisionsMade made;
    private final ShownPath path;
    private final Decisions decisions;
    private final ModelFiles files;
    private final People people;
    private final Pupils pupils;
    private final Contacts contacts;

    Histories(
            CaseKeys keys,
            Journal journal,
            DecisionsMade made,
            ShownPath path,
            Decisions decisions,
            ModelFiles files,
            People people,
            Pupils pupils,
            Contacts contacts) {
        this.keys = keys;
        this.journal = journal;
        this.made = made;
        this.path = path;
        this.decisions = decisions;
        this.files = files;
        this.people = people;
        this.pupils = pupils;
        this.contacts = contacts;
    }

    /** The keys of the processes of a case that this person may see, with whom or what each is about. */
    Map<String, String> keys(CaseFile file, SignedIn person) {
        return keys.of(file, person);
    }

    /** The names of a case as they are to be shown. */
    public Names names(CaseFile file, boolean hidden) {
        return hidden
                ? Names.hidden(pupils.find(file.pupil()).orElseThrow(), contacts.of(file.pupil()), people.all())
                : Names.SHOWN;
    }

    /** The history of a case as this person may read it, with names as they are to be shown. */
    @Transactional(readOnly = true)
    public CaseHistory of(CaseFile file, SignedIn person, Names names) {
        Map<String, String> seen = new LinkedHashMap<>();
        keys.of(file, person).forEach((key, about) -> seen.put(key, names.in(about)));
        Map<String, List<Recorded>> chains = new HashMap<>();
        Function<String, List<Recorded>> chain =
                subject -> chains.computeIfAbsent(subject, key -> ShownEntries.to(person, journal.of(key)));
        Map<String, Optional<Drawn>> models = new HashMap<>();
        Function<Taken, Optional<Drawn>> model = taken -> models.computeIfAbsent(
                version(taken),
                key -> files.process(taken.process(), taken.version(), taken.number())
                        .map(found -> Drawn.read(found.text())));
        RulesInWords rules = new RulesInWords(decisions.of(seen.keySet()), seen, files);
        List<PathRow> rows = new TextPath(
                        seen,
                        model,
                        rules,
                        taken -> entry(taken, seen.keySet(), chain),
                        user -> inWords(user, names),
                        names::in)
                .of(path.of(file, person));
        String own = file.ref().value();
        return new CaseHistory(
                file, seen, chain.apply(own), decided(file, person), rules.all(), rows, pictures(rows, model));
    }

    private List<DecisionMade> decided(CaseFile file, SignedIn person) {
        List<DecisionMade> all = made.of(file.ref());
        return ShownEntries.inFull(person)
                ? all
                : all.stream().map(DecisionMade::toSchools).toList();
    }

    /** Only of chains that belong to the case and that this person may see. */
    private static Optional<Recorded> entry(
            Taken taken, Collection<String> seen, Function<String, List<Recorded>> chain) {
        return Optional.of(taken)
                .filter(one -> one.entry() > 0 && seen.contains(one.entrySubject()))
                .flatMap(one -> chain.apply(one.entrySubject()).stream()
                        .filter(recorded -> recorded.number() == one.entry())
                        .findFirst());
    }

    /** "Jo Adams, Headteacher". */
    public String inWords(String userName) {
        return inWords(userName, Names.SHOWN);
    }

    /** The same with names as they are to be shown. */
    public String inWords(String userName, Names names) {
        if (names.hide()) {
            return names.user(userName);
        }
        return people.find(userName)
                .map(person -> person.displayName() + ", " + person.role().title())
                .orElse(userName);
    }

    private static String version(Taken taken) {
        return taken.process() + " " + taken.version() + " " + taken.number();
    }

    private static List<Picture> pictures(List<PathRow> rows, Function<Taken, Optional<Drawn>> models) {
        Map<String, List<PathRow>> apart = new LinkedHashMap<>();
        for (PathRow row : rows) {
            apart.computeIfAbsent(row.taken().about() + " " + version(row.taken()), key -> new ArrayList<>())
                    .add(row);
        }
        List<Picture> pictures = new ArrayList<>();
        for (List<PathRow> some : apart.values()) {
            models.apply(some.get(0).taken())
                    .ifPresent(model -> pictures.add(Drawing.of("drawing-" + (pictures.size() + 1), model, some)));
        }
        return pictures;
    }
}
