package uk.daymark.enforcement.referral;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.daymark.cases.CaseRef;

/**
 * One parent in one case: {@code A-2026-0412/2}. Every process about that parent alone has this key.
 *
 * @param caseRef the case
 * @param number the parent's number in the case, from 1; it never changes
 */
public record ParentKey(CaseRef caseRef, int number) {

    private static final Pattern FORM = Pattern.compile("(A-[0-9]{4}-[0-9]{4,9})/([1-9][0-9]?)");

    /** The key that the text is; empty where it is none. */
    public static Optional<ParentKey> of(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new ParentKey(new CaseRef(parts.group(1)), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return caseRef + "/" + number;
    }
}
