package uk.daymark.govuk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sections of the service. */
public record ServiceNavigation(
        @Nullable String serviceName,
        @Nullable String serviceUrl,
        @Nullable List<Section> navigation,
        @Nullable String menuButtonText,
        @Nullable String menuButtonLabel,
        @Nullable String navigationLabel,
        @Nullable String navigationId,
        @Nullable String navigationClasses,
        @Nullable Boolean collapseNavigationOnMobile,
        @Nullable String ariaLabel,
        @Nullable String classes) {

    /** One section; {@code active} where the page belongs to it, {@code current} where it is the page. */
    public record Section(String text, @Nullable String href, boolean active, boolean current) {}
}
