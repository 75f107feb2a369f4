package uk.daymark.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.daymark.access.Access;
import uk.daymark.access.SignedIn;
import uk.daymark.govuk.ServiceNavigation;
import uk.daymark.practice.PracticeClock;

/**
 * What the layout shows around every page. The layout asks for it itself, so that pages of errors, which no controller has prepared,
 * have the same frame.
 */
@Component
class PageFrame {

    private final Access access;
    private final Optional<PracticeClock> practiceClock;
    private final ObjectProvider<RequestMappingHandlerMapping> addresses;

    PageFrame(
            Access access,
            Optional<PracticeClock> practiceClock,
            ObjectProvider<RequestMappingHandlerMapping> addresses) {
        this.access = access;
        this.practiceClock = practiceClock;
        this.addresses = addresses;
    }

    /** The frame of the page that is being made. */
    public Frame current() {
        Optional<SignedIn> person = access.whoever();
        String here = currentPath();
        List<Link> links = person.map(PageFrame::sectionsFor)
                .orElseGet(Stream::empty)
                .filter(this::isBuilt)
                .map(section ->
                        new Link(section.title(), section.path(), section.purpose(), here.startsWith(section.path())))
                .toList();
        return new Frame(
                person.orElse(null),
                person.isPresent() ? sessionSeconds() : null,
                helpOn(here),
                links,
                practiceClock.map(PracticeClock::wallTime).orElse(null),
                PaperStyles.about(here));
    }

    private static Stream<Section> sectionsFor(SignedIn person) {
        return Stream.of(Section.values()).filter(section -> person.may(section.action()));
    }

    private boolean isBuilt(Section section) {
        return addresses.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .map(RequestMappingInfo::getPatternValues)
                .anyMatch(patterns -> patterns.contains(section.path()));
    }

    /** Where help on the page is: on its section's topic where there is one. */
    private static String helpOn(String here) {
        return HelpTopic.on(here).map(topic -> "/help/" + topic.file()).orElse("/help");
    }

    /** How long a session lasts after the last thing that was asked for; null where there is none. */
    private static @Nullable Integer sessionSeconds() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                        && attributes.getRequest().getSession(false) != null
                ? attributes.getRequest().getSession(false).getMaxInactiveInterval()
                : null;
    }

    private static String currentPath() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? pathOf(attributes.getRequest())
                : "";
    }

    private static String pathOf(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** What the layout shows. Null where there is nothing to show: templates know no Optional. */
    record Frame(
            @Nullable SignedIn person,
            @Nullable Integer sessionSeconds,
            String help,
            List<Link> sections,
            @Nullable LocalDateTime practiceTime,
            String paper) {

        /** The menu. It folds up on narrow screens however few its entries are. */
        public ServiceNavigation navigation() {
            return new ServiceNavigation(
                    null,
                    null,
                    sections.stream()
                            .map(link -> new ServiceNavigation.Section(link.title(), link.path(), link.open(), false))
                            .toList(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    true,
                    null,
                    null);
        }
    }

    /** An entry of the menu; {@code open} where the page belongs to it. */
    record Link(String title, String path, String purpose, boolean open) {}
}
