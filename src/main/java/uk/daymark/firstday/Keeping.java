package uk.daymark.firstday;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilId;
import uk.daymark.people.Urn;
import uk.daymark.workflow.Processes;

/** Keeps the rounds in step with the register: opens, joins, asks again and ends them as codes come and go. */
@Component
class Keeping {

    private final Absentees absentees;
    private final Rounds rounds;
    private final Attempts attempts;
    private final Processes processes;
    private final Journal journal;
    private final LongAbsences longAbsences;
    private final Clock clock;

    Keeping(
            Absentees absentees,
            Rounds rounds,
            Attempts attempts,
            Processes processes,
            Journal journal,
            LongAbsences longAbsences,
            Clock clock) {
        this.absentees = absentees;
        this.rounds = rounds;
        this.attempts = attempts;
        this.processes = processes;
        this.journal = journal;
        this.longAbsences = longAbsences;
        this.clock = clock;
    }

    /**
     * What the codes cause.
     *
     * @param started calls to make
     * @param late households with nothing but sessions whose deadline has passed
     * @param joined pupils added to a household that is being asked already
     * @param closed households that need not be asked any more
     */
    record Caused(int started, int late, int joined, int closed) {

        Caused plus(Caused other) {
            return new Caused(started + other.started, late + other.late, joined + other.joined, closed + other.closed);
        }

        List<String> inWords() {
            List<String> words = new ArrayList<>();
            if (closed > 0) {
                words.add("closes " + Sentences.count(closed, "call"));
            }
            if (started > 0) {
                words.add("starts " + Sentences.count(started, "call"));
            }
            if (joined > 0) {
                words.add("adds " + Sentences.count(joined, "pupil") + " to a call");
            }
            if (late > 0) {
                words.add("asks the attendance lead about absences of " + Sentences.count(late, "household")
                        + " whose deadline has passed");
            }
            return words;
        }
    }

    /**
     * Compares codes that changed with the rounds of a school.
     *
     * @param changed the codes from now on, of some sessions of some pupils
     * @param how how they came, for people: "by the register of 15 September"
     * @param applying whether to do what follows; else it is only counted
     */
    Caused keep(Urn school, Map<EnrolmentId, Map<Session, AttendanceCode>> changed, String how, boolean applying) {
        Optional<Timings> timings = absentees.timings(school);
        return timings.map(known -> new One(known, changed, how, applying).keep())
                .orElse(new Caused(0, 0, 0, 0));
    }

    /** One school's changes. */
    private final class One {

        private final Timings timings;
        private final Map<EnrolmentId, Map<Session, AttendanceCode>> changed;
        private final String how;
        private final boolean applying;
        private final LocalDate today = LocalDate.now(clock);
        private final Map<EnrolmentId, NavigableMap<Session, AttendanceCode>> standing = new HashMap<>();
        private int started;
        private int late;
        private int joined;
        private int closed;

        One(Timings timings, Map<EnrolmentId, Map<Session, AttendanceCode>> changed, String how, boolean applying) {
            this.timings = timings;
            this.changed = changed;
            this.how = how;
            this.applying = applying;
        }

        Caused keep() {
            List<Round> open = rounds.openAt(timings.school().urn());
            Set<EnrolmentId> inRounds =
                    open.stream().flatMap(round -> round.pupils().stream()).collect(Collectors.toSet());
            List<Round> touched = open.stream()
                    .filter(round -> round.pupils().stream().anyMatch(changed::containsKey))
                    .toList();
            Set<EnrolmentId> all = new LinkedHashSet<>(changed.keySet());
            touched.forEach(round -> all.addAll(round.pupils()));
            standing.putAll(absentees.standing(all));
            if (!applying) {
                changed.forEach((pupil, codes) ->
                        standing.computeIfAbsent(pupil, p -> new TreeMap<>()).putAll(codes));
            }
            touched.forEach(this::keepUp);
            Missing newly = missing(changed.keySet().stream()
                    .filter(pupil -> !inRounds.contains(pupil))
                    .toList());
            if (!newly.none()) {
                household(newly, open);
            }
            return new Caused(started, late, joined, closed);
        }

        private Missing missing(Collection<EnrolmentId> pupils) {
            return absentees.missing(timings, pupils, standing);
        }

        private void keepUp(Round round) {
            Missing missing = missing(round.pupils());
            if (missing.none()) {
                // Somebody is still looking for the pupil: a code alone does not say that the pupil was found.
                if (round.missingSince().isEmpty()) {
                    closed++;
                    end(round);
                }
            } else if (applying && changesWork(round, missing)) {
                askAgain(round.ref(), "the absences without a reason have changed");
            }
        }

        private void end(Round round) {
            if (applying) {
                String because = because(round.pupils());
                processes.signal("explained", round.ref(), Map.of(Processes.BECAUSE, because));
                rounds.close(round.ref(), because);
            }
        }

        private boolean changesWork(Round round, Missing missing) {
            boolean otherSessions = !round.confirming().isEmpty()
                    && !round.confirming().equals(missing.due(timings, today).named());
            List<EnrolmentId> toAsk = missing.pupils().stream()
                    .filter(pupil ->
                            attempts.lastReached(pupil).filter(today::equals).isEmpty())
                    .toList();
            boolean otherPupils = round.askedAbout().isEmpty()
                    ? toAsk.stream().anyMatch(this::absentToday)
                    : !Set.copyOf(toAsk).equals(Set.copyOf(round.askedAbout()))
                            || toAsk.stream().anyMatch(pupil -> anotherDay(pupil, missing));
            return otherSessions || otherPupils;
        }

