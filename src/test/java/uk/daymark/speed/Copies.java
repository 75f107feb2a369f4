package uk.daymark.speed;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Copies of rows that the application has written itself, as if there were more families or more schools: each copy has numbers and
 * references of its own, and what belonged together belongs together again. Chains of the journal are copied as they stand, so that
 * theirs do not verify; processes are not copied, so that tasks of a copy can be read and not done.
 */
final class Copies {

    private static final Pattern REF = Pattern.compile("([A-Z]-[0-9]{4}-)([0-9]{4,9})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Set<String> REFS =
            Set.of("ref", "case_ref", "notice_ref", "round_ref", "process_key", "subject", "entry_subject");
    private static final Set<String> TASKS = Set.of("work_item.id", "letter_task.task_id", "decision_review.task_id");
    private static final Set<String> NAMES = Set.of("pupil_ref", "contact_ref");
    private static final Set<String> URNS = Set.of("urn", "school_urn");
    private static final Set<String> PERSONS = Set.of("contact_id", "party_id");
    private static final Set<String> IDS = Set.of("id", "asked_by", "asked_contact");
    private static final int BATCH = 2_000;

    private final JdbcTemplate jdbc;

    Copies(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What makes a copy's numbers and references differ from those it was made of.
     *
     * @param ids added to each number of a row
     * @param persons added to the numbers of contacts and of persons in the ledger
     * @param refs added to the number in each reference
     * @param place added to what is numbered within a case
     * @param suffix put behind names that have to differ
     * @param urn the school of the copy for the school of the original
     * @param kept columns that stay as they are
     */
    record Shift(
            long ids, long persons, long refs, int place, String suffix, UnaryOperator<String> urn, Set<String> kept) {

        /** The n-th copy of a family at its own school. */
        static Shift family(int n) {
            return new Shift(
                    n * 1_000_000L, n * 1_000_000L, n * 100_000L, 0, "x" + n, UnaryOperator.identity(), Set.of());
        }

        /** The n-th more task of those there are, about the same case and pupil. */
        static Shift tasks(int n) {
            return new Shift(
                    0,
                    0,
                    0,
                    0,
                    "t" + n,
                    UnaryOperator.identity(),
                    Set.of("enrolment_id", "pupil_ref", "case_ref", "process_key", "school_urn"));
        }

        /** Whether the copy is at another school, where other people work. */
        boolean elsewhere() {
            return !urn.apply("999101").equals("999101");
        }

        /** The reference that the copy has. */
        String ref(String original) {
            return REF.matcher(original)
                    .replaceAll(found ->
                            found.group(1) + String.format(Locale.ROOT, "%04d", Long.parseLong(found.group(2)) + refs));
        }

        /** The n-th more of what belongs to the same case; persons are those of the n-th copy of the family. */
        static Shift within(int n, Set<String> kept) {
            return new Shift(
                    n * 100_000_000L, n * 1_000_000L, n * 10_000_000L, n, "w" + n, UnaryOperator.identity(), kept);
        }

        /** The n-th copy of the schools with all that belongs to them, the copies of families included. */
        static Shift schools(int n) {
            return new Shift(
                    n * 1_000_000_000L,
                    n * 1_000_000_000L,
                    n * 10_000_000L,
                    0,
                    "y" + n,
                    urn -> String.valueOf(100_000 + n * 10 + urn.charAt(5) - '0'),
                    Set.of());
        }
    }

    /** Rows as they stand in a table. */
    record Rows(String table, List<Column> columns, List<Object[]> rows) {}

    /** Copies rows of a table, once for each shift. */
    void copy(String table, String where, List<Shift> shifts, Object... values) {
        Rows rows = rows(table, where, values);
        shifts.forEach(shift -> add(rows, shift));
    }

    /** Rows to be copied. */
    Rows rows(String table, String where, Object... values) {
        List<Column> columns = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        jdbc.query(
                "select * from " + table + " where " + where,
                row -> {
                    if (columns.isEmpty()) {
                        columns.addAll(columns(table, row.getMetaData()));
                    }
                    rows.add(read(row, columns));
                },
                values);
        return new Rows(table, columns, rows);
    }

    /** Adds a copy of rows. */
    void add(Rows rows, Shift shift) {
        String insert = "insert into " + rows.table + " ("
                + rows.columns.stream().map(Column::name).collect(Collectors.joining(", "))
                + ") overriding system value values ("
                + rows.columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
        for (int at = 0; at < rows.rows.size(); at += BATCH) {
            jdbc.batchUpdate(
                    insert,
                    rows.rows.subList(at, Math.min(rows.rows.size(), at + BATCH)).stream()
                            .map(row -> shifted(row, rows.columns, shift))
                            .toList());
        }
    }

    /** A column with where it stands and its type in the database. */
    record Column(String table, String name, int type) {

        String full() {
            return table + "." + name;
        }

        boolean isId() {
            return type == Types.BIGINT && (IDS.contains(name) || name.endsWith("_id"));
        }
    }

    private static List<Column> columns(String table, ResultSetMetaData data) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int at = 1; at <= data.getColumnCount(); at++) {
            columns.add(new Column(table, data.getColumnName(at).toLowerCase(Locale.ROOT), data.getColumnType(at)));
        }
        return columns;
    }

    private static Object[] read(ResultSet rows, List<Column> columns) throws SQLException {
        Object[] row = new Object[columns.size()];
        for (int at = 0; at < row.length; at++) {
            row[at] = columns.get(at).type() == Types.CLOB ? rows.getString(at + 1) : rows.getObject(at + 1);
        }
        return row;
    }

    private static long more(Column column, Shift shift) {
        if (column.type == Types.BIGINT && PERSONS.contains(column.name)) {
            return shift.persons;
        }
        if (column.isId()) {
            return shift.ids;
        }
        if (column.full().equals("contact_round.number_in_year")) {
            return shift.refs;
        }
        return switch (column.name) {
            case "parent_number" -> shift.place;
            case "entry_no" -> shift.place * 1_000L;
            default -> 0;
        };
    }

    /** What stands in the copy. A pupil of a copy has no number of the nation, which is nobody else's. */
    private static Object[] shifted(Object[] row, List<Column> columns, Shift shift) {
        return IntStream.range(0, row.length)
                .mapToObj(at -> shifted(row[at], columns.get(at), shift))
                .toArray();
    }

    private static @Nullable Object shifted(@Nullable Object value, Column column, Shift shift) {
        if (shift.kept.contains(column.name)) {
            return value;
        }
        if (value instanceof Number number) {
            return number.longValue() + more(column, shift);
        }
        if (!(value instanceof String text)) {
            return value;
        }
        if (TASKS.contains(column.full())) {
            return text + shift.suffix;
        }
        if (column.full().equals("pupil.upn")) {
            return null;
        }
        if (column.full().equals("contact_round.asked_about")) {
            return NUMBER.matcher(text).replaceAll(found -> String.valueOf(Long.parseLong(found.group()) + shift.ids));
        }
        if (NAMES.contains(column.name)) {
            return text + shift.suffix;
        }
        if (column.full().equals("work_item.assignee")) {
            return shift.elsewhere() ? text + shift.suffix : text;
        }
        if (URNS.contains(column.name)) {
            return shift.urn.apply(text);
        }
        return REFS.contains(column.name) ? shift.ref(text) : text;
    }
}
