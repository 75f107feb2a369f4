package uk.daymark.web;

import java.util.stream.Stream;
import uk.daymark.web.Problem.Kind;

/** Which kind of problem a bare HTTP status stands for. */
final class StatusKinds {

    private StatusKinds() {}

    static Kind of(int status) {
        return Stream.of(Kind.values())
                .filter(kind -> kind.status().value() == status)
                .findFirst()
                .orElse(status >= 400 && status < 500 ? Kind.INVALID_INPUT : Kind.INTERNAL);
    }
}
