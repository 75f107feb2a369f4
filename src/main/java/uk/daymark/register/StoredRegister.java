package uk.daymark.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Marks;
import uk.daymark.measure.Session;
import uk.daymark.measure.Timetable;
import uk.daymark.people.Enrolment;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Pupil;
import uk.daymark.people.PupilId;
import uk.daymark.people.Pupils;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;

/** The register as Daymark holds it, one pupil at a time, ready to be measured. */
@Component
public class StoredRegister {

    /** Stands for "as far back as anybody's register goes" where a school has not said when a pupil came. */
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private static final int AT_A_TIME = 500;

    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private final Schools schools;
    private final Pupils pupils;
    private final MarkStore store;
    private final DecidedCodeStore decidedCodes;

    StoredRegister(Schools schools, Pupils pupils, MarkStore store, DecidedCodeStore decidedCodes) {
        this.schools = schools;
        this.pupils = pupils;
        this.store = store;
        this.decidedCodes = decidedCodes;
    }

    /**
     * A pupil found by a school's reference.
     *
     * @param pupil who
     * @param name the name the pupil goes by
     * @param school the school whose reference it is
     */
    public record Match(PupilId pupil, String name, School school) {}

    /**
     * What is stored of one pupil.
     *
     * @param pupil who
     * @param name the name the pupil goes by
     * @param dateOfBirth empty where no school has said
     * @param enrolments the pupil's times on schools' rolls, earliest first
     * @param current the school that has the pupil on the day asked for; where none has, the one that had the pupil last before it,
     *     else the first to come
     * @param parts each school's timetable with the days on its roll, a part for each stay
     * @param marks all marks of all schools, with the codes decided here in place of the register's where they are to be entered
     * @param unconfirmed sessions whose code was decided here and is waiting or questioned: nothing legal may rest on them
     * @param marked the days of the first and the last mark; empty where there is no mark
     */
    public record PupilRegister(
            PupilId pupil,
            String name,
            Optional<LocalDate> dateOfBirth,
            List<Enrolment> enrolments,
            School current,
            List<Timetable.Part> parts,
            Marks marks,
            Set<Session> unconfirmed,
            Optional<DateRange> marked) {

        /** The name of the policy that the current school works under. */
        public String policyName() {
            return current.policy();
        }
    }

    /**
     * Everybody in scope with that reference. More than one {@link Match#pupil()} means that the reference is not unique there and
     * the school has to be named.
     */
    public List<Match> lookUp(String pupilRef, Scope scope) {
        return pupils.withRef(pupilRef).stream()
                .flatMap(found -> schools.find(found.enrolment().school()).stream()
                        .filter(scope::holds)
                        .map(school -> new Match(
                                found.pupil().id(), found.pupil().details().name(), school)))
                .toList();
    }

    /** The pupil with that reference at that school, where the school is in scope. */
    public Optional<Match> lookUp(Urn urn, String pupilRef, Scope scope) {
        return lookUp(pupilRef, scope).stream()
                .filter(match -> match.school().urn().equals(urn))
                .findFirst();
    }

    /** What is stored of a pupil, on whatever roll; empty where there is no such pupil. */
    public Optional<PupilRegister> of(PupilId id, LocalDate asOf) {
        return Optional.ofNullable(of(List.of(id), asOf).get(id));
    }

    /** The same of many pupils, some hundreds with one question; a pupil that there is not is left out. */
    public Map<PupilId, PupilRegister> of(Collection<PupilId> ids, LocalDate asOf) {
        Map<PupilId, PupilRegister> registers = new HashMap<>();
        List<PupilId> all = List.copyOf(ids);
        for (int at = 0; at < all.size(); at += AT_A_TIME) {
            registers.putAll(new Some(all.subList(at, Math.min(all.size(), at + AT_A_TIME))).registers(asOf));
        }
        return registers;
    }

    /** Some pupils, with all that is stored of them. */
    private final class Some {

        private final Map<PupilId, Pupil> found;
        private final Map<PupilId, List<Enrolment>> rolls;
        private final Map<EnrolmentId, List<MarkStore.Week>> weeks;
        private final Map<EnrolmentId, List<DecidedCodeStore.Open>> decided;
        private final Map<Urn, School> schoolOf;
        private final Map<Urn, Timetable> timetables;

