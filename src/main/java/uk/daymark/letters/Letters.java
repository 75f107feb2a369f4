package uk.daymark.letters;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Support;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.journal.Who;
import uk.daymark.letters.Letter.Fate;
import uk.daymark.letters.Letter.State;
import uk.daymark.letters.LetterHolds.Hold;
import uk.daymark.letters.text.Field;
import uk.daymark.time.Dates;
import uk.daymark.workflow.Processes;

/** Letters to families: written for each parent, held, sent, withdrawn. Each change is journalled under the key that ordered it. */
@Service
public class Letters {

    /** The model that proposes, holds and sends a letter. Its variable {@link #LETTER} names the template. */
    public static final String MODEL = "family-letter";

    /** The model's variable with the template's name. */
    public static final String LETTER = "letter";

    /** The model that writes, holds and posts a letter of the authority to one parent. */
    public static final String AUTHORITY_MODEL = "authority-letter";

    private static final String OFFERED_IN = "letter ";
    private static final String WITHDRAWN = "letter-withdrawn";
    private static final String KIND = "LETTER";

    private final LetterStore store;
    private final LetterGathering gathering;
    private final LetterWriter writer;
    private final LetterHolds letterHolds;
    private final Processes processes;
    private final LetterBook book;
    private final Support support;
    private final Journal journal;
    private final Who who;
    private final Clock clock;

    Letters(
            LetterStore store,
            LetterGathering gathering,
            LetterWriter writer,
            LetterHolds letterHolds,
            Processes processes,
            LetterBook book,
            Support support,
            Journal journal,
            Who who,
            Clock clock) {
        this.store = store;
        this.gathering = gathering;
        this.writer = writer;
        this.letterHolds = letterHolds;
        this.processes = processes;
        this.book = book;
        this.support = support;
        this.journal = journal;
        this.who = who;
        this.clock = clock;
    }

    /**
     * Counts anew and writes one letter for each parent. Letters of the same order that were not sent are withdrawn: these stand in
     * their place. Where anything speaks against sending to one of the parents, all wait for the person who decides, and each letter
     * keeps what speaks against it alone: what is sent to one parent may harm the other.
     *
     * @return the letters written, held where anything speaks against sending; none where nobody may be written to
     * @throws IllegalStateException where there is no such letter, or the order lacks what the letter says
     */
    @Transactional
    public List<Letter> propose(LetterOrder order) {
        store.open(order.key(), order.template())
                .forEach(old -> settle(old, State.WITHDRAWN, "Written anew with what the register shows now"));
        LetterAbout about = gathering.about(order);
        List<Hold> holds = letterHolds.decide(about);
        String figures = writer.figures(about);
        List<Letter> written = new ArrayList<>();
        for (Recipient recipient : about.recipients()) {
            String ref = store.nextRef();
            store.add(
                    about,
                    recipient,
                    ref,
                    writer.write(about, recipient, ref),
                    figures,
                    holds.isEmpty() ? State.PROPOSED : State.HELD,
                    LetterHolds.of(holds, about, recipient).stream()
                            .map(Hold::rule)
                            .toList());
            written.add(store.find(ref).orElseThrow());
        }
        for (Letter letter : written) {
            journal.write(Entry.of(
                            order.key(),
                            KIND,
                            letter.title() + " to " + letter.recipient() + " was written: " + letter.ref()
                                    + (holds.isEmpty() ? "." : ". It is held."),
                            String.join(" ", holds.stream().map(Hold::inFull).toList()))
                    .under("letters/" + letter.template() + ".md, "
                            + letter.templateVersion().substring(0, 12))
                    .changing("", letter.figures()));
        }
        return written;
    }

    /** Withdraws every letter of the key that was not sent, and ends what was still to be done about them. */
    @Transactional
    public void withdraw(String key, String because) {
        processes.signal(WITHDRAWN, key, Map.of(Processes.BECAUSE, because));
        store.open(key).forEach(letter -> settle(letter, State.WITHDRAWN, because));
    }

    /** Withdraws what was written for one order of the key and was not sent, where the process that ordered it has ended. */
    @Transactional
    public void withdraw(String key, String template, String because) {
        stop(store.open(key, template), because);
    }

    /** How many letters {@link #withdraw(String, String)} would withdraw. */
    public int wouldWithdraw(String key) {
        return store.open(key).size();
    }

    /** The letters of a case, oldest first. */
    public List<Letter> of(String caseRef) {
        return store.ofCase(caseRef);
    }

