package uk.daymark.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.util.DisconnectedClientHelper;
import uk.daymark.web.Problem.Kind;

/** Turns every exception of a controller into a problem. What the exception says inside never leaves the application. */
@ControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    @Nullable
    Object answer(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            // The asker has gone: there is nobody to tell.
            return null;
        }
        if (failure instanceof ErrorResponse known) {
            List<String> allowed = known.getHeaders().getOrEmpty(HttpHeaders.ALLOW);
            allowed.forEach(methods -> response.setHeader(HttpHeaders.ALLOW, methods));
        }
        return ProblemAnswer.to(request, problemOf(failure));
    }

    private static Problem problemOf(Exception failure) {
        if (failure instanceof InvalidInput input) {
            return Problem.of(input.faults());
        }
        if (failure instanceof NotFound absent) {
            return Problem.of(Kind.NOT_FOUND, String.valueOf(absent.getMessage()));
        }
        if (failure instanceof Conflict conflict) {
            return Problem.of(Kind.CONFLICT, String.valueOf(conflict.getMessage()));
        }
        if (failure instanceof TooLarge large) {
            return Problem.of(Kind.TOO_LARGE, String.valueOf(large.getMessage()));
        }
        if (failure instanceof Unfinished unfinished) {
            return Problem.of(Kind.INTERNAL, String.valueOf(unfinished.getMessage()));
        }
        return problemOfTheFramework(failure);
    }

    private static Problem problemOfTheFramework(Exception failure) {
        if (failure instanceof AccessDeniedException) {
            return Problem.of(Kind.NOT_ALLOWED);
        }
        if (failure instanceof RequestRejectedException) {
            return Problem.of(
                    List.of(new Fault("", "The address or a parameter holds a character that is not taken.")));
        }
        if (failure instanceof ConcurrencyFailureException) {
            return Problem.of(Kind.CONFLICT);
        }
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return UnreadableBody.problemOf(unreadable);
        }
        if (failure instanceof MaxUploadSizeExceededException) {
            return Problem.of(Kind.TOO_LARGE);
        }
        if (failure instanceof MultipartException) {
            // The body is not of the type its head says, or the head does not say where its parts end.
            return Problem.of(StatusKinds.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value()));
        }
        if (failure instanceof MissingServletRequestParameterException missing) {
            return Problem.of(
                    List.of(new Fault("?" + missing.getParameterName(), "This is missing from the address.")));
        }
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return Problem.of(List.of(new Fault("?" + mismatch.getName(), expected(mismatch.getRequiredType()))));
        }
        if (failure instanceof ErrorResponse known) {
            return Problem.of(StatusKinds.of(known.getStatusCode().value()));
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Unexpected failure {}", reference, failure);
        return Problem.of(
                Kind.INTERNAL,
                "Try again in a few minutes. If it happens again, give your administrator this reference: " + reference
                        + ".");
    }

    private static String expected(@Nullable Class<?> type) {
        return type == null ? "This has not the form that is expected here." : ExpectedForm.of(type);
    }
}
