package uk.daymark.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import uk.daymark.access.SignedIn;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.Findings;
import uk.daymark.journal.Chain;
import uk.daymark.journal.Journal;
import uk.daymark.journal.Link;
import uk.daymark.journal.Seals;
import uk.daymark.policy.Policies;
import uk.daymark.policy.Policy;
import uk.daymark.register.MarksInTime;
import uk.daymark.workflow.ModelFiles;

/** Writes copies of a case's history that can be read, and checked, without Daymark. */
@Component
public class Export {

    private final Histories histories;
    private final Journal journal;
    private final Seals seals;
    private final Findings findings;
    private final MarksInTime marks;
    private final Policies policies;
    private final ModelFiles files;
    private final Clock clock;

    Export(
            Histories histories,
            Journal journal,
            Seals seals,
            Findings findings,
            MarksInTime marks,
            Policies policies,
            ModelFiles files,
            Clock clock) {
        this.histories = histories;
        this.journal = journal;
        this.seals = seals;
        this.findings = findings;
        this.marks = marks;
        this.policies = policies;
        this.files = files;
        this.clock = clock;
    }

    /** Every entry of every chain of the case, for people, line by line. */
    public void csv(CaseFile file, SignedIn person, Names names, OutputStream out) throws IOException {
        ExportFiles lines = new ExportFiles(names);
        write(out, ExportFiles.entryCsvHead());
        for (Chain chain : chains(file, person).values()) {
            for (Link link : chain.links()) {
                write(out, lines.entryCsv(link.recorded()));
            }
        }
    }

    /** The same for programs, with the hashes. */
    public void jsonLines(CaseFile file, SignedIn person, Names names, OutputStream out) throws IOException {
        ExportFiles lines = new ExportFiles(names);
        for (Chain chain : chains(file, person).values()) {
            for (Link link : chain.links()) {
                write(out, lines.entry(link) + "\n");
            }
        }
    }

    /** All of it, with the files of the models and tables of the time, a list of hashes, and how to check it. */
    public void zip(CaseFile file, SignedIn person, Names names, OutputStream out) throws IOException {
        CaseHistory history = histories.of(file, person, names);
        ExportFiles lines = new ExportFiles(names);
        Pack pack = new Pack(new ZipOutputStream(out, StandardCharsets.UTF_8));
        String made = "Made on " + LocalDate.now(clock) + " for case " + file.ref()
                + (names.hide() ? "; names hidden" : "") + ".\n\n";
        String instructions = made + resource(names.hide() ? "read-me-hidden.txt" : "read-me.txt");
        pack.add("READ-ME.txt", instructions);
        pack.add("READ-ME.html", page(instructions));
        if (!names.hide()) {
            pack.add("check.py", resource("check.py"));
        }
        Map<String, Chain> chains = chains(file, person);
        StringBuilder entries = new StringBuilder();
        StringBuilder csv = new StringBuilder(ExportFiles.entryCsvHead());
        List<Map<String, Object>> ends = new ArrayList<>();
        chains.forEach((subject, chain) -> {
            chain.links().forEach(link -> {
                entries.append(lines.entry(link)).append('\n');
                csv.append(lines.entryCsv(link.recorded()));
            });
            ends.add(lines.chain(subject, chain, seals.proof(subject).stream().toList()));
        });
        pack.add("entries.jsonl", entries.toString());
        pack.add("entries.csv", csv.toString());
        pack.add("chains.json", ExportFiles.json(ends));
        pack.add("path.csv", lines.path(history.path()));
        pack.add("rules.jsonl", lines(history.rules().stream().map(lines::rule).toList()));
        Map<Long, String> because = findings.lapsedBecause(file.enrolment());
        pack.add(
                "findings.jsonl",
                lines(findings.of(file.enrolment()).stream()
                        .map(finding -> lines.finding(finding, because.getOrDefault(finding.id(), "")))
                        .toList()));
        pack.add(
                "decisions.jsonl",
                lines(history.decisions().stream().map(lines::decision).toList()));
        pack.add("marks.csv", marks(file));
        pack.add("marks-changed.csv", lines.changes(marks.changes(file.enrolment())));
        pack.add("who-looked.csv", lines.looks(journal.looks(file.ref().value())));
        pack.add("policy.json", policy(file));
        for (Map.Entry<String, String> model : models(history).entrySet()) {
            pack.add(model.getKey(), model.getValue());
        }
        pack.finish();
    }

