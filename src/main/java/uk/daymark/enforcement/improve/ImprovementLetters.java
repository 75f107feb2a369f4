package uk.daymark.enforcement.improve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.improve.ImprovementNotice.Asks;
import uk.daymark.enforcement.improve.ImprovementNotice.EarlyGround;
import uk.daymark.enforcement.post.ParentLetters;
import uk.daymark.letters.LetterOrder;
import uk.daymark.letters.LetterSubject;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Session;

/** What the letters of a notice to improve say that only the notice knows. */
@Component
class ImprovementLetters implements LetterSubject {

    static final String NOTICE = "notice-to-improve";
    static final String ENDS_EARLY = "improvement-ends-early";
    static final String THANKS = "improvement-thanks";
    static final List<String> ALL = List.of(NOTICE, ENDS_EARLY, THANKS);

    private final ImprovementCases cases;
    private final ImprovementStore store;
    private final TimeToImprove times;
    private final Offence offence;
    private final ParentLetters parentLetters;

    ImprovementLetters(
            ImprovementCases cases,
            ImprovementStore store,
            TimeToImprove times,
            Offence offence,
            ParentLetters parentLetters) {
        this.cases = cases;
        this.store = store;
        this.times = times;
        this.offence = offence;
        this.parentLetters = parentLetters;
    }

    @Override
    public boolean knows(String template, String key) {
        return ALL.contains(template) && ImprovementCases.fits(key);
    }

    @Override
    public LetterOrder order(String template, String key) {
        ImprovementCase about = cases.of(key);
        ImprovementNotice notice = store.last(key)
                .orElseThrow(() -> new IllegalStateException("There is no notice to improve for " + key));
        return switch (template) {
            case NOTICE ->
                order(template, about, notice(about, notice), Optional.of(offence.sessions(about)))
                        .toBePostedWithin(times.postWithin(about.policy()));
            case ENDS_EARLY ->
                order(
                        template,
                        about,
                        Map.of("decision_reason", notice.decidedEarly().why()),
                        Optional.empty());
            default -> order(template, about, Map.of(), Optional.empty());
        };
    }

    private LetterOrder order(
            String template, ImprovementCase about, Map<String, Object> details, Optional<Set<Session>> sessions) {
        return about.parent().isPresent()
                ? parentLetters.order(template, about.key(), details, sessions)
                : new LetterOrder(
                        template,
                        about.file().enrolment(),
                        about.key(),
                        Optional.of(about.file().ref().value()),
                        details,
                        sessions);
    }

    private Map<String, Object> notice(ImprovementCase about, ImprovementNotice notice) {
        Asks asks = notice.asks();
        DateRange time = times.writtenOn(times.today(), about, asks.weeks())
                .orElseThrow(
                        () -> new IllegalStateException("The school's calendar does not reach the end of the time"));
        Map<String, Object> details = new HashMap<>();
        details.put("improvement_from", time.from());
        details.put("improvement_until", time.to());
        details.put("enough", asks.enough());
        details.put("sessions_allowed", String.valueOf(asks.allowed()));
        details.put("early_none", asks.early() == EarlyGround.NONE);
        details.put("early_each", asks.early() == EarlyGround.EACH);
        details.put("early_above", asks.early() == EarlyGround.ABOVE);
        details.put("support_given", lines(asks.helpSoFar()));
        details.put("support_offered", lines(asks.help()));
        return details;
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
