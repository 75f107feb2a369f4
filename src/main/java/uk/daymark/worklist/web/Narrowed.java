package uk.daymark.worklist.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.daymark.worklist.web.Place.Narrowing;

/**
 * A filter that is on, in words, with the address of the list without it.
 *
 * @param words "in Year 8"
 */
record Narrowed(String words, String without) {

    /**
     * The choices of a filter's form, by what stands in the address, with "Any" first.
     *
     * @param stages empty for who sees no cases
     */
    record Choices(
            Map<String, String> kinds,
            Map<String, String> dues,
            Map<String, String> years,
            Map<String, String> stages) {

        static Choices of(Map<String, String> kinds, List<String> years, Map<String, String> stages, Place place) {
            Map<String, String> byYear = new LinkedHashMap<>();
            years.forEach(year -> byYear.put(year, yearGroup(year)));
            return new Choices(
                            any("Any", kinds, place.kind()),
                            any("Any time", Map.of(), ""),
                            any("Any", byYear, place.year()),
                            stages.isEmpty() ? stages : any("Any", stages, place.stage()))
                    .withDues();
        }

        private Choices withDues() {
            dues.put("overdue", "Overdue");
            dues.put("today", "Today");
            dues.put("week", "This week");
            return this;
        }

        private static Map<String, String> any(String any, Map<String, String> known, String chosen) {
            Map<String, String> choices = new LinkedHashMap<>();
            choices.put("", any);
            choices.putAll(known);
            if (!chosen.isEmpty()) {
                choices.putIfAbsent(chosen, "One that is not on this list");
            }
            return choices;
        }
    }

    /** "Year 8"; "Nursery" as it stands. */
    static String yearGroup(String year) {
        return year.matches("[0-9]{1,2}|[A-Z][0-9]?") ? "Year " + year : year;
    }

    /** The filters that are on, in the order of the form. */
    static List<Narrowed> of(Place place, Choices choices) {
        List<Narrowed> all = new ArrayList<>();
        if (!place.words().isEmpty()) {
            all.add(by(place, Narrowing.WORDS, "with \u201c" + place.words() + "\u201d"));
        }
        if (!place.kind().isEmpty()) {
            all.add(by(
                    place,
                    Narrowing.KIND,
                    "of the kind \u201c" + choices.kinds().get(place.kind()) + "\u201d"));
        }
        if (place.due().isPresent()) {
            all.add(by(
                    place,
                    Narrowing.DUE,
                    "due: "
                            + choices.dues()
                                    .getOrDefault(place.dueName(), "at no stated time")
                                    .toLowerCase(Locale.UK)));
        }
        if (!place.year().isEmpty()) {
            all.add(by(place, Narrowing.YEAR, "in " + yearGroup(place.year())));
        }
        if (!place.stage().isEmpty()) {
            String stage = choices.stages().getOrDefault(place.stage(), place.stage());
            all.add(by(place, Narrowing.STAGE, "of cases at the stage \u201c" + stage + "\u201d"));
        }
        return all;
    }

    private static Narrowed by(Place place, Narrowing part, String words) {
        return new Narrowed(words, "/tasks" + place.without(part).query());
    }
}
