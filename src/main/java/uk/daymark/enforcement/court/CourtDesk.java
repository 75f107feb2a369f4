package uk.daymark.enforcement.court;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.enforcement.referral.ParentCases;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.ProsecutionLimit;
import uk.daymark.people.Scope;
import uk.daymark.time.Dates;
import uk.daymark.web.InvalidInput;
import uk.daymark.workflow.Processes;
import uk.daymark.worklist.TaskHandler.Fact;

/** What the tasks of a prosecution have in common: the file, the facts on show, and how something is refused. */
@Component
class CourtDesk {

    static final String MODEL = "prosecution";
    static final String LIMIT_MODEL = "prosecution-limit";

    /** The variables of the model. */
    static final String STEP = "courtStep";

    /** The reference of the unpaid notice for which a prosecution was decided. */
    static final String FOR_NOTICE = "forNotice";

    static final String OUTCOME = "courtOutcome";
    static final String NOT_BEGUN = "not-begun";
    static final String STOP = "stop";

    /** A notice that is paid or withdrawn stays so in the ledger, whatever is entered of proceedings. */
    static final Set<NoticeFile.State> SETTLED = Set.of(NoticeFile.State.PAID, NoticeFile.State.WITHDRAWN);

    private final ParentCases parents;
    private final Prosecutions prosecutions;
    private final CourtGathering gathering;
    private final Ledger ledger;
    private final Journal journal;
    private final Processes processes;
    private final CourtWords words;
    private final Dates dates;
    private final Clock clock;

    CourtDesk(
            ParentCases parents,
            Prosecutions prosecutions,
            CourtGathering gathering,
            Ledger ledger,
            Journal journal,
            Processes processes,
            CourtWords words,
            Dates dates,
            Clock clock) {
        this.parents = parents;
        this.prosecutions = prosecutions;
        this.gathering = gathering;
        this.ledger = ledger;
        this.journal = journal;
        this.processes = processes;
        this.words = words;
        this.dates = dates;
        this.clock = clock;
    }

    /** The parent, the open file and what the rules look at, all as of now. */
    record Opened(ParentCase parent, Prosecution file, CourtFacts facts) {

        /** The sessions that can be charged between the file's days. */
        List<MarkedSession> chargeable() {
            return CourtRules.chargeable(facts, file.charged());
        }

        /** Whether the certified sessions can still all be charged, and nothing else could be between the same days. */
        boolean certificateHolds() {
            return chargeable().equals(file.sessions());
        }
    }

    /** To look at; empty where the file was closed. */
    Optional<Opened> look(String key) {
        ParentCase parent = parents.of(key);
        return prosecutions
                .last(parent.parent().key())
                .filter(Prosecution::open)
                .map(file -> new Opened(parent, file, gathering.of(parent, file)));
    }

