package uk.daymark.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.CountingRules;

/** A policy as the files give it, with overrides where a check asked for some. */
final class FilePolicy implements Policy {

    private final PolicyCatalogue catalogue;
    /** The policy's own file, then those it inherits from. */
    private final List<PolicyFile> files;

    private final Map<String, PolicyEntry> overrides;
    private final String version;

    FilePolicy(PolicyCatalogue catalogue, List<PolicyFile> files) {
        this(catalogue, files, Map.of());
    }

    private FilePolicy(PolicyCatalogue catalogue, List<PolicyFile> files, Map<String, PolicyEntry> overrides) {
        this.catalogue = catalogue;
        this.files = List.copyOf(files);
        this.overrides = Map.copyOf(overrides);
        this.version = PolicyHash.of(this.files, this.overrides);
    }

    @Override
    public String name() {
        return own().name();
    }

    @Override
    public String title() {
        return own().title();
    }

    @Override
    public String about() {
        return own().about();
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Optional<String> inherits() {
        return own().inherits();
    }

    @Override
    public List<String> lineage() {
        return files.stream().map(PolicyFile::name).toList();
    }

    @Override
    public Optional<LocalDate> firstDay() {
        return own().from();
    }

    @Override
    public Optional<LocalDate> lastDay() {
        return own().to();
    }

    @Override
    public Optional<String> supersededBy() {
        return own().supersededBy();
    }

    @Override
    public CountingRules countingRules(LocalDate on) {
        return PolicyCounting.of(this, on);
    }

    @Override
    public Policy with(Map<String, JsonNode> values) throws PolicyOverrideException {
        if (values.isEmpty()) {
            return this;
        }
        Map<String, JsonNode> byKey = new TreeMap<>();
        Map<String, String> faults = new TreeMap<>();
        values.forEach((name, value) -> {
            String key = catalogue.key(name).map(PolicyKey::name).orElse(name);
            if (byKey.put(key, value.deepCopy()) != null) {
                faults.put(
                        name, "The same value is given twice, as " + key + " and under its other name; leave one out");
            }
        });
        faults.putAll(catalogue.overrideFaults(byKey));
        if (faults.isEmpty()) {
            byKey.forEach(
                    (name, value) -> keyNamed(name).descending(value).ifPresent(message -> faults.put(name, message)));
        }
        if (!faults.isEmpty()) {
            throw new PolicyOverrideException(faults);
        }
        Map<String, PolicyEntry> all = new TreeMap<>(overrides);
        byKey.forEach((name, value) -> all.put(name, override(keyNamed(name), value)));
        FilePolicy changed = new FilePolicy(catalogue, files, all);
        changed.valuesOutOfOrder().forEach((key, fault) -> {
            if (byKey.containsKey(key.name())
                    || key.atMost().filter(byKey::containsKey).isPresent()) {
                faults.put(
                        byKey.containsKey(key.name())
                                ? key.name()
                                : key.atMost().orElseThrow(),
                        fault);
            }
        });
        if (!faults.isEmpty()) {
            throw new PolicyOverrideException(faults);
        }
        return changed;
    }

    @Override
    public Optional<PolicyEntry> entry(String key, LocalDate on) {
        String name = keyNamed(key).name();
        PolicyEntry override = overrides.get(name);
        if (override != null) {
            return Optional.of(override);
        }
        LocalDate day = nearestDayInForce(on);
        return files.stream()
                .flatMap(file -> file.entries(name).stream())
                .filter(entry -> entry.inForceOn(day))
                .findFirst()
                .or(() -> files.stream()
                        .map(file -> file.entries(name))
                        .filter(entries -> !entries.isEmpty())
                        .findFirst()
                        .flatMap(entries ->
                                entries.stream().min(Comparator.comparingLong(entry -> entry.daysFrom(day)))));
    }

    @Override
    public List<PolicyEntry> entries(LocalDate on) {
        return catalogue.keys().stream()
                .flatMap(key -> entry(key.name(), on).stream())
                .toList();
    }

    @Override
    public List<PolicyEntry> allEntries(String key) {
        String name = keyNamed(key).name();
        return Stream.concat(
                        Stream.ofNullable(overrides.get(name)),
                        files.stream().flatMap(file -> file.entries(name).stream()))
                .toList();
    }

    @Override
    public Optional<Integer> number(String key, LocalDate on) {
        return value(key, on, ValueKind.NUMBER).map(JsonNode::intValue);
    }

    @Override
    public Optional<List<Integer>> numbers(String key, LocalDate on) {
        return value(key, on, ValueKind.NUMBER_PAIR)
                .map(value -> items(value).map(JsonNode::intValue).toList());
    }

    @Override
    public Optional<Boolean> yesNo(String key, LocalDate on) {
        return value(key, on, ValueKind.YES_NO).map(JsonNode::booleanValue);
    }

    @Override
    public Optional<String> text(String key, LocalDate on) {
        return value(key, on, ValueKind.TEXT, ValueKind.CHOICE).map(JsonNode::asText);
    }

    @Override
    public Optional<List<String>> list(String key, LocalDate on) {
        return value(key, on, ValueKind.LIST).map(PolicyCatalogue::texts);
    }

    @Override
    public Optional<Set<AttendanceCode>> codes(String key, LocalDate on) {
        return value(key, on, ValueKind.CODES)
                .map(value -> items(value)
                        .map(code -> AttendanceCode.ofToken(code.asText()).orElseThrow())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Optional<DayOfWeek> weekday(String key, LocalDate on) {
        return value(key, on, ValueKind.WEEKDAY)
                .map(value -> DayOfWeek.valueOf(value.asText().toUpperCase(Locale.ROOT)));
    }

    @Override
    public Optional<LocalDate> date(String key, LocalDate on) {
        return value(key, on, ValueKind.DATE_OR_OFF)
                .filter(JsonNode::isTextual)
                .map(value -> LocalDate.parse(value.asText()));
    }

    @Override
    public Optional<List<Band>> bands(String key, LocalDate on) {
        return value(key, on, ValueKind.BANDS)
                .map(value -> items(value).map(FilePolicy::band).toList());
    }

    @Override
    public String toString() {
        return name() + " " + version.substring(0, 12);
    }

    /** Keys whose value exceeds that of the key that bounds it, on any day on which either changes; what to say about it. */
    Map<PolicyKey, String> valuesOutOfOrder() {
        Map<PolicyKey, String> faults = new TreeMap<>(Comparator.comparing(PolicyKey::name));
        for (PolicyKey key : catalogue.keys()) {
            key.atMost()
                    .ifPresent(bound -> Stream.concat(allEntries(key.name()).stream(), allEntries(bound).stream())
                            .map(entry -> entry.from().orElse(LocalDate.EPOCH))
                            .filter(day -> exceeds(number(key.name(), day), number(bound, day)))
                            .findFirst()
                            .ifPresent(day -> faults.put(
                                    key,
                                    key.name() + " is "
                                            + number(key.name(), day).orElseThrow() + " and must not exceed " + bound
                                            + ", which is " + number(bound, day).orElseThrow()
                                            + "; change one of them")));
        }
        return faults;
    }

    private static boolean exceeds(Optional<Integer> value, Optional<Integer> bound) {
        return value.isPresent() && bound.isPresent() && value.get() > bound.get();
    }

    private PolicyFile own() {
        return files.get(0);
    }

    private LocalDate nearestDayInForce(LocalDate day) {
        LocalDate notTooEarly = own().from().filter(day::isBefore).orElse(day);
        return own().to().filter(notTooEarly::isAfter).orElse(notTooEarly);
    }

    private PolicyKey keyNamed(String name) {
        return catalogue
                .key(name)
                .orElseThrow(() -> new IllegalArgumentException("policy.schema.json has no key '" + name + "'"));
    }

    private Optional<JsonNode> value(String key, LocalDate on, ValueKind... kinds) {
        ValueKind kind = keyNamed(key).kind();
        if (!List.of(kinds).contains(kind)) {
            throw new IllegalArgumentException("The values of " + key + " are of kind " + kind);
        }
        return entry(key, on).map(PolicyEntry::value);
    }

    /** Another value, of the same unit and for the same matters as the one it stands in for. */
    private PolicyEntry override(PolicyKey key, JsonNode value) {
        List<PolicyEntry> before = allEntries(key.name());
        String unit = before.stream()
                .map(PolicyEntry::unit)
                .findFirst()
                .orElse(key.units().get(0));
        Set<Matter> matters = EnumSet.noneOf(Matter.class);
        before.forEach(entry -> matters.addAll(entry.appliesTo()));
        return new PolicyEntry(
                key,
                value,
                unit,
                Optional.empty(),
                Optional.empty(),
                before.isEmpty() ? Set.of(Matter.values()) : matters,
                "Set for this check",
                Confidence.UNCONFIRMED,
                Optional.empty(),
                Optional.empty(),
                name(),
                true);
    }

    private static Band band(JsonNode band) {
        Function<String, Optional<Integer>> percent =
                field -> Optional.ofNullable(band.get(field)).map(JsonNode::intValue);
        return new Band(
                band.path("name").asText(),
                percent.apply("from"),
                percent.apply("below"),
                band.path("step").asText());
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
