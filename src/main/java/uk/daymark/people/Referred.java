package uk.daymark.people;

import java.util.Set;

/** Knows of which pupils a case was referred to their authority. */
public interface Referred {

    /** Every such pupil whose case is of a school in scope. */
    Set<PupilId> pupils(Scope scope);
}
