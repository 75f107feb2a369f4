package uk.daymark.access;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;

/**
 * What a person had typed when they pressed a button after their session had ended: kept until they have signed in again, in memory
 * only, and shown to nobody else who signs in at the same computer.
 *
 * @param userName whose session it was
 * @param address where the form was sent to
 * @param fields what was sent, in its order, without the token of the ended session
 */
public record KeptAnswers(String userName, String address, List<Field> fields) {

    private static final String NAME = KeptAnswers.class.getName();

    public KeptAnswers {
        fields = List.copyOf(fields);
    }

    /** One value of one field, by the form's own name for it. */
    public record Field(String name, String text) {}

    /** What is kept in this session. */
    public static Optional<KeptAnswers> in(HttpSession session) {
        return Optional.ofNullable((KeptAnswers) session.getAttribute(NAME));
    }

    /** Nothing is kept in this session any more. */
    public static void forget(HttpSession session) {
        session.removeAttribute(NAME);
    }

    void keepIn(HttpSession session) {
        session.setAttribute(NAME, this);
    }
}
