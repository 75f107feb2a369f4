package uk.daymark.enforcement.referral;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.cases.CaseFile;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.people.ContactId;
import uk.daymark.policy.Policy;
import uk.daymark.register.StoredRegister.PupilRegister;

/**
 * What a referral asks of a case, with the register as it stands.
 *
 * @param submittedOn when the school submitted it first; empty where it has not
 * @param sessions those in the period that a sanction may rest on
 * @param parents those whom it names; none while nobody has been named
 */
record ReferredCase(
        CaseFile file,
        Policy policy,
        Route route,
        DateRange period,
        Optional<LocalDate> submittedOn,
        PupilRegister stored,
        MeasuredRegister register,
        List<MarkedSession> sessions,
        List<Named> parents) {

    /** A parent as they are named, with the number they have or will have. */
    record Named(int number, ContactId contact, String because) {}
}