        Some(Collection<PupilId> ids) {
            rolls = pupils.enrolments(ids);
            found = pupils.find(ids);
            List<EnrolmentId> enrolments = rolls.values().stream()
                    .flatMap(List::stream)
                    .map(Enrolment::id)
                    .toList();
            Set<Urn> urns = rolls.values().stream()
                    .flatMap(List::stream)
                    .map(Enrolment::school)
                    .collect(Collectors.toSet());
            schoolOf = schools.find(urns);
            timetables = schools.timetables(urns);
            weeks = enrolments.isEmpty() ? Map.of() : store.weeks(enrolments);
            decided = enrolments.isEmpty() ? Map.of() : decidedCodes.open(enrolments);
        }

        Map<PupilId, PupilRegister> registers(LocalDate asOf) {
            Map<PupilId, PupilRegister> registers = new HashMap<>();
            found.forEach((id, pupil) -> Optional.ofNullable(rolls.get(id))
                    .ifPresent(enrolments -> registers.put(id, register(pupil, enrolments, asOf))));
            return registers;
        }

        private PupilRegister register(Pupil pupil, List<Enrolment> enrolments, LocalDate asOf) {
            Gathered gathered = new Gathered();
            enrolments.forEach(enrolment -> gathered.add(
                    weeks.getOrDefault(enrolment.id(), List.of()), decided.getOrDefault(enrolment.id(), List.of())));
            return new PupilRegister(
                    pupil.id(),
                    pupil.details().name(),
                    pupil.details().dateOfBirth(),
                    enrolments,
                    Optional.ofNullable(schoolOf.get(current(enrolments, asOf).school()))
                            .orElseThrow(),
                    enrolments.stream().flatMap(this::parts).toList(),
                    gathered.marks(),
                    Set.copyOf(gathered.unconfirmed),
                    gathered.days());
        }

        private Stream<Timetable.Part> parts(Enrolment enrolment) {
            Timetable timetable =
                    Optional.ofNullable(timetables.get(enrolment.school())).orElseThrow();
            return enrolment.stays().stream()
                    .map(stay -> new Timetable.Part(
                            new DateRange(
                                    stay.from().orElse(EARLIEST), stay.to().orElse(LATEST)),
                            timetable));
        }
    }

    private static Enrolment current(List<Enrolment> earliestFirst, LocalDate asOf) {
        Enrolment current = earliestFirst.get(0);
        Optional<LocalDate> last = Optional.empty();
        for (Enrolment enrolment : earliestFirst) {
            Optional<LocalDate> day = enrolment.lastDayBy(asOf);
            if (day.isPresent() && (last.isEmpty() || !day.get().isBefore(last.get()))) {
                current = enrolment;
                last = day;
            }
        }
        return current;
    }

    /** One pupil's marks from all rolls. */
    private static final class Gathered {

        private final SortedMap<Session, AttendanceCode> codes = new TreeMap<>();
        private final Set<Session> unconfirmed = new HashSet<>();

        void add(List<MarkStore.Week> weeks, List<DecidedCodeStore.Open> decided) {
            Map<Session, AttendanceCode> here = new HashMap<>();
            for (MarkStore.Week week : weeks) {
                for (int slot = 0; slot < Weeks.SLOTS; slot++) {
                    Session session = Weeks.session(week.week(), slot);
                    Weeks.codeAt(week.codes(), slot).ifPresent(code -> here.put(session, code));
                }
            }
            for (DecidedCodeStore.Open decision : decided) {
                unconfirmed.add(decision.session());
                if (decision.state() == DecidedCode.State.WAITING) {
                    here.put(decision.session(), decision.decided());
                }
            }
            here.forEach(this::put);
        }

        /**
         * Where two schools have a mark for one session, the one the pupil came to last counts, save that D ("expected at another
         * school") and codes that are not collected give way to what the other school says.
         */
        private void put(Session session, AttendanceCode code) {
            codes.merge(session, code, (earlier, later) -> givesWay(later) ? earlier : later);
        }

        private boolean givesWay(AttendanceCode code) {
            return switch (code) {
                case D, Z, CLOSED -> true;
                default -> false;
            };
        }

        Marks marks() {
            Marks.Builder marks = new Marks.Builder();
            codes.forEach(marks::put);
            return marks.build();
        }

        Optional<DateRange> days() {
            Optional<LocalDate> first =
                    codes.keySet().stream().map(Session::date).min(LocalDate::compareTo);
            Optional<LocalDate> last =
                    codes.keySet().stream().map(Session::date).max(LocalDate::compareTo);
            return first.isPresent() && last.isPresent()
                    ? Optional.of(new DateRange(first.get(), last.get()))
                    : Optional.empty();
        }
    }
}
