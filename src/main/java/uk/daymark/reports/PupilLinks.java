package uk.daymark.reports;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.people.Enrolment;
import uk.daymark.people.Pupil;
import uk.daymark.people.PupilId;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;

/** Pupils by name, with their pages. */
@Component
class PupilLinks {

    private final Pupils pupils;
    private final SchoolNames schools;

    PupilLinks(Pupils pupils, SchoolNames schools) {
        this.pupils = pupils;
        this.schools = schools;
    }

    /** A name with the page of the pupil at the last school in scope, for each who was at one. */
    Map<PupilId, Cell> of(Asked asked, Collection<PupilId> ids) {
        Map<PupilId, Pupil> found = pupils.find(ids);
        Set<Urn> within = schools.of(asked).keySet();
        Map<PupilId, Cell> links = new HashMap<>();
        pupils.enrolments(ids)
                .forEach((id, rolls) ->
                        Optional.ofNullable(found.get(id)).ifPresent(pupil -> last(rolls, within, pupil, links)));
        return links;
    }

    private static void last(List<Enrolment> rolls, Set<Urn> within, Pupil pupil, Map<PupilId, Cell> links) {
        rolls.stream()
                .filter(roll -> within.contains(roll.school()))
                .reduce((earlier, later) -> later)
                .ifPresent(roll -> links.put(pupil.id(), link(pupil, roll)));
    }

    /** The name with the page at that school. */
    static Cell link(Pupil pupil, Enrolment roll) {
        return Cell.of(
                pupil.details().name(), "/pupils/" + roll.school().value() + "/" + Addresses.part(roll.pupilRef()));
    }
}
