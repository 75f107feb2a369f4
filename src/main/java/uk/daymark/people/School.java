package uk.daymark.people;

import java.time.LocalTime;
import java.util.Optional;

/**
 * A school.
 *
 * @param urn its unique reference number
 * @param name as people call it
 * @param phase primary, secondary, ...: in the school's words
 * @param authority the name of its local authority's policy
 * @param policy the name of the policy its attendance is worked under
 * @param registerOpens when the morning register opens
 * @param registerClosesAm after which a pupil who arrives in the morning is marked U
 * @param registerClosesPm the same for the afternoon
 */
public record School(
        Urn urn,
        String name,
        String phase,
        String authority,
        String policy,
        Optional<LocalTime> registerOpens,
        Optional<LocalTime> registerClosesAm,
        Optional<LocalTime> registerClosesPm) {}