    /** To change; nobody else changes the file meanwhile. */
    Opened hold(String key) {
        ParentCase parent = parents.of(key);
        Prosecution file = prosecutions.hold(parent.parent().key());
        return new Opened(parent, file, gathering.of(parent, file));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The facts that every task shows. */
    List<Fact> facts(Opened opened) {
        Prosecution file = opened.file();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Parent",
                opened.parent().parent().name() + ", "
                        + opened.parent().parent().relation() + "\n"
                        + opened.parent().parent().address()));
        facts.add(new Fact("Liable because", opened.parent().parent().liableBecause()));
        facts.add(new Fact("Offence", file.tier().title()));
        facts.add(new Fact("Time limit", limit(file.limit()) + left(opened)));
        notice(file)
                .ifPresent(notice -> facts.add(new Fact(
                        "Penalty notice",
                        notice.notice().ref() + ": " + notice.state().title(),
                        Optional.of("/notices/" + notice.notice().ref()))));
        return facts;
    }

    Optional<NoticeFile> notice(Prosecution file) {
        return file.notice().flatMap(ref -> ledger.lookUp(ref, Scope.everywhere()));
    }

    /** The notice in whose record the ledger keeps the proceedings; what was paid or withdrawn keeps none. */
    Optional<NoticeFile> noticeToFollow(Prosecution file) {
        return notice(file).filter(notice -> !SETTLED.contains(notice.state()));
    }

    String limit(ProsecutionLimit limit) {
        return "Begin by " + dates.day(limit.safe())
                + ", counted from the first session charged. The last day counted from the last" + " session is "
                + dates.day(limit.outer()) + ".";
    }

    private String left(Opened opened) {
        LocalDate today = opened.facts().today();
        ProsecutionLimit limit = opened.file().limit();
        if (today.isAfter(limit.outer())) {
            return "\nThe last day is over. No proceedings can be begun.";
        }
        if (today.isAfter(limit.safe())) {
            return "\nThe safe day is over: whether sessions before it can still be charged is contested.";
        }
        return today.isBefore(limit.safe().minusDays(littleTime(opened.parent(), opened.file())))
                ? ""
                : "\nLittle time is left.";
    }

    int littleTime(ParentCase parent, Prosecution file) {
        return parent.policy()
                .number(CourtFacts.LITTLE_TIME, file.charged().to())
                .orElseThrow();
    }

    /** The sessions, one a line. */
    String sessions(List<MarkedSession> sessions) {
        return sessions.isEmpty()
                ? "None"
                : sessions.stream().map(this::session).collect(Collectors.joining("\n"));
    }

    private String session(MarkedSession marked) {
        return dates.weekday(marked.session().date())
                + (marked.session().half() == Half.AM ? ", morning: " : ", afternoon: ")
                + marked.code().token();
    }

    String period(DateRange days) {
        return dates.day(days.from()) + " to " + dates.day(days.to());
    }

    String day(LocalDate day) {
        return dates.day(day);
    }

    /**
     * What will follow, and to whom, from an answer that is about to be confirmed.
     *
     * @param name the task, as the words call it
     * @param chosen what was chosen, as the form writes it
     */
    List<Fact> follows(String key, String name, String chosen) {
        return words.follows(parents.of(key), name, chosen);
    }

    /** What stands against it, with its source and what would change it. */
    static String inWords(List<CheckedRule> rules) {
        return rules.stream()
                .map(rule -> rule.message() + " (" + rule.source() + ".) " + rule.whatWouldChangeThis())
                .collect(Collectors.joining("\n"));
    }

    /** @throws InvalidInput where any rule is not kept, naming each with its source and what would change it */
    static void refuse(String field, List<CheckedRule> rules) {
        if (!rules.isEmpty()) {
            throw new InvalidInput("/fields/" + field, inWords(rules));
        }
    }

    /** Ends the file without proceedings and answers what the model reads. */
    Map<String, Object> stop(Opened opened, String outcome, String why) {
        prosecutions.end(opened.file(), outcome, why);
        write(
                opened,
                "No proceedings are begun against " + opened.parent().parent().name() + ".",
                why);
        return Map.of(
                STEP,
                outcome.equals(NOT_BEGUN) ? STOP : outcome,
                OUTCOME,
                outcome,
                Processes.BECAUSE,
                "No proceedings: " + why);
    }

    /** The time limit is counted from other sessions than before, and is watched anew where that makes it another. */
    void limitMoves(Opened opened, ProsecutionLimit limit, String because) {
        if (!limit.equals(opened.file().limit())) {
            processes.signal(
                    "court-limit-moved",
                    opened.file().key().toString(),
                    Map.of("limitMoved", true, Processes.BECAUSE, because + " " + limit(limit)));
        }
    }

    /** Journals it in the case. */
    void write(Opened opened, String what, String why) {
        String name = opened.parent().parent().name();
        // The entry stands in the case, where another parent may have a file of their own.
        String named = what.contains(name) ? what : name + ": " + what;
        journal.write(Entry.of(opened.parent().file().ref().value(), "PROSECUTION", named, why)
                .under(opened.file().policyName() + " " + opened.file().policyVersion()));
    }
}
