package uk.daymark.reports;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Parts of addresses. */
final class Addresses {

    private Addresses() {}

    /** A text as one part of a path: a reference may hold a blank or a stroke. */
    static String part(String text) {
        return UriUtils.encodePathSegment(text, StandardCharsets.UTF_8);
    }

    /** A text as the value of a parameter. */
    static String value(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
