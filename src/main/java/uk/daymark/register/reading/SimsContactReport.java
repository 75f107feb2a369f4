package uk.daymark.register.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The SIMS report of contacts. It names three columns {@code ID}, two {@code Forename} and two {@code Surname}; only their place
 * tells what they mean: the first ID opens the pupil's columns, the second the contact's, the third the class's.
 */
final class SimsContactReport {

    private static final Map<String, Column> OF_CONTACT = Map.ofEntries(
            Map.entry("contactpriority", Column.PRIORITY),
            Map.entry("priority", Column.PRIORITY),
            Map.entry("parentalresponsibility", Column.PARENTAL_RESPONSIBILITY),
            Map.entry("liveswithpupil", Column.LIVES_WITH),
            Map.entry("courtorder", Column.COURT_ORDER),
            Map.entry("relationship", Column.RELATIONSHIP),
            Map.entry("title", Column.TITLE),
            Map.entry("forename", Column.FORENAME),
            Map.entry("surname", Column.SURNAME),
            Map.entry("maintelephone", Column.HOME_PHONE),
            Map.entry("primaryemail", Column.EMAIL),
            Map.entry("contacthomeemail", Column.EMAIL),
            Map.entry("mobilenumber", Column.MOBILE));

    private static final Set<String> OF_PUPIL = Set.of("forename", "surname");

    private SimsContactReport() {}

    static boolean has(List<String> names) {
        List<Integer> ids = ids(names);
        return (ids.size() == 2 || ids.size() == 3)
                && names.subList(0, ids.get(0)).stream().allMatch(name -> name.isEmpty() || isSchool(name))
                && names.subList(ids.get(1), names.size()).stream()
                        .anyMatch(name -> HeaderName.folded(name).equals("surname"));
    }

    static Header header(long line, List<String> names) throws UnreadableFileException {
        List<Integer> ids = ids(names);
        int contact = ids.get(1);
        int end = ids.size() == 3 ? ids.get(2) : names.size();
        Map<Column, int[]> places = new EnumMap<>(Column.class);
        List<String> ignored = new ArrayList<>();
        places.put(Column.PUPIL_REF, new int[] {ids.get(0)});
        places.put(Column.CONTACT_REF, new int[] {contact});
        for (int i = 0; i < end; i++) {
            String folded = HeaderName.folded(names.get(i));
            if (i < contact) {
                if (isSchool(names.get(i))) {
                    places.put(Column.SCHOOL_URN, new int[] {i});
                } else if (!folded.isEmpty() && !folded.equals("id") && !OF_PUPIL.contains(folded)) {
                    ignored.add(names.get(i));
                }
                continue;
            }
            Column column = OF_CONTACT.get(folded);
            if (column == null) {
                if (i != contact) {
                    ignored.add(names.get(i));
                }
            } else {
                put(places, column, i, folded, names);
            }
        }
        return new Header(line, List.copyOf(names), "SIMS contact report", places, ignored, false);
    }

    private static void put(Map<Column, int[]> places, Column column, int at, String folded, List<String> names)
            throws UnreadableFileException {
        int[] before = places.get(column);
        if (before == null) {
            places.put(column, new int[] {at});
        } else if (column == Column.EMAIL
                && !HeaderName.folded(names.get(before[0])).equals(folded)) {
            // The primary address goes first, whichever column the report gives first.
            places.put(column, folded.equals("primaryemail") ? new int[] {at, before[0]} : new int[] {before[0], at});
        } else {
            throw new UnreadableFileException("Two columns could be the contact's " + column.title() + ": columns "
                    + (before[0] + 1) + " and " + (at + 1) + ". Leave out the one that is not meant.");
        }
    }

    private static boolean isSchool(String name) {
        return Columns.named(FileKind.CONTACTS, HeaderName.folded(name))
                .filter(column -> column == Column.SCHOOL_URN)
                .isPresent();
    }

    private static List<Integer> ids(List<String> names) {
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (HeaderName.folded(names.get(i)).equals("id")) {
                ids.add(i);
            }
        }
        return ids;
    }
}