    /** The letters that the process of a key ordered, oldest first. */
    public List<Letter> ofKey(String key) {
        return store.ofKey(key);
    }

    /** The letter of that reference, where it is within reach; without its words where only the sending is. */
    public Optional<Letter> find(String ref, LetterReach reach) {
        return store.find(ref, reach).map(letter -> reach.readsWords(letter) ? letter : letter.withoutWords());
    }

    /**
     * The letter as it may be shown: an address that is a secret only while the letter is to be sent, and only to those who send it.
     * Held or withdrawn letters go nowhere, so nobody needs the address.
     *
     * @param sends whether it is shown to somebody who sends letters
     */
    public Letter toBeShown(Letter letter, boolean sends) {
        boolean proposed = letter.state() == State.PROPOSED;
        boolean shown = proposed && sends || (proposed || letter.state().sent()) && !gathering.addressWithheld(letter);
        return shown ? letter : letter.withoutAddress();
    }

    /** Letters in these states within reach, the latest first. */
    public List<Letter> in(LetterReach reach, List<State> states, int from, int howMany) {
        return store.in(reach, states, from, howMany).stream()
                .map(letter -> reach.readsWords(letter) ? letter : letter.withoutWords())
                .toList();
    }

    /** How many there are of them. */
    public int count(LetterReach reach, List<State> states) {
        return store.count(reach, states);
    }

    /** Whether support was offered in a letter that Daymark wrote, and not by a person. */
    public static boolean offeredIn(SupportRecord.Details offer) {
        return offer.source().startsWith(OFFERED_IN);
    }

    /** Records the offer of help that letters of one order made, where they belong to a case. */
    void offered(List<Letter> sent, LocalDate on) {
        sent.stream()
                .filter(letter -> book.named(letter.template())
                        .filter(template -> template.fields().contains(Field.ASSESSMENT))
                        .isPresent())
                .findFirst()
                .ifPresent(letter -> letter.caseRef()
                        .ifPresent(ref -> support.add(
                                new CaseRef(ref),
                                new SupportRecord.Details(
                                        SupportKind.EARLY_HELP,
                                        Optional.of(on),
                                        "letter",
                                        SupportRecord.Response.NOT_YET,
                                        Optional.empty(),
                                        "",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        letter.title(),
                                        OFFERED_IN
                                                + sent.stream().map(Letter::ref).collect(Collectors.joining(", "))),
                                "")));
    }

    /** Whether anything holds the letters that are to be written for this order, as things stand: nothing is kept. */
    List<Hold> holds(LetterOrder order) {
        return letterHolds.ask(gathering.about(order));
    }

    /** Those of them that speak against the letter to this contact; all where the contact may not be written to any more. */
    List<Hold> holds(LetterOrder order, Letter letter) {
        LetterAbout about = gathering.about(order);
        List<Hold> all = letterHolds.ask(about);
        return about.recipients().stream()
                .filter(person -> person.contact().id().equals(letter.contact()))
                .findFirst()
                .map(person -> LetterHolds.of(all, about, person))
                .orElse(all);
    }

    /** Lets held letters be sent. */
    void release(List<Letter> letters, String why) {
        letters.forEach(letter -> settle(letter, State.PROPOSED, why));
    }

    /** Withdraws letters that were not sent. */
    void stop(List<Letter> letters, String why) {
        letters.forEach(letter -> settle(letter, State.WITHDRAWN, why));
    }

    /** Records that a letter went out. */
    void sent(Letter letter, State how, LocalDate on, String postage, String proof, String why) {
        settle(letter, how, Optional.of(on), postage, proof, why);
    }

    private void settle(Letter letter, State state, String why) {
        settle(letter, state, Optional.empty(), "", "", why);
    }

    private void settle(Letter letter, State state, Optional<LocalDate> sentOn, String how, String proof, String why) {
        store.settle(
                letter,
                new Fate(state, Optional.of(who.userName()), Optional.of(clock.instant()), sentOn, how, proof, why));
        journal.write(Entry.of(
                        letter.key(),
                        KIND,
                        letter.title() + " to " + letter.recipient() + ", " + letter.ref() + ": " + state.title()
                                + sentOn.map(day -> " on " + Dates.inWords(day)).orElse("")
                                + (how.isEmpty() ? "" : ", " + how)
                                + (proof.isEmpty() ? "" : ", proof: " + proof) + ".",
                        why)
                .changing(letter.state().title(), state.title()));
    }
}
