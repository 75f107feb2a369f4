package uk.daymark.letters;

import java.util.List;
import uk.daymark.access.Role;
import uk.daymark.access.SignedIn;
import uk.daymark.people.Scope;
import uk.daymark.people.ScopeSql;

/**
 * Which letters somebody may see, at the schools in their scope: the office its school's own; the lead and the head also what the
 * authority has sent, most of it without its words; an officer and the panel the authority's, and the school's in cases that were referred.
 *
 * @param scope the schools
 * @param role the role in which the person sees them
 */
public record LetterReach(Scope scope, Role role) {

    /** Of this person, at these schools. */
    public static LetterReach of(SignedIn person, Scope scope) {
        return new LetterReach(scope, person.role());
    }

    /** What of the authority's letters a school reads in full: it helps the family to improve. */
    private static final List<String> ALSO_FOR_SCHOOLS = List.of("notice-to-improve", "improvement-thanks");

    /** Whether the letter's words are read, and not only that it was sent, to whom and when. */
    public boolean readsWords(Letter letter) {
        return readsWords(letter.sender(), letter.template());
    }

    /** The same of a letter from that sender, written from that template. */
    boolean readsWords(Sender sender, String template) {
        boolean atSchool = role == Role.LEAD || role == Role.HEAD;
        return !atSchool || sender == Sender.SCHOOL || ALSO_FOR_SCHOOLS.stream().anyMatch(template::endsWith);
    }

    /** As a condition on the table of letters, called {@code t}. */
    ScopeSql sql() {
        ScopeSql schools = ScopeSql.of(scope, "t.school_urn");
        String which = switch (role) {
            case OFFICE -> "t.sender = 'SCHOOL'";
            case LEAD, HEAD -> "(t.sender = 'SCHOOL' or t.state in ('POSTED', 'EMAILED'))";
            case OFFICER, PANEL ->
                "(t.sender = 'AUTHORITY' or t.case_ref in"
                        + " (select ref from attendance_case where referred_on is not null))";
            case AUDITOR -> "1 = 1";
            case ADMIN -> "1 = 0";
        };
        return new ScopeSql(which + " and " + schools.condition(), List.copyOf(schools.values()));
    }
}
