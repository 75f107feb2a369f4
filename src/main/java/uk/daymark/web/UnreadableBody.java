package uk.daymark.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.converter.HttpMessageNotReadableException;
import uk.daymark.web.Problem.Kind;

/** Says where and why a JSON body could not be read. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Problem problemOf(HttpMessageNotReadableException unreadable) {
        Optional<TooLarge> tooLarge = within(unreadable, TooLarge.class);
        if (tooLarge.isPresent()) {
            return Problem.of(Kind.TOO_LARGE, String.valueOf(tooLarge.get().getMessage()));
        }
        Optional<JsonProcessingException> json = within(unreadable, JsonProcessingException.class);
        if (json.isPresent()) {
            return Problem.of(List.of(faultOf(json.get())));
        }
        return Problem.of(List.of(new Fault("", "The body is missing or is not JSON in UTF-8.")));
    }

    private static <T extends Throwable> Optional<T> within(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static Fault faultOf(JsonProcessingException json) {
        if (json instanceof UnrecognizedPropertyException unknown) {
            return new Fault(pointer(unknown), JsonFields.UNKNOWN);
        }
        if (json instanceof MismatchedInputException mismatch && !isCutShort(mismatch)) {
            Class<?> type = mismatch.getTargetType() == null ? Object.class : mismatch.getTargetType();
            return new Fault(pointer(mismatch), ExpectedForm.of(type));
        }
        if (json instanceof StreamConstraintsException) {
            return new Fault("", "The JSON is nested too deeply, or has a number or a text that is too long.");
        }
        if (String.valueOf(json.getOriginalMessage()).startsWith("Duplicate field")) {
            return new Fault("", "A field is given twice" + place(json) + ". Give it once.");
        }
        return new Fault("", "This is not one whole JSON value" + place(json) + ".");
    }

    private static String pointer(JsonMappingException failure) {
        StringBuilder pointer = new StringBuilder();
        failure.getPath()
                .forEach(step -> pointer.append('/')
                        .append(
                                step.getFieldName() == null
                                        ? step.getIndex()
                                        : JsonFields.escaped(step.getFieldName())));
        return pointer.toString();
    }

    /** A second value behind the first, or none at all, comes as a mismatch too. */
    private static boolean isCutShort(MismatchedInputException mismatch) {
        String message = String.valueOf(mismatch.getOriginalMessage());
        return message.startsWith("Trailing token") || message.startsWith("No content");
    }

    private static String place(JsonProcessingException json) {
        JsonLocation location = json.getLocation();
        return location == null ? "" : ", seen at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
