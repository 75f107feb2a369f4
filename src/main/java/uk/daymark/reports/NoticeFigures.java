package uk.daymark.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.enforcement.NoticeRecords.Fate;
import uk.daymark.enforcement.NoticeRecords.Issued;
import uk.daymark.reports.CountTable.Group;
import uk.daymark.reports.CountTable.Measure;

/** What is counted of notices, and for whom: money only for those who may see the ledger. */
final class NoticeFigures {

    private static final int PENCE = 100;

    private NoticeFigures() {}

    /** A row for each value that one of them has. */
    static List<Group<Issued>> valued(List<Issued> issued, Function<Issued, Optional<String>> value) {
        return SchoolNames.withAll(issued.stream()
                .flatMap(one -> value.apply(one).stream())
                .distinct()
                .sorted()
                .map(word -> new Group<Issued>(
                        word,
                        word.substring(0, 1).toUpperCase(Locale.UK) + word.substring(1),
                        one -> value.apply(one).filter(word::equals).isPresent()))
                .toList());
    }

    /** What is counted of those withdrawn. */
    static List<Measure<Issued>> grounds(SignedIn person, int issued) {
        Measure<Issued> withdrawn = new Measure<>(
                "withdrawn",
                "Withdrawn, of all issued",
                one -> true,
                chosen -> Shares.inWords(chosen.counted().size(), issued),
                chosen -> List.of(
                        chosen.counted().size(), issued - chosen.counted().size()));
        return person.may(Action.SEE_LEDGER) ? List.of(withdrawn, refunds()) : List.of(withdrawn);
    }

    /** What is counted of all. */
    static List<Measure<Issued>> measures(SignedIn person) {
        Measure<Issued> issued = Measure.count("issued", "Issued", one -> true);
        Measure<Issued> open = is("open", "Can still be paid", Fate.OPEN);
        Measure<Issued> unpaid = is("unpaid", "Not paid in time", Fate.UNPAID);
        Measure<Issued> withdrawn = is("withdrawn", "Withdrawn", Fate.WITHDRAWN);
        Measure<Issued> prosecuted = is("prosecuted", "Prosecuted", Fate.PROSECUTED);
        Measure<Issued> court =
                Measure.count("court", "Ever in court", one -> one.courtResult().isPresent());
        return person.may(Action.SEE_LEDGER)
                ? List.of(
                        issued,
                        is("lower", "Paid at the lower rate", Fate.PAID_LOWER),
                        is("full", "Paid at the full rate", Fate.PAID_FULL),
                        open,
                        unpaid,
                        withdrawn,
                        prosecuted,
                        Measure.count("part", "Paid in part only", Issued::partPaid),
                        court,
                        refunds())
                : List.of(
                        issued,
                        Measure.count("paid", "Paid", NoticeFigures::paid),
                        open,
                        unpaid,
                        withdrawn,
                        prosecuted,
                        court);
    }

    private static Measure<Issued> refunds() {
        return Measure.count("refund", "Refund owed", one -> one.refundOwed() > 0);
    }

    private static Measure<Issued> is(String word, String title, Fate fate) {
        return Measure.count(word, title, one -> one.fate() == fate);
    }

    /** Whether it was paid, at whatever rate. */
    static boolean paid(Issued one) {
        return one.fate() == Fate.PAID_LOWER || one.fate() == Fate.PAID_FULL;
    }

    /** What has to be known to read them; of the columns only where all are shown. */
    static List<String> notes(List<Issued> issued, SignedIn person, boolean columns) {
        List<String> notes = new ArrayList<>();
        if (person.may(Action.SEE_LEDGER)) {
            long owed = issued.stream().mapToLong(Issued::refundOwed).sum();
            notes.add(
                    owed == 0
                            ? "No refund is owed for these notices."
                            : "Refunds owed for these notices: " + pounds(owed) + ".");
        }
        notes.add("Notices of before Daymark, or of another authority, are not counted.");
        if (columns) {
            notes.add(
                    "Each notice stands in one of the columns from Paid to Prosecuted; the columns behind them count some of"
                            + " them again.");
        }
        return notes;
    }

    /** What the words of the columns mean. */
    static List<Definition> definitions(SignedIn person) {
        List<Definition> all = new ArrayList<>();
        if (person.may(Action.SEE_LEDGER)) {
            all.add(new Definition("Paid in part only", "Some money came, and it does not clear the notice."));
            all.add(new Definition(
                    "Refund owed",
                    "All that was paid for a withdrawn notice, or what was paid too much, and is not paid back."));
        }
        all.add(new Definition(
                "Not paid in time", "The last day to pay has gone by and nobody has been prosecuted yet."));
        all.add(new Definition(
                "Prosecuted",
                "Proceedings have begun and are not over, or a court has decided. One that ended without a"
                        + " verdict leaves the notice where it was, and stands under Ever in court."));
        return all;
    }

    /** "£80", "£79.50". */
    static String pounds(long pence) {
        return "£" + pence / PENCE
                + (pence % PENCE == 0 ? "" : "." + String.format(Locale.ROOT, "%02d", pence % PENCE));
    }
}
