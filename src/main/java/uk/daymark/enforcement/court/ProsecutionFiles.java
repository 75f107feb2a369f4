package uk.daymark.enforcement.court;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import uk.daymark.cases.CaseDocument;
import uk.daymark.cases.CaseDocuments;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Support;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.referral.LiableParent;
import uk.daymark.enforcement.referral.LiableParents;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.enforcement.referral.ParentCases;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.journal.Recorded;
import uk.daymark.letters.Letters;
import uk.daymark.people.Scope;

/** Puts together the file of a prosecution from the records as they stand. Who asks has to have seen that the case is theirs to see. */
@Service
public class ProsecutionFiles {

    /** Kinds of entries that the authority writes about one parent. */
    private static final Set<String> OF_ONE_PARENT =
            Set.of("DECISION", "PARENT", "REFERRAL", "NOTICE", "PAYMENT", "PROSECUTION", "LETTER", "TASK");

    private final Prosecutions prosecutions;
    private final ParentCases parents;
    private final LiableParents liable;
    private final Ledger ledger;
    private final Journal journal;
    private final Letters letters;
    private final Support support;
    private final CaseDocuments documents;

    ProsecutionFiles(
            Prosecutions prosecutions,
            ParentCases parents,
            LiableParents liable,
            Ledger ledger,
            Journal journal,
            Letters letters,
            Support support,
            CaseDocuments documents) {
        this.prosecutions = prosecutions;
        this.parents = parents;
        this.liable = liable;
        this.ledger = ledger;
        this.journal = journal;
        this.letters = letters;
        this.support = support;
        this.documents = documents;
    }

    /** The file of the parent's last prosecution in the case; empty where there is none. */
    public Optional<ProsecutionFile> of(ParentKey key) {
        return parents.find(key.toString())
                .flatMap(parent -> prosecutions.last(key).map(last -> file(parent, last)));
    }

    private ProsecutionFile file(ParentCase parent, Prosecution last) {
        CaseRef ref = parent.file().ref();
        return new ProsecutionFile(
                parent,
                last,
                last.limit()
                        .safe()
                        .minusDays(parent.policy()
                                .number(CourtFacts.LITTLE_TIME, last.charged().to())
                                .orElseThrow()),
                last.notice().flatMap(notice -> ledger.lookUp(notice, Scope.everywhere())),
                Stream.concat(
                                journal.of(ref.value()).stream(),
                                journal.of(last.key().toString()).stream())
                        .filter(aboutOthersOnly(parent).negate())
                        .sorted(Comparator.comparing(Recorded::at).thenComparing(Recorded::recordedAt))
                        .toList(),
                letters.of(ref.value()).stream()
                        .filter(letter ->
                                letter.contact().equals(parent.parent().contact()))
                        .toList(),
                support.of(ref).records(),
                documents.of(ref).stream()
                        .filter(document -> last.documents().contains(document.id()))
                        .sorted(Comparator.comparing(CaseDocument::at))
                        .toList());
    }

    /**
     * What the authority wrote of another parent alone. Each parent's file goes to a court: what was decided about somebody else has no
     * place in it. What was said and done for the child stays, whoever was spoken to.
     */
    private Predicate<Recorded> aboutOthersOnly(ParentCase parent) {
        Set<String> own = namesOf(parent.parent());
        Predicate<String> namesOwn = naming(own);
        Predicate<String> namesOthers = naming(liable.of(parent.file().ref()).stream()
                .filter(other -> !other.key().equals(parent.parent().key()))
                .flatMap(other -> namesOf(other).stream())
                .filter(name -> !own.contains(name))
                .collect(Collectors.toSet()));
        return recorded -> {
            Entry entry = recorded.entry();
            String words = String.join("\n", entry.what(), entry.why(), entry.before(), entry.after());
            return OF_ONE_PARENT.contains(entry.kind()) && namesOthers.test(words) && !namesOwn.test(words);
        };
    }

    /** Whether any of these names stands in a text as it is, and not as a part of a longer one: Ann Lee is not Ann Leeson. */
    static Predicate<String> naming(Set<String> names) {
        List<Pattern> whole = names.stream()
                .map(name -> Pattern.compile(
                        "(?<![\\p{L}\\p{N}])(?<!\\p{L}-)" + Pattern.quote(name) + "(?![\\p{L}\\p{N}]|-\\p{L})"))
                .toList();
        return words -> whole.stream().anyMatch(name -> name.matcher(words).find());
    }

    private Set<String> namesOf(LiableParent parent) {
        return Stream.concat(
                        Stream.of(parent.name()),
                        liable.notices(parent.key()).stream().map(NoticeRef::toString))
                .collect(Collectors.toSet());
    }
}
