package uk.daymark.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Knows for a while whose a session was that has ended, so that what is sent from a page of it can be kept for that person. In memory:
 * after a restart nothing is known.
 */
@Component
class EndedSessions implements HttpSessionListener {

    /** Sessions remembered: some days of a large authority. The oldest is forgotten first. */
    private static final int MOST = 20_000;

    /** Characters of one form that are kept. A form that holds more is not kept, not even in part. */
    private static final int LONGEST = 200_000;

    private static final Set<String> NOT_KEPT = Set.of("_csrf", "password");

    private final Map<String, String> userNames = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    });

    @Override
    public void sessionDestroyed(HttpSessionEvent ended) {
        Object context =
                ended.getSession().getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        if (context instanceof SecurityContext known && known.getAuthentication() != null) {
            Access.personIn(known.getAuthentication())
                    .ifPresent(person -> userNames.put(ended.getSession().getId(), person.userName()));
        }
    }

    /**
     * What was sent from a page of a session that has ended.
     *
     * @return empty where it is not known whose the session was, where files were sent along, or where it is too much. The cookie of
     *     a session is not sent along from other sites, so nobody else can have this kept.
     */
    Optional<KeptAnswers> sentFrom(HttpServletRequest request) {
        String type = request.getContentType();
        if (!"POST".equals(request.getMethod())
                || type == null
                || !type.startsWith("application/x-www-form-urlencoded")
                || request.getRequestedSessionId() == null
                || request.isRequestedSessionIdValid()) {
            return Optional.empty();
        }
        return Optional.ofNullable(userNames.get(request.getRequestedSessionId()))
                .map(userName -> new KeptAnswers(userName, addressOf(request), fieldsOf(request)))
                .filter(kept -> kept.fields().stream()
                                .mapToInt(field -> field.text().length())
                                .sum()
                        <= LONGEST)
                .filter(kept -> !kept.fields().isEmpty());
    }

    static String addressOf(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }

    private static List<KeptAnswers.Field> fieldsOf(HttpServletRequest request) {
        Set<String> inAddress = namesIn(request.getQueryString());
        List<KeptAnswers.Field> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NOT_KEPT.contains(name) && !inAddress.contains(name)) {
                for (String value : values) {
                    fields.add(new KeptAnswers.Field(name, value));
                }
            }
        });
        return fields;
    }

    private static Set<String> namesIn(@Nullable String query) {
        return query == null
                ? Set.of()
                : UriComponentsBuilder.newInstance()
                        .query(query)
                        .build()
                        .getQueryParams()
                        .keySet();
    }
}
