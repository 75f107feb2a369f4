package uk.daymark.enforcement.referral;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.LeaveOfCase;
import uk.daymark.letters.Letter;
import uk.daymark.letters.Letters;
import uk.daymark.people.ContactId;

/** Whether parents were told what leave without permission may bring: by the answer to a request, or by the letter about suspected leave. */
@Component
public class LeaveWarnings {

    private static final List<String> LETTERS = List.of("leave-refused", "suspected-leave");

    private final LeaveOfCase leave;
    private final Letters letters;

    LeaveWarnings(LeaveOfCase leave, Letters letters) {
        this.leave = leave;
        this.letters = letters;
    }

    /** Whether any parent was told in writing; empty where no leave was handed over to the case, so that nothing is known. */
    public Optional<Boolean> anyParent(CaseRef ref) {
        return leave.of(ref).isEmpty()
                ? Optional.empty()
                : Optional.of(!sent(ref).isEmpty());
    }

    /** The letters of that kind that went to a parent, oldest first. */
    List<Letter> sentTo(CaseRef ref, ContactId contact) {
        return sent(ref).stream()
                .filter(letter -> letter.contact().equals(contact))
                .toList();
    }

    private List<Letter> sent(CaseRef ref) {
        return leave.of(ref).stream()
                .flatMap(one -> letters.ofKey(one.key()).stream())
                .filter(letter -> letter.state().sent())
                .filter(letter ->
                        LETTERS.stream().anyMatch(name -> letter.template().endsWith(name)))
                .toList();
    }
}