        private boolean absentToday(EnrolmentId pupil) {
            return changed.getOrDefault(pupil, Map.of()).entrySet().stream()
                    .anyMatch(change -> change.getKey().date().equals(today) && change.getValue() == AttendanceCode.N);
        }

        /** One day more than the open call speaks of. */
        private boolean anotherDay(EnrolmentId pupil, Missing missing) {
            long sessionsToday = missing.of(pupil).stream()
                    .filter(session -> session.date().equals(today))
                    .count();
            return absentToday(pupil)
                    && missing.of(pupil).size() > sessionsToday
                    && changed.getOrDefault(pupil, Map.of()).keySet().stream()
                                    .filter(session -> session.date().equals(today))
                                    .count()
                            == sessionsToday;
        }

        private void askAgain(String ref, String because) {
            processes.signal("look-again", ref, Map.of(Processes.BECAUSE, because));
        }

        private String because(Collection<EnrolmentId> pupils) {
            String meanings = pupils.stream()
                    .flatMap(pupil -> changed.getOrDefault(pupil, Map.of()).values().stream())
                    .filter(code -> code != AttendanceCode.N)
                    .map(code -> Sentences.small(code.meaning()))
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", "));
            return (meanings.isEmpty() ? "no absence is left without a reason" : meanings) + ", " + how;
        }

        private void household(Missing newly, List<Round> open) {
            Families families = absentees.families(timings.school());
            Map<EnrolmentId, PupilId> known = new LinkedHashMap<>();
            newly.pupils()
                    .forEach(id -> known.put(id, absentees.absentee(id).pupil().id()));
            List<List<EnrolmentId>> groups = new ArrayList<>();
            Map<Round, List<PupilId>> asked = new LinkedHashMap<>();
            open.forEach(round -> asked.put(round, absentees.pupils(round.pupils())));
            known.forEach((id, pupil) -> {
                Optional<Round> home = asked.entrySet().stream()
                        .filter(entry -> belongs(families, pupil, entry.getValue()))
                        .map(Map.Entry::getKey)
                        .findFirst();
                if (home.isPresent() && home.get().open()) {
                    joined++;
                    join(home.get(), id);
                    return;
                }
                groups.stream()
                        .filter(group -> belongs(
                                families,
                                pupil,
                                group.stream()
                                        .map(other -> Optional.ofNullable(known.get(other))
                                                .orElseThrow())
                                        .toList()))
                        .findFirst()
                        .ifPresentOrElse(group -> group.add(id), () -> groups.add(new ArrayList<>(List.of(id))));
            });
            groups.forEach(group -> start(newly.of(group)));
        }

        private boolean belongs(Families families, PupilId pupil, List<PupilId> household) {
            return household.stream().anyMatch(other -> families.shareAHome(pupil, other))
                    && household.stream().allMatch(other -> families.mayBeNamedTogether(pupil, other));
        }

        private void join(Round round, EnrolmentId pupil) {
            if (applying) {
                rounds.join(round.ref(), pupil);
                journal.write(Entry.of(
                        round.ref(),
                        "CALL",
                        absentees.absentee(pupil).name() + " was added: same household, absent without a reason",
                        ""));
                askAgain(round.ref(), absentees.absentee(pupil).name() + " is absent too");
                tellOfSocialWorkers(round.ref(), List.of(pupil));
            }
        }

        private void start(Missing household) {
            if (household.all().allMatch(session -> timings.deadlinePassed(session.date(), today))) {
                late++;
            } else {
                started++;
            }
            if (applying) {
                List<EnrolmentId> pupils = household.pupils();
                String ref = rounds.open(timings.school().urn(), pupils);
                journal.write(Entry.of(
                        ref,
                        "CALL",
                        absentees.names(pupils) + (pupils.size() == 1 ? " is" : " are") + " absent without a reason: "
                                + pupils.stream()
                                        .map(pupil -> Sentences.sessions(household.of(pupil)))
                                        .distinct()
                                        .collect(Collectors.joining("; ")),
                        ""));
                begin(ref, household);
            }
        }

        private void begin(String ref, Missing household) {
            Instant now = clock.instant();
            processes.start(
                    Round.MODEL,
                    ref,
                    Map.of(
                            "deadline",
                            timings.deadlineMoment(
                                    household.first().orElseThrow().date(), now),
                            "longAbsence",
                            longAbsences.nextLook(timings, household, standing)));
            tellOfSocialWorkers(ref, household.pupils());
        }
    }

    /** Begins a closed round again, because an answer that closed it was taken back. */
    void reopen(String ref) {
        rounds.reopen(ref);
        Round round = rounds.get(ref);
        Timings timings = absentees.timings(round);
        Map<EnrolmentId, NavigableMap<Session, AttendanceCode>> standing = absentees.standing(round.pupils());
        Missing missing = absentees.missing(timings, round.pupils(), standing);
        processes.start(
                Round.MODEL,
                ref,
                Map.of(
                        "deadline",
                        timings.deadlineMoment(
                                missing.first().map(Session::date).orElse(LocalDate.now(clock)), clock.instant()),
                        "longAbsence",
                        longAbsences.nextLook(timings, missing, standing)));
    }

    private void tellOfSocialWorkers(String ref, List<EnrolmentId> pupils) {
        for (EnrolmentId pupil : pupils) {
            if (absentees.absentee(pupil).hasSocialWorker()) {
                processes.signal("social-worker", ref, Map.of("socialWorkerOf", pupil.number()));
            }
        }
    }
}
