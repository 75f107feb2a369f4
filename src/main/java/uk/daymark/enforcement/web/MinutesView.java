package uk.daymark.enforcement.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.access.People;
import uk.daymark.enforcement.panel.Minute;
import uk.daymark.time.Dates;

/** The minutes of a sitting as a page shows them: by what they are about, corrected lines behind those that stand in their place. */
@Component
class MinutesView {

    private final People people;
    private final Dates dates;

    MinutesView(People people, Dates dates) {
        this.people = people;
        this.dates = dates;
    }

    /** All lines about one thing. */
    record Part(String title, List<Line> lines) {}

    /**
     * A line that stands.
     *
     * @param instead the lines that stood in its place before, the latest first
     */
    record Line(long id, String words, String by, List<Earlier> instead) {}

    /** A line that was corrected, and why. */
    record Earlier(String words, String by, String why) {}

    /** Each part that has a line, in the order of the minutes. */
    List<Part> of(List<Minute> all) {
        Map<Long, Minute> byId = all.stream().collect(Collectors.toMap(Minute::id, Function.identity()));
        List<Part> parts = new ArrayList<>();
        for (Minute.Part part : Minute.Part.values()) {
            List<Line> lines = all.stream()
                    .filter(line -> line.part() == part)
                    .filter(line -> all.stream()
                            .noneMatch(other -> other.corrects()
                                    .filter(id -> id == line.id())
                                    .isPresent()))
                    .map(line -> new Line(line.id(), line.words(), by(line), instead(line, byId)))
                    .toList();
            if (!lines.isEmpty()) {
                parts.add(new Part(part.title(), lines));
            }
        }
        return parts;
    }

    private List<Earlier> instead(Minute standing, Map<Long, Minute> byId) {
        List<Earlier> earlier = new ArrayList<>();
        Minute line = standing;
        while (line.corrects().isPresent()) {
            String why = line.why();
            Optional<Minute> wrong = line.corrects().map(byId::get);
            if (wrong.isEmpty()) {
                return earlier;
            }
            line = wrong.get();
            earlier.add(new Earlier(line.words(), by(line), why));
        }
        return earlier;
    }

    private String by(Minute line) {
        return people.displayName(line.by()) + ", " + dates.moment(line.at());
    }
}
