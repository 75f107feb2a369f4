package uk.daymark.reports;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.util.UriComponentsBuilder;
import uk.daymark.access.SignedIn;
import uk.daymark.people.PupilId;
import uk.daymark.people.Scope;

/**
 * What is asked of a report.
 *
 * @param person who asks
 * @param scope the schools that are counted: those in the person's reach, or the one of them that was chosen
 * @param only the pupils of whom alone the person may know, so that only they are counted; empty where it is everybody at those schools
 * @param asOf the day to speak of: today
 * @param period the days to speak of
 * @param filters what stands in the address, by name; texts of at most 200 characters
 */
public record Asked(
        SignedIn person,
        Scope scope,
        Optional<Set<PupilId>> only,
        LocalDate asOf,
        Period period,
        Map<String, String> filters) {

    /** What was chosen; empty text where nothing was. */
    public String filter(String name) {
        return filters.getOrDefault(name, "");
    }

    /** Whether the person may know of the pupil, who is at one of the schools. */
    public boolean knows(PupilId pupil) {
        return only.map(pupils -> pupils.contains(pupil)).orElse(true);
    }

    /**
     * The address of the rows behind a figure of a report: the same filters, and those that tell which figure.
     *
     * @param more names and values in turn; each name begins with "of"
     */
    public String rows(Report report, String... more) {
        return address("/reports/" + report.name() + "/rows", more);
    }

    /** The address of a report with the same filters, save those that tell of which figure rows were asked: their names begin with "of". */
    public String report(Report report) {
        Map<String, String> chosen = new LinkedHashMap<>(filters);
        chosen.keySet().removeIf(name -> name.startsWith("of"));
        return new Asked(person, scope, only, asOf, period, chosen).address("/reports/" + report.name());
    }

    /** The same filters under another address, with some set anew. */
    public String address(String path, String... more) {
        Map<String, String> all = new LinkedHashMap<>(filters);
        for (int at = 0; at < more.length; at += 2) {
            all.put(more[at], more[at + 1]);
        }
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        all.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(all).toUriString();
    }
}
