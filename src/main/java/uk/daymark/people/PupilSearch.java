package uk.daymark.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds pupils by name or reference among the schools somebody may work with. */
@Component
public class PupilSearch {

    private static final String MATCHES =
            " (lower(p.legal_surname) like ? escape '!' or lower(p.legal_forename) like ? escape '!'"
                    + " or lower(p.preferred_surname) like ? escape '!' or lower(p.preferred_forename) like ? escape '!'"
                    + " or lower(e.pupil_ref) like ? escape '!' or lower(coalesce(p.upn, '')) like ? escape '!')";

    private final JdbcTemplate jdbc;
    private final Schools schools;

    PupilSearch(JdbcTemplate jdbc, Schools schools) {
        this.jdbc = jdbc;
        this.schools = schools;
    }

    /**
     * One page of what was found.
     *
     * @param total how many there are on all pages
     * @param found those on this page, by surname, forename and reference
     */
    public record Page(long total, List<Pupils.OnRoll> found) {}

    /**
     * The pupils whose names, reference or UPN hold every word.
     *
     * @param words blank for everybody
     * @param page from 1
     * @param size pupils on a page
     */
    public Page search(Scope scope, String words, int page, int size) {
        return search(scope, Optional.empty(), words, page, size);
    }

    /**
     * The same, of some pupils alone.
     *
     * @param only those; empty for everybody in scope
     */
    public Page search(Scope scope, Optional<Set<PupilId>> only, String words, int page, int size) {
        List<String> urns =
                schools.in(scope).stream().map(school -> school.urn().value()).toList();
        if (urns.isEmpty() || only.filter(Set::isEmpty).isPresent()) {
            return new Page(0, List.of());
        }
        StringBuilder where = new StringBuilder(" where e.school_urn in " + Sql.places(urns));
        List<Object> values = new ArrayList<>(urns);
        only.ifPresent(pupils -> {
            where.append(" and p.id in ").append(Sql.places(pupils));
            pupils.forEach(pupil -> values.add(pupil.number()));
        });
        for (String word : words.strip().split("\\s+")) {
            if (!word.isEmpty()) {
                where.append(" and").append(MATCHES);
                String pattern = "%" + escaped(word.toLowerCase(Locale.ROOT)) + "%";
                values.addAll(List.of(pattern, pattern, pattern, pattern, pattern, pattern));
            }
        }
        Long total = jdbc.queryForObject(
                "select count(*) from enrolment e join pupil p on p.id = e.pupil_id" + where,
                Long.class,
                values.toArray());
        values.add(size);
        values.add((long) (page - 1) * size);
        return new Page(
                total == null ? 0 : total,
                jdbc.query(
                        Pupils.BOTH + where + " order by lower(p.legal_surname), lower(p.legal_forename), e.pupil_ref"
                                + ", e.id limit ? offset ?",
                        Pupils::onRoll,
                        values.toArray()));
    }

    private static String escaped(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