    private Map<String, Chain> chains(CaseFile file, SignedIn person) {
        Map<String, Chain> chains = new LinkedHashMap<>();
        for (String subject : histories.keys(file, person).keySet()) {
            Chain chain = journal.chain(subject);
            if (subject.equals(file.ref().value())
                    || chain.entries() > 0
                    || !chain.links().isEmpty()) {
                chains.put(subject, chain);
            }
        }
        return chains;
    }

    private String marks(CaseFile file) {
        LocalDate today = LocalDate.now(clock);
        StringBuilder csv = new StringBuilder(ExportFiles.csv("date", "session", "code"));
        marks.asTheyStood(file.enrolment(), today.minusYears(2), today)
                .forEach((session, code) -> csv.append(ExportFiles.csv(session.date(), session.half(), code.token())));
        return csv.toString();
    }

    private String policy(CaseFile file) {
        Optional<Policy> policy = policies.named(file.policy());
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("policy", file.policy());
        policy.ifPresent(found -> {
            said.put("title", found.title());
            said.put("version", found.version());
            said.put("lineage", found.lineage());
            Map<String, Object> values = new TreeMap<>();
            found.entries(LocalDate.now(clock))
                    .forEach(entry -> values.put(
                            entry.key().name(),
                            Map.of("value", String.valueOf(entry.value()), "source", entry.source())));
            said.put("entries", values);
        });
        return ExportFiles.json(said);
    }

    /** Each file under which something was done, by its name in the pack. */
    private Map<String, String> models(CaseHistory history) {
        Map<String, String> models = new TreeMap<>();
        history.path().stream()
                .map(row -> new Version(
                        row.taken().process(),
                        row.taken().version(),
                        row.taken().number()))
                .distinct()
                .flatMap(used -> files.process(used.id(), used.tag(), used.number()).stream())
                .forEach(file -> models.put(name("models", file), file.text()));
        history.rules().stream()
                .map(rule -> new Version(
                        rule.fired().table(),
                        rule.fired().version(),
                        rule.fired().number()))
                .distinct()
                .flatMap(used -> files.table(used.id(), used.tag(), used.number()).stream())
                .forEach(file -> models.put(name("tables", file), file.text()));
        return models;
    }

    private record Version(String id, String tag, int number) {}

    private static String name(String folder, ModelFiles.ModelFile file) {
        return folder + "/" + file.version() + "-" + file.number() + "-" + file.fileName();
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String page(String text) {
        String safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>How to check this copy</title></head>\n<body><pre>"
                + safe + "</pre></body></html>\n";
    }

    private static String resource(String name) {
        try {
            return new ClassPathResource("audit/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A zip that is written as it grows, and ends with the hashes of what it holds. */
    private static final class Pack {

        private final ZipOutputStream zip;
        private final StringBuilder hashes = new StringBuilder();

        Pack(ZipOutputStream zip) {
            this.zip = zip;
        }

        void add(String name, String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            hashes.append(sha256(bytes)).append("  ").append(name).append('\n');
            put(name, bytes);
        }

        void finish() throws IOException {
            put("manifest.sha256", hashes.toString().getBytes(StandardCharsets.UTF_8));
            zip.finish();
        }

        private void put(String name, byte[] bytes) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
            zip.closeEntry();
        }

        private static String sha256(byte[] bytes) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException(missing);
            }
        }
    }
}
