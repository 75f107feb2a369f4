package uk.daymark.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.daymark.journal.Journal.Verdict;

class ChainTest {

    private static final Instant THEN = Instant.parse("2025-09-15T08:30:00.123456Z");

    @Property
    void aChainThatNobodyTouchedHolds(@ForAll("texts") List<String> texts) {
        List<Link> chain = chain(texts);
        assertThat(check(chain, chain)).isEqualTo(new Verdict(true, true, false, texts.size()));
    }

    @Property(tries = 2000)
    void whateverIsDoneToAChainShows(@ForAll("texts") List<String> texts, @ForAll("tampering") Tampering tampering) {
        List<Link> chain = chain(texts);
        List<Link> now = tampering.on(chain);
        if (now.equals(chain)) {
            return;
        }
        Verdict verdict = check(chain, now);
        assertThat(verdict.linked() && verdict.contentEqual()).isFalse();
    }

    @Example
    void textThatMovesFromOneFieldToTheNextIsNotTheSameEntry() {
        Link one = Link.onto("", recorded(1, "ab", "c"));
        Link other = Link.onto("", recorded(1, "a", "bc"));
        assertThat(one.hash()).isNotEqualTo(other.hash());
    }

    @Example
    void anEntryThatIsOpenedToOtherReadersShows() {
        Recorded open = recorded(1, "a", "b");
        for (Entry.Readers readers : List.of(Entry.Readers.AUTHORITY, Entry.Readers.EVERYBODY)) {
            Link link = Link.onto(
                    "",
                    new Recorded(
                            1,
                            open.at(),
                            open.recordedAt(),
                            open.by(),
                            open.entry().readBy(readers)));
            assertThat(Link.check(List.of(link), 1, link.hash()).contentEqual()).isTrue();
            Link opened = new Link(open, link.previous(), link.hash());
            assertThat(Link.check(List.of(opened), 1, link.hash()).contentEqual())
                    .isFalse();
        }
    }

    @Example
    void aTailThatIsCutOffIsMissedByTheChainsLength() {
        List<Link> chain = chain(List.of("one", "two", "three"));
        assertThat(check(chain, chain.subList(0, 2)).linked()).isFalse();
        assertThat(check(chain, List.of()).linked()).isFalse();
    }

    /** What is done, where, and to which other place. */
    record Tampering(String what, int where, int other) {

        List<Link> on(List<Link> chain) {
            List<Link> now = new ArrayList<>(chain);
            int at = where % chain.size();
            int second = other % chain.size();
            Link link = chain.get(at);
            switch (what) {
                case "drop" -> now.remove(at);
                case "cut" -> now.subList(at, now.size()).clear();
                case "repeat" -> now.add(at, link);
                case "swap" -> {
                    now.set(at, chain.get(second));
                    now.set(second, link);
                }
                case "insert" -> now.add(at, Link.onto(link.previous(), link.recorded()));
                case "rewrite" -> now.set(at, Link.onto(link.previous(), with(link, text -> text + "!")));
                case "what" -> now.set(at, new Link(with(link, text -> text + " "), link.previous(), link.hash()));
                case "when" -> now.set(at, new Link(later(link), link.previous(), link.hash()));
                case "who" -> now.set(at, new Link(bySomebodyElse(link), link.previous(), link.hash()));
                case "hash" -> now.set(at, new Link(link.recorded(), link.previous(), flipped(link.hash(), other)));
                default -> now.set(at, new Link(link.recorded(), flipped(link.hash(), other), link.hash()));
            }
            return now;
        }

        private static Recorded with(Link link, UnaryOperator<String> change) {
            Recorded recorded = link.recorded();
            Entry entry = recorded.entry();
            return new Recorded(
                    recorded.number(),
                    recorded.at(),
                    recorded.recordedAt(),
                    recorded.by(),
                    Entry.of(entry.subject(), entry.kind(), change.apply(entry.what()), entry.why()));
        }

        private static Recorded later(Link link) {
            Recorded recorded = link.recorded();
            return new Recorded(
                    recorded.number(),
                    recorded.at().plusMillis(1),
                    recorded.recordedAt(),
                    recorded.by(),
                    recorded.entry());
        }

        private static Recorded bySomebodyElse(Link link) {
            Recorded recorded = link.recorded();
            return new Recorded(recorded.number(), recorded.at(), recorded.recordedAt(), "another", recorded.entry());
        }

        private static String flipped(String hash, int place) {
            int at = place % hash.length();
            char flipped = hash.charAt(at) == '0' ? '1' : '0';
            return hash.substring(0, at) + flipped + hash.substring(at + 1);
        }
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.strings().ofMaxLength(20).list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<Tampering> tampering() {
        return Combinators.combine(
                        Arbitraries.of(
                                "drop", "cut", "repeat", "swap", "insert", "rewrite", "what", "when", "who", "hash",
                                "link"),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 1000))
                .as(Tampering::new);
    }

    private static List<Link> chain(List<String> texts) {
        List<Link> chain = new ArrayList<>();
        String head = "";
        for (String text : texts) {
            Link link = Link.onto(head, recorded(chain.size() + 1, text, "because"));
            chain.add(link);
            head = link.hash();
        }
        return chain;
    }

    private static Recorded recorded(long number, String what, String why) {
        return new Recorded(number, THEN, THEN, "lead", Entry.of("A-2025-0001", "NOTE", what, why));
    }

    private static Verdict check(List<Link> written, List<Link> now) {
        return Link.check(now, written.size(), written.get(written.size() - 1).hash());
    }
}
