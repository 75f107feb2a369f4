package uk.daymark.register.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import uk.daymark.register.FileTooLargeException;
import uk.daymark.register.NotInRegisterException;
import uk.daymark.register.RegisterConflictException;
import uk.daymark.register.reading.UnreadableFileException;
import uk.daymark.web.Fault;

/** Tells callers in problem JSON what the register refuses. */
abstract class RegisterCalls {

    @ExceptionHandler
    ResponseEntity<Object> unreadable(UnreadableFileException refusal) {
        return problem(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "unreadable-file",
                "The file cannot be read",
                String.valueOf(refusal.getMessage()),
                List.of(new Fault("", String.valueOf(refusal.getMessage()))),
                Map.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(FileTooLargeException refusal) {
        return problem(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "too-large",
                "Too much was sent at once",
                String.valueOf(refusal.getMessage()),
                List.of(),
                Map.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> conflict(RegisterConflictException refusal) {
        return problem(
                HttpStatus.CONFLICT,
                "conflict",
                "This cannot be done as things stand now",
                String.valueOf(refusal.getMessage()),
                List.of(),
                Map.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> absent(NotInRegisterException refusal) {
        return problem(
                HttpStatus.NOT_FOUND,
                "not-found",
                "Not found",
                String.valueOf(refusal.getMessage()),
                List.of(),
                Map.of());
    }

    static ResponseEntity<Object> problem(
            HttpStatus status, String type, String title, String detail, List<Fault> errors, Map<String, ?> more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", URI.create("urn:daymark:problem:" + type));
        body.put("title", title);
        body.put("status", status.value());
        body.put("detail", detail);
        body.put("errors", errors);
        body.putAll(more);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
