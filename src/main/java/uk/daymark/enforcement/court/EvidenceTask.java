package uk.daymark.enforcement.court;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseDocuments;
import uk.daymark.enforcement.court.Prosecution.Evidence;
import uk.daymark.enforcement.court.Prosecution.Found;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.Conditions;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/**
 * An officer goes through the checklist of the file. On papers all evidence goes at once: what is missing then cannot be sent later.
 */
@Component
class EvidenceTask implements TaskHandler {

    private static final String KIND = "gather-evidence";
    private static final String COMPLETE = "complete";
    private static final String NOTE = "Note";

    private final CourtDesk desk;
    private final Prosecutions prosecutions;
    private final CaseDocuments documents;
    private final ProsecutionFiles files;

    EvidenceTask(CourtDesk desk, Prosecutions prosecutions, CaseDocuments documents, ProsecutionFiles files) {
        this.desk = desk;
        this.prosecutions = prosecutions;
        this.documents = documents;
        this.files = files;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(CourtDesk.MODEL) && kind.equals(KIND);
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        return desk.look(task.key())
                .map(opened -> {
                    List<Fact> facts = new ArrayList<>(desk.facts(opened));
                    facts.add(new Fact("Certificate", certificate(opened)));
                    files.of(opened.file().key()).ifPresent(file -> {
                        facts.add(new Fact(
                                "Letters to this parent",
                                lines(file.letters().stream()
                                        .map(letter -> letter.title() + ", " + letter.ref() + ": "
                                                + letter.state().title()
                                                + letter.fate()
                                                        .sentOn()
                                                        .map(day -> " on " + desk.day(day) + ", "
                                                                + letter.fate().how())
                                                        .orElse("")
                                                + (letter.legalWarning() ? ", with a legal warning" : ""))
                                        .toList())));
                        facts.add(new Fact(
                                "Support on record",
                                lines(file.support().stream()
                                        .map(record -> record.details().kind().title()
                                                + record.details()
                                                        .offeredOn()
                                                        .map(day -> ", offered on " + desk.day(day))
                                                        .orElse(""))
                                        .toList())));
                    });
                    return facts;
                })
                .orElseGet(List::of);
    }

    private String certificate(CourtDesk.Opened opened) {
        return opened.file()
                .certificate()
                .map(signed -> "Signed as " + signed.signedAs() + ": "
                        + opened.file().sessions().size() + " sessions"
                        + (opened.certificateHolds() ? "" : ". The register shows others today: a new one is needed"))
                .orElse("Not signed");
    }

    private static String lines(List<String> lines) {
        return lines.isEmpty() ? "None" : String.join("\n", lines);
    }

    @Override
    public Map<String, Object> values(TaskAbout task) {
        Map<String, Object> values = new HashMap<>();
        desk.look(task.key()).ifPresent(opened -> {
            opened.file().evidence().forEach(line -> {
                values.put(line.item().field(), word(line.found()));
                values.put(line.item().field() + NOTE, line.note());
            });
            values.put(
                    "documents",
                    opened.file().documents().stream().map(String::valueOf).toList());
        });
        return values;
    }

    @Override
    public Map<String, List<Choice>> options(TaskAbout task) {
        return Map.of(
                "documents",
                desk.look(task.key()).stream()
                        .flatMap(opened -> documents.of(opened.parent().file().ref()).stream())
                        .map(document -> new Choice(
                                String.valueOf(document.id()), document.about().title() + ": " + document.name()))
                        .toList());
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        CourtDesk.Opened opened = desk.hold(task.key());
        String why = answer.text("reason");
        String decision = answer.text("decision");
        List<Evidence> evidence = Arrays.stream(Item.values())
                .map(item -> new Evidence(item, found(answer.text(item.field())), answer.text(item.field() + NOTE)))
                .toList();
        Conditions conditions = new Conditions(answer);
        evidence.forEach(line -> conditions.holds(
                line.found() == Found.THERE || !line.note().isBlank(),
                line.item().field() + NOTE,
                "Enter why it is " + line.found().title().toLowerCase(Locale.UK)));
        if (decision.equals(COMPLETE)) {
            evidence.forEach(line -> conditions.holds(
                    line.found() != Found.MISSING,
                    line.item().field(),
                    "It is missing: what is not in the file now cannot be sent later"));
            conditions.holds(
                    opened.file().tier() != Tier.OPEN_COURT
                            || evidence.stream()
                                    .anyMatch(
                                            line -> line.item() == Item.CAUTION_RECORD && line.found() == Found.THERE),
                    Item.CAUTION_RECORD.field(),
                    "Under section 444(1A) the record of the caution has to be there");
            conditions.holds(
                    opened.certificateHolds(),
                    "decision",
                    "The register no longer shows what the headteacher certified. Choose a new certificate");
        }
        conditions.check();
        prosecutions.gathered(
                opened.file(),
                evidence,
                answer.list("documents").stream().map(Long::valueOf).toList());
        if (decision.equals(CourtDesk.STOP)) {
            return desk.stop(opened, CourtDesk.NOT_BEGUN, why);
        }
        desk.write(
                opened,
                (decision.equals(COMPLETE) ? "The file is complete: " : "A new certificate is needed: ")
                        + evidence.stream()
                                .map(line -> line.item().title() + ": "
                                        + line.found().title())
                                .collect(Collectors.joining("; "))
                        + ".",
                why);
        return Map.of(CourtDesk.STEP, decision);
    }

    private static Found found(String word) {
        return Found.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String word(Found found) {
        return found.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
