package uk.daymark.worklist;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.daymark.access.SignedIn;
import uk.daymark.people.Scope;
import uk.daymark.time.LondonTime;

/** Which work items a query speaks of: SQL with places for values. The page and the count are made of the same. */
final class Condition {

    private final Clauses items = new Clauses();

    /** The same as the totals of open work have it, those included that are put off; empty where they do not tell. */
    private Optional<Clauses> open = Optional.of(new Clauses());

    /** Those of them that are put off, where these are not listed. */
    private Optional<Clauses> putOff = Optional.empty();

    private String sameForAll = "w.status, ";

    private Condition() {}

    /** What a person may see at all, open or ended. */
    static Condition seen(SignedIn person, Scope scope) {
        return new Condition().groups(WhoMayDo.seenBy(person.role())).scope(scope);
    }

    /** The open ones of these cases, of those that a person may see. */
    static Condition ofCases(Collection<String> refs, SignedIn person, Scope scope) {
        return seen(person, scope)
                .and("w.status = 'OPEN'")
                .and(
                        "w.case_ref in " + refs.stream().map(ref -> "?").collect(Collectors.joining(", ", "(", ")")),
                        refs.toArray());
    }

    /** The open ones that the filter lets through, of those that a person may see. */
    static Condition listed(WorkFilter filter, SignedIn person, Scope scope, Instant now) {
        return listed(filter, person, scope, now, Optional.empty());
    }

    /** What comes before all others, of what a person may see, is open and is not put off. */
    static Condition firstOfAll(SignedIn person, Scope scope, Instant now) {
        return listed(WorkFilter.of(WorkFilter.View.STANDING), person, scope, now)
                .beforeAll();
    }

    /** Only what comes before all others. */
    Condition beforeAll() {
        return and("w.before_all = 0");
    }

    /** Of the others, only those that are due from one moment to before another. */
    Condition dueWithin(Instant from, Instant before) {
        return and("w.before_all = 1 and w.due_at >= ? and w.due_at < ?", moment(from), moment(before));
    }

    /** All others than {@link #beforeAll} and {@link #dueWithin}. */
    Condition notDueWithin(Instant from, Instant before) {
        return and("w.before_all = 1 and (w.due_at < ? or w.due_at >= ?)", moment(from), moment(before));
    }

    /** As {@link #listed}, with how the stage of a case is asked for. */
    static Condition listed(WorkFilter filter, SignedIn person, Scope scope, Instant now, Optional<CaseStages> stages) {
        Condition condition = new Condition();
        condition.items.and("w.status = 'OPEN'");
        switch (filter.view()) {
            case MINE -> condition.and("w.assignee = ?", person.userName()).standing(now);
            case AVAILABLE -> condition.standing(now).free().groups(WhoMayDo.groupsOf(person.role()));
            case STANDING -> condition.standing(now);
            case POSTPONED -> condition.and("w.postponed_until > ?", moment(now));
            case ALL -> {}
        }
        filter.kind().ifPresent(kind -> condition.andSo("kind = ?", kind));
        filter.due().ifPresent(due -> condition.due(due, now));
        filter.school().ifPresent(urn -> condition.andSo("school_urn = ?", urn));
        filter.caseRef().ifPresent(ref -> condition.and("w.case_ref = ?", ref));
        filter.pupilRef().ifPresent(ref -> condition.and("w.pupil_ref = ?", ref));
        filter.yearGroup()
                .ifPresent(year ->
                        condition.and("w.enrolment_id in (select id from enrolment where year_group = ?)", year));
        filter.stage()
                .ifPresent(stage -> stages.ifPresentOrElse(
                        known -> condition.and("w.case_ref in (" + known.selectRefs() + ")", stage),
                        () -> condition.and("1 = 0")));
        for (String word : filter.words().strip().split("\\s+")) {
            if (!word.isEmpty()) {
                condition.and("w.search_text like ? escape '!'", "%" + escaped(word.toLowerCase(Locale.ROOT)) + "%");
            }
        }
        return condition.groups(WhoMayDo.seenBy(person.role())).scope(scope);
    }

    /** How the totals of open work tell the number of these items; empty where they do not, and the items have to be counted. */
    Optional<Tally> tally() {
        return open.map(whole -> new Tally(whole, putOff));
    }

    /**
     * How many there are: the sum of what is open, less those that are put off.
     *
     * @param open speaks of the table of totals as o
     * @param putOff speaks of the table of items as w
     */
    record Tally(Clauses open, Optional<Clauses> putOff) {

