package uk.daymark.enforcement.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;
import uk.daymark.enforcement.referral.Referral;
import uk.daymark.enforcement.referral.Referrals;
import uk.daymark.enforcement.referral.Route;

/**
 * Which referrals to list, and in which order. It travels in every address, so that the way back leads to where one came from.
 *
 * @param words in the pupil's name or reference, the school's name or the case's reference; blank for all
 * @param kind empty for all
 * @param standing empty for all that wait
 * @param page from 1
 */
record QueueFilter(String words, Optional<Route> kind, Optional<Referral.Standing> standing, Order order, int page) {

    private static final int LONGEST = 200;

    /** In which order. */
    enum Order {
        /** By the last day to begin a prosecution, then by how long it has waited. */
        ACT_BY,
        /** The longest wait first. */
        WAITING;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Read from an address; what cannot be used is passed over. */
    static QueueFilter of(Map<String, String> asked) {
        String words = asked.getOrDefault("q", "").strip();
        String page = asked.getOrDefault("page", "");
        return new QueueFilter(
                words.substring(0, Math.min(LONGEST, words.length())),
                Arrays.stream(Route.values())
                        .filter(route -> route.word().equals(asked.get("kind")))
                        .findFirst(),
                Arrays.stream(new Referral.Standing[] {Referral.Standing.SUBMITTED, Referral.Standing.ACCEPTED})
                        .filter(one -> one.name().equalsIgnoreCase(asked.get("standing")))
                        .findFirst(),
                Order.WAITING.word().equals(asked.get("sort")) ? Order.WAITING : Order.ACT_BY,
                page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1);
    }

    boolean lets(Referrals.Waiting waiting, String school) {
        String all = String.join(
                        " ",
                        waiting.file().pupilName(),
                        waiting.file().pupilRef(),
                        waiting.file().ref().value(),
                        school)
                .toLowerCase(Locale.UK);
        return kind.filter(route -> route != waiting.referral().route()).isEmpty()
                && standing.filter(one -> one != waiting.referral().standing()).isEmpty()
                && Arrays.stream(words.toLowerCase(Locale.UK).split("\\s+")).allMatch(all::contains);
    }

    public boolean isFiltered() {
        return !words.isEmpty() || kind.isPresent() || standing.isPresent();
    }

    QueueFilter sorted(Order other) {
        return new QueueFilter(words, kind, standing, other, 1);
    }

    QueueFilter onPage(int other) {
        return new QueueFilter(words, kind, standing, order, other);
    }

    /** {@code ?kind=leave&q=khan}; empty text where nothing differs from the usual. */
    public String query() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("q", words);
        parts.put("kind", kind.map(Route::word).orElse(""));
        parts.put(
                "standing",
                standing.map(one -> one.name().toLowerCase(Locale.ROOT)).orElse(""));
        parts.put("sort", order == Order.ACT_BY ? "" : order.word());
        parts.put("page", page == 1 ? "" : String.valueOf(page));
        String query = parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + UriUtils.encode(part.getValue(), "UTF-8"))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
