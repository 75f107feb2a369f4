package uk.daymark.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.daymark.cases.DecisionMade;
import uk.daymark.cases.Finding;
import uk.daymark.journal.Chain;
import uk.daymark.journal.Link;
import uk.daymark.journal.Look;
import uk.daymark.journal.Recorded;
import uk.daymark.journal.SealProof;
import uk.daymark.measure.MarkedSession;
import uk.daymark.register.CsvText;
import uk.daymark.register.MarksInTime;

/** The lines of the files of an export. Text stands in CSV so that no spreadsheet takes it for a formula. */
final class ExportFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Names names;

    ExportFiles(Names names) {
        this.names = names;
    }

    /** An entry with all that is hashed, as one line of JSON. */
    String entry(Link link) {
        Recorded recorded = link.recorded();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("subject", recorded.entry().subject());
        line.put("number", recorded.number());
        line.put("happened", Link.micros(recorded.at()));
        line.put("happenedAt", recorded.at().toString());
        line.put("recorded", Link.micros(recorded.recordedAt()));
        line.put("recordedAt", recorded.recordedAt().toString());
        line.put("by", names.user(recorded.by()));
        line.put("kind", recorded.entry().kind());
        line.put("what", names.in(recorded.entry().what()));
        line.put("why", names.in(recorded.entry().why()));
        line.put("rule", names.in(recorded.entry().rule()));
        line.put("before", names.in(recorded.entry().before()));
        line.put("after", names.in(recorded.entry().after()));
        line.put("source", names.in(recorded.entry().source()));
        line.put("readers", recorded.entry().readers().name());
        line.put("previous", link.previous());
        line.put("hash", link.hash());
        return json(line);
    }

    /** What the database says of the length and the end of a chain, and how it leads to a seal. */
    Map<String, Object> chain(String subject, Chain chain, List<SealProof> proof) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("subject", subject);
        said.put("entries", chain.entries());
        said.put("head", chain.head());
        proof.forEach(found -> {
            said.put("sealedEntries", found.entries());
            said.put("sealedHead", found.head());
            said.put("way", found.way());
            said.put("seal", found.seal().number());
            said.put("sealMadeAt", found.seal().at().toString());
            said.put("root", found.seal().root());
            said.put(
                    "lodged",
                    found.seal().lodged().map(lodged -> lodged.where()).orElse(""));
        });
        return said;
    }

    String entryCsv(Recorded recorded) {
        return csv(
                recorded.entry().subject(),
                recorded.number(),
                recorded.at(),
                recorded.recordedAt(),
                names.user(recorded.by()),
                recorded.entry().kind(),
                names.in(recorded.entry().what()),
                names.in(recorded.entry().before()),
                names.in(recorded.entry().after()),
                names.in(recorded.entry().why()),
                names.in(recorded.entry().rule()),
                names.in(recorded.entry().source()));
    }

    static String entryCsvHead() {
        return csv(
                "record", "entry", "happened", "written", "by", "kind", "what", "from", "to", "why", "rule", "source");
    }

    String path(List<PathRow> rows) {
        return csv(
                        "no",
                        "when",
                        "about",
                        "model",
                        "version",
                        "step",
                        "done_by",
                        "why",
                        "rules",
                        "arrow_id",
                        "arrow",
                        "led_to",
                        "record",
                        "entry")
                + rows.stream()
                        .map(row -> csv(
                                row.number(),
                                row.at(),
                                row.about(),
                                row.taken().process(),
                                row.taken().version(),
                                row.step(),
                                row.doneBy(),
                                row.why(),
                                row.rules().stream()
                                        .map(rule -> String.valueOf(rule.number()))
                                        .collect(Collectors.joining(" ")),
                                row.taken().arrow(),
                                row.arrow(),
                                row.ledTo(),
                                row.taken().entrySubject(),
                                row.taken().entry() == 0 ? "" : row.taken().entry()))
                        .collect(Collectors.joining());
    }

    String rule(RuleFired rule) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("number", rule.number());
        line.put("at", rule.fired().at().toString());
        line.put("about", rule.about());
        line.put("table", rule.fired().table());
        line.put("tableName", rule.table());
        line.put("version", rule.fired().version());
        line.put("rule", rule.fired().rule());
        line.put("order", rule.order());
        line.put("of", rule.of());
        line.put("sentence", names.in(rule.sentence()));
        line.put("source", rule.source());
        line.put(
                "inputs",
                rule.inputs().stream()
                        .map(asked ->
                                Map.of("what", asked.what(), "was", names.in(asked.was()), "wanted", asked.wanted()))
                        .toList());
        line.put(
                "outputs",
                rule.fired().outputs().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                output -> output.getValue() instanceof String text ? names.in(text) : output.getValue(),
                                (one, other) -> one,
                                LinkedHashMap::new)));
        return json(line);
    }

    String finding(Finding finding, String lapsedBecause) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", finding.kind());
        line.put("since", finding.since().toString());
        line.put("lapsedOn", finding.lapsedOn().map(String::valueOf).orElse(""));
        line.put("lapsedBecause", names.in(lapsedBecause));
        line.put("sentence", names.in(finding.sentence()));
        line.put("count", finding.count());
        line.put("firm", finding.firm());
        line.put("provisional", finding.provisional());
        line.put("policyVersion", finding.policyVersion());
        line.put("fingerprint", finding.fingerprint());
        line.put("sessions", sessions(finding.sessions()));
        return json(line);
    }

    String decision(DecisionMade made) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", made.at().toString());
        line.put("by", names.user(made.by()));
        line.put("task", made.taskKind());
        line.put("what", names.in(made.what()));
        line.put("reason", names.in(made.reason()));
        line.put("fingerprint", made.fingerprint());
        line.put("sessions", sessions(made.sessions()));
        return json(line);
    }

    String changes(List<MarksInTime.Changed> changes) {
        return csv("date", "session", "from", "to", "when", "by", "why", "import")
                + changes.stream()
                        .map(one -> csv(
                                one.session().date(),
                                one.session().half(),
                                one.amendment().before().token(),
                                one.amendment().after().token(),
                                one.amendment().at(),
                                names.user(one.amendment().by()),
                                names.in(one.amendment().reason()),
                                one.amendment().importId().orElse("")))
                        .collect(Collectors.joining());
    }

    String looks(List<Look> looks) {
        return csv("when", "who", "what")
                + looks.stream()
                        .map(look -> csv(look.at(), names.user(look.by()), names.in(look.what())))
                        .collect(Collectors.joining());
    }

    private static List<String> sessions(List<MarkedSession> sessions) {
        return sessions.stream()
                .map(marked -> marked.session() + " " + marked.code().token())
                .toList();
    }

    static String csv(Object... cells) {
        return CsvText.line(Arrays.stream(cells).map(String::valueOf).toArray(String[]::new));
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
