package uk.daymark.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.cases.ThresholdRecords;
import uk.daymark.people.Enrolment;
import uk.daymark.people.Pupil;
import uk.daymark.people.PupilId;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;
import uk.daymark.reports.FormalSteps.Kind;

/** The pupils who met the threshold in some days, each with the steps that were taken in these days. */
@Component
class MetThreshold {

    private final ThresholdRecords threshold;
    private final FormalSteps steps;
    private final Pupils pupils;
    private final SchoolNames schools;

    MetThreshold(ThresholdRecords threshold, FormalSteps steps, Pupils pupils, SchoolNames schools) {
        this.threshold = threshold;
        this.steps = steps;
        this.pupils = pupils;
        this.schools = schools;
    }

    /**
     * A pupil who met the threshold.
     *
     * @param here the school in scope
     * @param taken the kinds of steps that were taken about the pupil
     */
    record Met(Pupil pupil, Enrolment here, Set<Kind> taken) {

        Met {
            taken = Set.copyOf(taken);
        }

        Pupil.Details details() {
            return pupil.details();
        }

        boolean socialWorker() {
            return details().childInNeed()
                    || details().childProtection()
                    || details().lookedAfter();
        }
    }

    /** Those of whom the person may know, by surname and forename. */
    List<Met> of(Asked asked) {
        List<PupilId> ids = threshold.met(asked.scope(), asked.period().days()).stream()
                .filter(asked::knows)
                .toList();
        Map<Kind, Set<PupilId>> taken = new EnumMap<>(Kind.class);
        steps.taken(asked, asked.period().days())
                .forEach(step -> taken.computeIfAbsent(step.kind(), kind -> new HashSet<>())
                        .add(step.pupil()));
        Map<PupilId, Pupil> found = pupils.find(ids);
        Map<PupilId, List<Enrolment>> rolls = pupils.enrolments(ids);
        Set<Urn> within = schools.of(asked).keySet();
        List<Met> met = new ArrayList<>();
        for (PupilId id : ids) {
            rolls.getOrDefault(id, List.of()).stream()
                    .filter(enrolment -> within.contains(enrolment.school()))
                    .reduce((earlier, later) -> later)
                    .filter(here -> found.containsKey(id))
                    .ifPresent(here -> met.add(new Met(
                            Objects.requireNonNull(found.get(id)),
                            here,
                            taken.entrySet().stream()
                                    .filter(entry -> entry.getValue().contains(id))
                                    .map(Map.Entry::getKey)
                                    .collect(Collectors.toSet()))));
        }
        met.sort(Comparator.comparing((Met one) -> one.details().legalSurname())
                .thenComparing(one -> one.details().legalForename())
                .thenComparing(one -> one.pupil().id().number()));
        return met;
    }
}
