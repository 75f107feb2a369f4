package uk.daymark.web;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * What went wrong, as RFC 9457 writes it.
 *
 * @param type which kind; never changes its meaning
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail this case in words, and what to do
 * @param errors each single fault of what was sent; empty for other kinds
 */
public record Problem(URI type, String title, int status, String detail, List<Fault> errors) {

    /** The kinds, each with its stable name and the words for a case of which no more is known. */
    public enum Kind {
        INVALID_INPUT(
                HttpStatus.BAD_REQUEST,
                "Some of what was sent cannot be used",
                "Correct what is listed and send it again. Nothing was changed."),
        NOT_SIGNED_IN(
                HttpStatus.UNAUTHORIZED,
                "You are not signed in",
                "Sign in with your user name and password and try again."),
        NOT_ALLOWED(
                HttpStatus.FORBIDDEN,
                "You may not do this",
                "Your role does not include this. Ask a colleague whose role does, or your administrator."),
        SESSION_ENDED(
                HttpStatus.FORBIDDEN,
                "Your session has ended",
                "You were signed out because nothing happened for a while. What you just sent was not saved."),
        SESSION_ENDED_ANSWERS_KEPT(
                HttpStatus.FORBIDDEN,
                "Your session has ended",
                "You were signed out because nothing happened for a while. What you just sent is not saved yet, but it is kept: sign in "
                        + "again, as the same person, and go on with it."),
        NOT_FOUND(
                HttpStatus.NOT_FOUND,
                "Not found",
                "There is nothing at this address, or it is not yours to see. Check the address, or begin at the start page."),
        METHOD_NOT_ALLOWED(
                HttpStatus.METHOD_NOT_ALLOWED,
                "This cannot be done here",
                "The address exists, but not for this kind of call. The API description lists what it takes."),
        NOT_ACCEPTABLE(
                HttpStatus.NOT_ACCEPTABLE,
                "The answer cannot be given in the form asked for",
                "Ask for application/json, or leave the Accept header out."),
        CONFLICT(
                HttpStatus.CONFLICT,
                "This cannot be done as things stand now",
                "Something has changed in the meantime. Look at it again and decide anew."),
        TOO_LARGE(HttpStatus.PAYLOAD_TOO_LARGE, "Too much was sent at once", "Split it and send the parts one by one."),
        UNSUPPORTED_MEDIA_TYPE(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "What was sent has a form that is not taken here",
                "Give the right Content-Type. The API description says which one."),
        INTERNAL(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong on our side",
                "Try again in a few minutes. If it happens again, tell your administrator when it happened."),
        UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Daymark is not available", "Try again in a few minutes.");

        private final HttpStatus status;
        private final String title;
        private final String detail;

        Kind(HttpStatus status, String title, String detail) {
            this.status = status;
            this.title = title;
            this.detail = detail;
        }

        HttpStatus status() {
            return status;
        }

        URI type() {
            return URI.create("urn:daymark:problem:"
                    + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
    }

    /** A case of which no more is known than its kind. */
    public static Problem of(Kind kind) {
        return of(kind, kind.detail);
    }

    /** A case told in its own words. */
    public static Problem of(Kind kind, String detail) {
        return new Problem(kind.type(), kind.title, kind.status.value(), detail, List.of());
    }

    /** What was sent cannot be used, for these reasons. */
    public static Problem of(List<Fault> faults) {
        return new Problem(
                Kind.INVALID_INPUT.type(),
                Kind.INVALID_INPUT.title,
                Kind.INVALID_INPUT.status.value(),
                Kind.INVALID_INPUT.detail,
                List.copyOf(faults));
    }
}