        Object[] values() {
            List<Object> all = new ArrayList<>(open.values());
            putOff.ifPresent(off -> all.addAll(off.values()));
            return all.toArray();
        }
    }

    String sql() {
        return items.sql();
    }

    /**
     * What to sort open items by, soonest first. It begins with what is the same in all of them, as an index does: a database that
     * reads the index in its order stops after a page, however many there are.
     */
    String order() {
        return sameForAll + "w.before_all, w.due_at, w.behind, w.sort_title, w.id";
    }

    /** What to sort them by where somebody asks for an order. */
    String order(WorkOrder order) {
        String way = order.descending() ? " desc" : "";
        return switch (order.by()) {
            case URGENCY -> order();
            case PUPIL -> "lower(w.pupil_name)" + way + ", w.id";
            case WHAT -> "w.sort_title" + way + ", w.id";
            case DUE -> "w.due_at" + way + ", w.id";
            case HOLDER -> "case when w.assignee is null then 1 else 0 end, w.assignee" + way + ", w.id";
        };
    }

    Object[] values(Object... more) {
        List<Object> all = new ArrayList<>(items.values());
        all.addAll(List.of(more));
        return all.toArray();
    }

    /** A condition of which the totals know nothing. */
    private Condition and(String condition, Object... more) {
        items.and(condition, more);
        open = Optional.empty();
        return this;
    }

    /** A condition on a column that items and totals have. */
    private Condition andSo(String condition, Object... more) {
        items.and("w." + condition, more);
        open.ifPresent(clauses -> clauses.and("o." + condition, more));
        putOff.ifPresent(clauses -> clauses.and("w." + condition, more));
        return this;
    }

    /** Before all conditions but that the items are open. */
    private Condition standing(Instant now) {
        items.and("(w.postponed_until is null or w.postponed_until <= ?)", moment(now));
        putOff = Optional.of(new Clauses().and("w.status = 'OPEN'").and("w.postponed_until > ?", moment(now)));
        return this;
    }

    private Condition free() {
        items.and("w.assignee is null");
        open.ifPresent(clauses -> clauses.and("o.taken = false"));
        putOff.ifPresent(clauses -> clauses.and("w.assignee is null"));
        return this;
    }

    private Condition groups(List<String> groups) {
        if (groups.isEmpty()) {
            return and("1 = 0");
        }
        if (WhoMayDo.ofAnAuthority(groups)) {
            items.and("w.of_authority = true");
            sameForAll = "w.of_authority, w.status, ";
        }
        return andSo(
                "role_group in " + groups.stream().map(group -> "?").collect(Collectors.joining(", ", "(", ")")),
                groups.toArray());
    }

    private Condition due(WorkFilter.Due due, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, LondonTime.ZONE);
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return switch (due) {
            case OVERDUE -> and("w.due_at < ?", moment(now));
            case TODAY -> between(today, today);
            case WEEK -> between(today, sunday);
            case NONE -> and("w.due_at is null");
        };
    }

    private Condition between(LocalDate first, LocalDate last) {
        return and("w.due_at >= ? and w.due_at < ?", start(first), start(last.plusDays(1)));
    }

    private static Object start(LocalDate day) {
        return moment(day.atStartOfDay(LondonTime.ZONE).toInstant());
    }

    private static OffsetDateTime moment(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private Condition scope(Scope scope) {
        if (scope instanceof Scope.OneSchool school) {
            sameForAll = "w.school_urn, w.status, ";
            return andSo("school_urn = ?", school.urn().value());
        }
        if (scope instanceof Scope.OneAuthority authority) {
            // As it stands behind "coalesce", no database thinks of reading the items school by school.
            String ofIt = " in (select urn from school where authority = ?)";
            items.and("coalesce(w.school_urn, '')" + ofIt, authority.name());
            open.ifPresent(clauses -> clauses.and("o.school_urn" + ofIt, authority.name()));
            putOff.ifPresent(clauses -> clauses.and("w.school_urn" + ofIt, authority.name()));
            return this;
        }
        return scope instanceof Scope.Everywhere ? this : and("1 = 0");
    }

    private static String escaped(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /** Conditions that must all hold, with the values of their places. */
    static final class Clauses {

        private final StringBuilder sql = new StringBuilder("1 = 1");
        private final List<Object> values = new ArrayList<>();

        private Clauses and(String condition, Object... more) {
            sql.append(" and ").append(condition);
            values.addAll(List.of(more));
            return this;
        }

        String sql() {
            return sql.toString();
        }

        List<Object> values() {
            return values;
        }
    }
}
