package uk.daymark.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import uk.daymark.audit.Drawn.Way;
import uk.daymark.journal.Who;
import uk.daymark.workflow.ModelFiles;
import uk.daymark.workflow.PathTaken.Taken;

/** Every model and table that is shipped, read from its file and drawn with random walks through it. */
class EveryShippedModelIsDrawnTest {

    private static final Map<String, Drawn> MODELS = new TreeMap<>();

    static {
        files("*.bpmn").forEach((name, text) -> MODELS.put(name, Drawn.read(text)));
    }

    private static Map<String, String> files(String pattern) {
        Map<String, String> files = new TreeMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath:processes/" + pattern)) {
                files.put(
                        Optional.ofNullable(file.getFilename()).orElseThrow(),
                        file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    @Example
    void everyStepAndEveryArrowOfEveryModelIsInItsDrawing() {
        assertThat(MODELS).hasSizeGreaterThan(10);
        MODELS.forEach((name, model) -> {
            assertThat(model.steps().values())
                    .as(name)
                    .allSatisfy(step -> assertThat(step.box()).isPresent());
            assertThat(model.arrows().values()).as(name).allSatisfy(way -> {
                assertThat(way.points()).hasSizeGreaterThan(1);
                assertThat(model.steps()).containsKeys(way.from(), way.to());
            });
        });
    }

    @Example
    void everyRuleOfEveryTableSaysWhatItAsksForEachQuestion() {
        Map<String, String> tables = files("*.dmn");
        assertThat(tables).hasSizeGreaterThan(5);
        tables.forEach((name, text) -> {
            TableFile table = TableFile.read(text);
            assertThat(table.rules()).as(name).isNotEmpty();
            assertThat(table.rules().values())
                    .as(name)
                    .allSatisfy(rule -> assertThat(rule).hasSameSizeAs(table.inputs()));
            assertThat(table.outputs()).as(name).containsKeys("sentence", "source");
        });
    }

    /** A walk: arrows of a model one after the other, loops and all. */
    record Walk(String model, List<Way> ways) {}

    @Provide
    Arbitrary<Walk> walks() {
        return Arbitraries.of(MODELS.keySet())
                .flatMap(name -> Combinators.combine(
                                Arbitraries.just(name),
                                Arbitraries.randoms(),
                                Arbitraries.integers().between(1, 60))
                        .as((model, random, length) -> {
                            List<Way> all =
                                    new ArrayList<>(MODELS.get(model).arrows().values());
                            List<Way> walk = new ArrayList<>(List.of(all.get(random.nextInt(all.size()))));
                            while (walk.size() < length) {
                                String at = walk.get(walk.size() - 1).to();
                                List<Way> next = all.stream()
                                        .filter(way -> way.from().equals(at))
                                        .toList();
                                walk.add((next.isEmpty() ? all : next)
                                        .get(random.nextInt(next.isEmpty() ? all.size() : next.size())));
                            }
                            return new Walk(model, walk);
                        }));
    }

    @Property(tries = 300)
    void theWordsTheNumbersAndTheThickArrowsOfAWalkAreTheSame(@ForAll("walks") Walk walk) {
        Drawn model = MODELS.get(walk.model());
        List<Taken> log = walk.ways().stream()
                .map(way -> new Taken(
                        Instant.EPOCH,
                        "A-2025-0001",
                        walk.model(),
                        "1.0.0",
                        way.from(),
                        way.from(),
                        way.id(),
                        way.name(),
                        way.to(),
                        way.to(),
                        Who.DAYMARK,
                        1,
                        "",
                        "",
                        0))
                .toList();
        List<PathRow> rows = new TextPath(
                        Map.of("A-2025-0001", "The case"),
                        taken -> Optional.of(model),
                        new RulesInWords(List.of(), Map.of(), new NoFiles()),
                        taken -> Optional.empty(),
                        user -> user,
                        text -> text)
                .of(log);
        Picture picture = Drawing.of("drawing-1", model, rows);
        assertThat(rows).extracting(row -> row.taken()).isEqualTo(log);
        Map<Integer, String> drawn = new TreeMap<>();
        picture.marks()
                .forEach(mark -> mark.rows()
                        .forEach(row -> assertThat(drawn.put(row, mark.of())).isNull()));
        Map<Integer, String> logged = new TreeMap<>();
        rows.forEach(row -> logged.put(row.number(), row.taken().arrow()));
        assertThat(drawn).isEqualTo(logged);
        Set<String> thick = picture.arrows().stream()
                .filter(Picture.DrawnArrow::taken)
                .map(Picture.DrawnArrow::id)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(thick).isEqualTo(new TreeSet<>(logged.values()));
        assertThat(picture.marks()).allSatisfy(mark -> {
            String written = mark.lines().stream().map(Picture.Line::text).collect(Collectors.joining(", "));
            assertThat(written.replace(",", "")).isEqualTo(mark.numbers());
        });
    }

    /** No table is asked in these walks. */
    private static final class NoFiles implements ModelFiles {

        @Override
        public Optional<ModelFile> process(String model, String version, int number) {
            return Optional.empty();
        }

        @Override
        public Optional<ModelFile> table(String table, String version, int number) {
            return Optional.empty();
        }
    }
}
