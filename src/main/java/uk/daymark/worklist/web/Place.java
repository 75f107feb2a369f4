package uk.daymark.worklist.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;
import uk.daymark.worklist.WorkFilter;
import uk.daymark.worklist.WorkFilter.Due;
import uk.daymark.worklist.WorkFilter.View;

/**
 * Where somebody is on the work list: which list, filtered how, on which page. It travels in every address, so that the way back leads
 * to where one came from.
 *
 * @param view which list; empty to let the page choose
 * @param kind empty text for all kinds
 * @param page from 1
 * @param from the address of a page of ours that led to a task and is to be gone back to; empty text for the list itself
 */
record Place(Optional<View> view, String kind, Optional<Due> due, String words, int page, String from) {

    private static final Map<String, View> VIEWS =
            Map.of("mine", View.MINE, "available", View.AVAILABLE, "all", View.STANDING, "postponed", View.POSTPONED);

    private static final int LONGEST = 200;

    /** Pages of ours alone: who makes up an address must not send people anywhere else. */
    private static final String OURS = "/[a-z]+(/[A-Za-z0-9-]{1,40}){0,3}";

    /** Read from an address; what cannot be used is passed over. */
    static Place of(Map<String, String> asked) {
        String page = asked.getOrDefault("page", "");
        return new Place(
                Optional.ofNullable(VIEWS.get(asked.getOrDefault("view", ""))),
                cut(asked.getOrDefault("kind", "")),
                Filters.due(asked.getOrDefault("due", "")),
                cut(asked.getOrDefault("q", "").strip()),
                page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1,
                Optional.ofNullable(asked.get("from"))
                        .filter(address -> address.matches(OURS))
                        .orElse(""));
    }

    WorkFilter filter(View otherwise) {
        return new WorkFilter(
                view.orElse(otherwise),
                Optional.of(kind).filter(name -> !name.isEmpty()),
                due,
                words,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Place in(View other) {
        return new Place(Optional.of(other), kind, due, words, 1, from);
    }

    Place onPage(int other) {
        return new Place(view, kind, due, words, other, from);
    }

    /** The same list without a filter. */
    Place unfiltered() {
        return new Place(view, "", Optional.empty(), "", 1, from);
    }

    public boolean isFiltered() {
        return !kind.isEmpty() || due.isPresent() || !words.isEmpty();
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
        Map<String, String> parts = new LinkedHashMap<>();
        view.ifPresent(chosen -> parts.put("view", name(chosen)));
        parts.put("kind", kind);
        parts.put("due", dueName());
        parts.put("q", words);
        parts.put("page", page == 1 ? "" : String.valueOf(page));
        parts.put("from", from);
        String query = parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + UriUtils.encode(part.getValue(), "UTF-8"))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
