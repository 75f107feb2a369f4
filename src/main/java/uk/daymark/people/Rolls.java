package uk.daymark.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who is on the rolls of schools on a day: all of them at once, for what is counted over many pupils. */
@Component
public class Rolls {

    private final JdbcTemplate jdbc;
    private final Schools schools;

    Rolls(JdbcTemplate jdbc, Schools schools) {
        this.jdbc = jdbc;
        this.schools = schools;
    }

    /**
     * A pupil on a school's roll.
     *
     * @param pupil who
     * @param here the roll in scope; of several the one the pupil came to last
     * @param school that school
     * @param all every time on any school's roll, also outside of the scope, in the order of the last coming
     */
    public record OnRoll(Pupil pupil, Enrolment here, School school, List<Enrolment> all) {

        public OnRoll {
            all = List.copyOf(all);
        }
    }

    /** Every pupil on a roll of these schools that day, each once, by surname and forename. */
    public List<OnRoll> on(LocalDate day, Scope scope) {
        Map<Urn, School> within =
                schools.in(scope).stream().collect(Collectors.toMap(School::urn, Function.identity()));
        if (within.isEmpty()) {
            return List.of();
        }
        // Of more than one school all rolls are read: who is on none of those in scope falls out below, and a question
        // within the question is asked again for each row while another person's import writes rolls.
        Optional<Urn> one = scope.homeSchool();
        Map<PupilId, List<Pupils.OnRoll>> rolls = new LinkedHashMap<>();
        jdbc.query(
                        Pupils.BOTH
                                + one.map(
                                                school ->
                                                        " where e.pupil_id in (select x.pupil_id from enrolment x where x.school_urn = ?)")
                                        .orElse("")
                                + " order by lower(p.legal_surname), lower(p.legal_forename), p.id,"
                                + " coalesce(e.on_roll_from, date '1900-01-01'), e.id",
                        Pupils::onRoll,
                        one.stream().map(Urn::value).toArray())
                .forEach(roll -> rolls.computeIfAbsent(roll.pupil().id(), id -> new ArrayList<>())
                        .add(roll));
        List<OnRoll> found = new ArrayList<>();
        rolls.values().forEach(all -> onRoll(all, day, within).ifPresent(found::add));
        return found;
    }

    private static Optional<OnRoll> onRoll(List<Pupils.OnRoll> all, LocalDate day, Map<Urn, School> within) {
        List<Enrolment> enrolments = all.stream().map(Pupils.OnRoll::enrolment).toList();
        return enrolments.stream()
                .filter(enrolment -> enrolment.onRoll(day) && within.containsKey(enrolment.school()))
                .reduce((earlier, later) -> later)
                .flatMap(here -> Optional.ofNullable(within.get(here.school()))
                        .map(school -> new OnRoll(all.get(0).pupil(), here, school, enrolments)));
    }
}
