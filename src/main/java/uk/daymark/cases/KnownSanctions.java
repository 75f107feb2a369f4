package uk.daymark.cases;

import java.util.List;

/** What a case's school may know of sanctions against the pupil's parents. */
public interface KnownSanctions {

    /** One line each, for people, the latest first; none where the school knows of none. */
    List<String> of(CaseFile file);
}
