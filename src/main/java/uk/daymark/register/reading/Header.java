package uk.daymark.register.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The header of a file, understood.
 *
 * @param line where it stands
 * @param names its cells as written
 * @param layout the layout in words
 * @param places where each column stands, counted from 0; several where the layout splits it
 * @param ignored names of columns that mean nothing to Daymark
 * @param upnIsRef whether the UPN stands in for the system's own id of the pupil, because there is no column of that
 */
record Header(
        long line,
        List<String> names,
        String layout,
        Map<Column, int[]> places,
        List<String> ignored,
        boolean upnIsRef) {

    /** A header of more columns than this is no export of a school's system. */
    static final int MOST_COLUMNS = 500;

    private static final int MOST_NAMED = 30;

    /** The number of cells whose names mean something for this kind of file. */
    static long recognised(FileKind kind, List<String> names) {
        Set<String> folded = foldedSet(names);
        Optional<Layout> layout = Layout.of(kind, folded);
        return names.stream()
                .map(HeaderName::folded)
                .filter(name -> layout.isPresent()
                        ? layout.get().meaning(name).isPresent()
                        : Columns.named(kind, name).isPresent())
                .count();
    }

    /**
     * Understands a header.
     *
     * @throws UnreadableFileException where it is none, lacks columns, or gives one meaning twice
     */
    static Header of(FileKind kind, long line, List<String> given, boolean schoolIsGiven)
            throws UnreadableFileException {
        List<String> names = RejectedLines.has(given) ? withoutFaults(given) : given;
        if (names.size() > MOST_COLUMNS) {
            throw new UnreadableFileException("The first line has more than " + MOST_COLUMNS
                    + " columns. An export of a register has far fewer. Check that this is the right file.");
        }
        if (kind == FileKind.CONTACTS && SimsContactReport.has(names)) {
            return complete(SimsContactReport.header(line, names).withNames(given), kind, schoolIsGiven);
        }
        Optional<Layout> layout = Layout.of(kind, foldedSet(names));
        Map<Column, List<Integer>> places = new EnumMap<>(Column.class);
        List<String> ignored = new ArrayList<>();
        place(kind, names, layout, places, ignored);
        refuseTwice(names, places, layout);
        if (places.isEmpty()) {
            // The line is not repeated here: without a header it is the first child of the school.
            throw new UnreadableFileException("The first line holds no column name that is known for a file of "
                    + kind.path() + ". Put a header line with the names of the columns first.");
        }
        boolean ownNames = places.entrySet().stream()
                .allMatch(entry -> entry.getValue().stream()
                        .allMatch(at -> names.get(at).equals(entry.getKey().title())));
        boolean upnIsRef = putUpnForReference(kind, names, places, ignored);
        Map<Column, int[]> fixed = new EnumMap<>(Column.class);
        places.forEach((column, list) ->
                fixed.put(column, list.stream().mapToInt(Integer::intValue).toArray()));
        String title = layout.map(Layout::name).orElse(ownNames ? "Daymark" : "columns by name");
        return complete(new Header(line, List.copyOf(given), title, fixed, ignored, upnIsRef), kind, schoolIsGiven);
    }

    private static void place(
            FileKind kind,
            List<String> names,
            Optional<Layout> layout,
            Map<Column, List<Integer>> places,
            List<String> ignored) {
        for (int i = 0; i < names.size(); i++) {
            String folded = HeaderName.folded(names.get(i));
            Optional<Column> column = layout.isPresent() ? layout.get().meaning(folded) : Columns.named(kind, folded);
            boolean known = layout.isPresent() && layout.get().unused().contains(folded);
            if (column.isPresent()) {
                places.computeIfAbsent(column.get(), any -> new ArrayList<>()).add(i);
            } else if (!folded.isEmpty() && !known) {
                ignored.add(names.get(i));
            }
        }
    }

    /** Where no column holds the system's own number of the pupil, the UPN names the pupil: it is the same in every file. */
    private static boolean putUpnForReference(
            FileKind kind, List<String> names, Map<Column, List<Integer>> places, List<String> ignored) {
        boolean needed = Columns.required(kind).contains(Column.PUPIL_REF) && !places.containsKey(Column.PUPIL_REF);
        List<Integer> upn = needed ? places.getOrDefault(Column.UPN, named("upn", names)) : List.of();
        if (upn.size() != 1) {
            return false;
        }
        places.put(Column.PUPIL_REF, upn);
        ignored.remove(names.get(upn.get(0)));
        return true;
    }

    /** The same places, with nothing in those of the columns that say what was wrong. */
    private static List<String> withoutFaults(List<String> given) {
        List<String> names = new ArrayList<>(given);
        names.subList(0, RejectedLines.COLUMNS.size()).replaceAll(name -> "");
        return names;
    }

    private Header withNames(List<String> given) {
        return new Header(line, List.copyOf(given), layout, places, ignored, upnIsRef);
    }

    /** Whether this is a list of rejected lines that comes back. */
    boolean rejected() {
        return RejectedLines.has(names);
    }

    /** Whether the file has this column. */
    boolean has(Column column) {
        return places.containsKey(column);
    }

    /** The column as the person who made the file knows it. */
    String label(Column column) {
        int[] at = places.get(column);
        if (at == null || names.get(at[0]).equals(column.title())) {
            return column.title();
        }
        return Cells.shortened(names.get(at[0])) + " (" + column.title() + ")";
    }

    private static Header complete(Header header, FileKind kind, boolean schoolIsGiven) throws UnreadableFileException {
        Set<Column> missing = missing(kind, header.places.keySet(), schoolIsGiven);
        if (!missing.isEmpty()) {
            String columns = missing.stream().map(Column::title).collect(Collectors.joining(", "));
            throw new UnreadableFileException("A file of " + kind.path() + " needs the " + plural(missing) + columns
                    + ", and this file has no such column." + otherKind(kind, header.names)
                    + " Its columns are: " + seen(header.names));
        }
        return header;
    }

    private static String plural(Set<Column> missing) {
        return missing.size() == 1 ? "column " : "columns ";
    }

    private static Set<Column> missing(FileKind kind, Set<Column> present, boolean schoolIsGiven) {
        Set<Column> missing = new LinkedHashSet<>(Columns.required(kind));
        missing.removeAll(present);
        if (schoolIsGiven && kind != FileKind.SCHOOLS) {
            missing.remove(Column.SCHOOL_URN);
        }
        return missing;
    }

    private static String otherKind(FileKind kind, List<String> names) {
        for (FileKind other : FileKind.values()) {
            Set<Column> present = names.stream()
                    .flatMap(name -> Columns.named(other, HeaderName.folded(name)).stream())
                    .collect(Collectors.toSet());
            if (other != kind && missing(other, present, true).isEmpty()) {
                return " It looks like a file of " + other.path() + ".";
            }
        }
        return "";
    }

    private static void refuseTwice(List<String> names, Map<Column, List<Integer>> places, Optional<Layout> layout)
            throws UnreadableFileException {
        for (Map.Entry<Column, List<Integer>> entry : places.entrySet()) {
            List<Integer> at = entry.getValue();
            // A known layout may spread one column over several of its own, but never under the very same name.
            boolean meant = layout.isPresent()
                    && at.stream()
                                    .map(i -> HeaderName.folded(names.get(i)))
                                    .distinct()
                                    .count()
                            == at.size()
                    && at.stream().allMatch(i -> layout.get().names().containsKey(HeaderName.folded(names.get(i))));
            if (at.size() > 1 && !meant) {
                String both = at.stream()
                        .map(i -> "column " + (i + 1) + " " + Cells.shortened(names.get(i)))
                        .collect(Collectors.joining(" and "));
                throw new UnreadableFileException(
                        "Two columns could be the " + entry.getKey().title() + ": " + both
                                + ". Leave out the one that is not meant, or name it differently.");
            }
        }
    }

    private static List<Integer> named(String folded, List<String> names) {
        return IntStream.range(0, names.size())
                .filter(i -> HeaderName.folded(names.get(i)).equals(folded))
                .boxed()
                .toList();
    }

    private static Set<String> foldedSet(List<String> names) {
        return names.stream().map(HeaderName::folded).collect(Collectors.toCollection(HashSet::new));
    }

    private static String seen(List<String> names) {
        String seen = names.stream().limit(MOST_NAMED).map(Cells::shortened).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMED ? seen + ", and " + (names.size() - MOST_NAMED) + " more" : seen;
    }

    /** Whether a line holds the names of the columns again, as where two exports were put together. */
    boolean isRepeatedBy(Line repeated) {
        boolean any = false;
        for (int[] at : places.values()) {
            for (int i : at) {
                if (!Cells.stripped(repeated.text(i)).equalsIgnoreCase(names.get(i))) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    /** Which cells of a line are needed. */
    boolean[] wanted(Predicate<Column> needed) {
        boolean[] wanted = new boolean[names.size()];
        places.forEach((column, at) -> {
            if (needed.test(column)) {
                Arrays.stream(at).forEach(i -> wanted[i] = true);
            }
        });
        return wanted;
    }
}
