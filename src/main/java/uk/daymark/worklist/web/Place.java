package uk.daymark.worklist.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;
import uk.daymark.worklist.WorkFilter;
import uk.daymark.worklist.WorkFilter.Due;
import uk.daymark.worklist.WorkFilter.View;
import uk.daymark.worklist.WorkOrder;
import uk.daymark.worklist.WorkOrder.By;

/**
 * Where somebody is on the work list: which list, filtered and sorted how, on which page. It travels in every address, so that the way
 * back leads to where one came from.
 *
 * @param view which list; empty to let the page choose
 * @param kind empty text for all kinds
 * @param year a year group; empty text for all
 * @param stage a stage of cases; empty text for all
 * @param size tasks on a page; nought for the usual number
 * @param page from 1
 * @param from the address of a page of ours that led to a task and is to be gone back to; empty text for the list itself
 */
record Place(
        Optional<View> view,
        String kind,
        Optional<Due> due,
        String words,
        String year,
        String stage,
        WorkOrder order,
        int size,
        int page,
        String from) {

    private static final Map<String, View> VIEWS =
            Map.of("mine", View.MINE, "available", View.AVAILABLE, "all", View.STANDING, "postponed", View.POSTPONED);

    private static final int LONGEST = 200;
    private static final int USUAL = 0;

    /** Pages of ours alone: who makes up an address must not send people anywhere else. */
    private static final String OURS = "/[a-z]+(/[A-Za-z0-9-]{1,40}){0,3}";

    /** Read from an address; what cannot be used is passed over. */
    static Place of(Map<String, String> asked) {
        String page = asked.getOrDefault("page", "");
        String size = asked.getOrDefault("size", "");
        return new Place(
                Optional.ofNullable(VIEWS.get(asked.getOrDefault("view", ""))),
                cut(asked.getOrDefault("kind", "")),
                Filters.due(asked.getOrDefault("due", "")),
                cut(asked.getOrDefault("q", "").strip()),
                cut(asked.getOrDefault("year", "").strip()),
                cut(asked.getOrDefault("stage", "").strip()),
                order(asked),
                size.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(size) : USUAL,
                page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1,
                Optional.ofNullable(asked.get("from"))
                        .filter(address -> address.matches(OURS))
                        .orElse(""));
    }

    private static WorkOrder order(Map<String, String> asked) {
        String wanted = asked.getOrDefault("sort", "");
        return Arrays.stream(By.values())
                .filter(by -> by != By.URGENCY && word(by).equals(wanted))
                .findFirst()
                .map(by -> new WorkOrder(by, "desc".equals(asked.get("dir"))))
                .orElse(WorkOrder.URGENT_FIRST);
    }

    private static String word(By by) {
        return by.name().toLowerCase(Locale.ROOT);
    }

    WorkFilter filter(View otherwise) {
        return new WorkFilter(
                view.orElse(otherwise),
                some(kind),
                due,
                words,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                some(year),
                some(stage));
    }

    Place in(View other) {
        return new Place(Optional.of(other), kind, due, words, year, stage, order, size, 1, from);
    }

    Place onPage(int other) {
        return new Place(view, kind, due, words, year, stage, order, size, other, from);
    }

    Place sorted(WorkOrder other) {
        return new Place(view, kind, due, words, year, stage, other, size, 1, from);
    }

    Place sized(int other) {
        return new Place(view, kind, due, words, year, stage, order, other, 1, from);
    }

    Place without(Narrowing part) {
        return new Place(
                view,
                part == Narrowing.KIND ? "" : kind,
                part == Narrowing.DUE ? Optional.empty() : due,
                part == Narrowing.WORDS ? "" : words,
                part == Narrowing.YEAR ? "" : year,
                part == Narrowing.STAGE ? "" : stage,
                order,
                size,
                1,
                from);
    }

    /** The same list without a filter. */
    Place unfiltered() {
        return new Place(view, "", Optional.empty(), "", "", "", order, size, 1, from);
    }

    /** What is kept of it under a name: neither the page nor where somebody came from. */
    Place kept() {
        return new Place(view, kind, due, words, year, stage, order, size, 1, "");
    }

    /** What a list can be narrowed by. */
    enum Narrowing {
        KIND,
        DUE,
        YEAR,
        STAGE,
        WORDS
    }

    public boolean isFiltered() {
        return !kind.isEmpty() || due.isPresent() || !words.isEmpty() || !year.isEmpty() || !stage.isEmpty();
    }

    /** So many on a page: what was asked for where it can be chosen, else the usual number. */
    int size(List<Integer> sizes) {
        return sizes.contains(size) ? size : sizes.get(0);
    }

    /** The list's name in addresses. */
    static String name(View view) {
        return VIEWS.entrySet().stream()
                .filter(entry -> entry.getValue() == view)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("all");
    }

    /** The name of the choice in addresses; empty text for any. */
    public String dueName() {
        return due.map(chosen -> chosen.name().toLowerCase(Locale.ROOT)).orElse("");
    }

    /** Where the way back leads. */
    String back() {
        return from.isEmpty() ? "/tasks" + query() : from;
    }

    /** {@code ?view=mine&q=khan}; empty text where nothing differs from the usual. */
    public String query() {
        String query = parts().entrySet().stream()
                .map(part -> part.getKey() + "=" + UriUtils.encode(part.getValue(), "UTF-8"))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    /** What the address holds, by name; nothing that is as usual. */
    public Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        view.ifPresent(chosen -> parts.put("view", name(chosen)));
        parts.put("kind", kind);
        parts.put("due", dueName());
        parts.put("q", words);
        parts.put("year", year);
        parts.put("stage", stage);
        if (!order.isByUrgency()) {
            parts.put("sort", word(order.by()));
            parts.put("dir", order.descending() ? "desc" : "asc");
        }
        parts.put("size", size == USUAL ? "" : String.valueOf(size));
        parts.put("page", page == 1 ? "" : String.valueOf(page));
        parts.put("from", from);
        parts.values().removeIf(String::isEmpty);
        return parts;
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
