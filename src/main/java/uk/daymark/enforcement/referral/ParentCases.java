package uk.daymark.enforcement.referral;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CasePart;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.journal.Journal;
import uk.daymark.journal.Recorded;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;
import uk.daymark.policy.Policies;
import uk.daymark.policy.Policy;
import uk.daymark.web.Conflict;

/** The parents behind the keys of processes; and what a case's pages say of them. */
@Component
public class ParentCases implements CasePart {

    private final LiableParents parents;
    private final Cases cases;
    private final Schools schools;
    private final Policies policies;
    private final Journal journal;
    private final Ledger ledger;

    ParentCases(
            LiableParents parents, Cases cases, Schools schools, Policies policies, Journal journal, Ledger ledger) {
        this.parents = parents;
        this.cases = cases;
        this.schools = schools;
        this.policies = policies;
        this.journal = journal;
        this.ledger = ledger;
    }

    /** The parent whom a key of that form names. */
    public Optional<ParentCase> find(String key) {
        return ParentKey.of(key)
                .flatMap(parents::find)
                .flatMap(parent ->
                        cases.find(parent.key().caseRef()).map(file -> new ParentCase(parent, file, policy(file))));
    }

    /**
     * The parent whom a process is about.
     *
     * @throws IllegalStateException where the key names none
     */
    public ParentCase of(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("There is no parent " + key));
    }

    /**
     * The parents of these keys.
     *
     * @throws IllegalStateException where one of them names none
     */
    Map<ParentKey, ParentCase> of(Collection<ParentKey> keys) {
        List<CaseRef> refs = keys.stream().map(ParentKey::caseRef).distinct().toList();
        Map<CaseRef, CaseFile> files =
                cases.find(refs).stream().collect(Collectors.toMap(CaseFile::ref, Function.identity()));
        Map<Urn, School> schoolOf = schools.find(
                files.values().stream().map(CaseFile::school).distinct().toList());
        Map<ParentKey, ParentCase> found = new LinkedHashMap<>();
        parents.of(refs).values().stream()
                .flatMap(List::stream)
                .filter(parent -> keys.contains(parent.key()))
                .forEach(parent -> {
                    CaseFile file = Optional.ofNullable(files.get(parent.key().caseRef()))
                            .orElseThrow();
                    School school =
                            Optional.ofNullable(schoolOf.get(file.school())).orElseThrow();
                    found.put(parent.key(), new ParentCase(parent, file, policy(school)));
                });
        if (found.size() < keys.size()) {
            throw new IllegalStateException("There is no parent to some of " + keys);
        }
        return found;
    }

    /** The policy of the authority of a case's school. */
    public Policy policy(CaseFile file) {
        return policy(schools.find(file.school()).orElseThrow());
    }

    /**
     * The policy of a school's authority; that of the school where the authority has none of its own.
     *
     * @throws Conflict where there is neither
     */
    public Policy policy(School school) {
        return policies.named(school.authority())
                .or(() -> policies.named(school.policy()))
                .orElseThrow(
                        () -> new Conflict("The authority's policy is not there any more. Ask your administrator."));
    }

    /** The user names of everybody who referred the case: none of them decides about it. */
    public Set<String> referrers(CaseRef ref) {
        return journal.of(ref.value()).stream()
                .filter(entry -> entry.entry().kind().equals("STAGE")
                        && entry.entry().after().equals(Cases.REFERRAL))
                .map(Recorded::by)
                .collect(Collectors.toSet());
    }

    @Override
    public List<Key> keys(CaseFile file) {
        return Stream.concat(
                        parents.of(file.ref()).stream()
                                .map(parent -> new Key(parent.key().toString(), parent.name(), true)),
                        ledger.about(List.of(file.pupil())).stream()
                                .map(NoticeFile::notice)
                                .filter(notice -> notice.caseRef()
                                        .filter(file.ref().value()::equals)
                                        .isPresent())
                                .map(notice -> new Key(
                                        notice.ref().value(), notice.parentName() + ", notice " + notice.ref(), true)))
                .toList();
    }

    @Override
    public List<Line> lines(CaseFile file) {
        return parents.of(file.ref()).stream()
                .map(parent -> new Line(
                        "Parents at the authority",
                        parent.name() + ", " + parent.relation() + ": "
                                + parent.standing().title(),
                        parents.notices(parent.key()).stream()
                                .reduce((earlier, later) -> later)
                                .map(NoticeRef::value)
                                .map(ref -> "/notices/" + ref + "/withdrawal-requests"),
                        parent.decided().map(LiableParent.Decided::at)))
                .toList();
    }
}
