package uk.daymark.enforcement.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.NoticeRecords;
import uk.daymark.enforcement.ledger.NoticeFile.State;
import uk.daymark.measure.DateRange;
import uk.daymark.people.Pupil;
import uk.daymark.people.PupilId;
import uk.daymark.people.Pupils;
import uk.daymark.people.Scope;
import uk.daymark.people.ScopeSql;

/** The notices of the ledger with their money worked out, read for counting. */
@Component
class IssuedNotices implements NoticeRecords {

    private final NoticeQueries queries;
    private final NoticeFiles files;
    private final Pupils pupils;

    IssuedNotices(NoticeQueries queries, NoticeFiles files, Pupils pupils) {
        this.queries = queries;
        this.files = files;
        this.pupils = pupils;
    }

    @Override
    public List<Issued> issued(Scope scope, DateRange days) {
        List<NoticeFile> found = files.of(notices(scope, days));
        Map<PupilId, Pupil> about = pupils.find(
                found.stream().map(file -> file.notice().pupil()).distinct().toList());
        return found.stream()
                .map(file -> issued(
                        file,
                        Optional.ofNullable(about.get(file.notice().pupil()))
                                .map(pupil -> pupil.details().name())
                                .orElse("")))
                .toList();
    }

    private List<Notice> notices(Scope scope, DateRange days) {
        ScopeSql whose = scope instanceof Scope.OneAuthority authority
                ? new ScopeSql("n.kept_by = ?", List.of(authority.name()))
                : ScopeSql.of(scope, "n.school_urn");
        List<Object> values = new ArrayList<>(List.of(days.from(), days.to()));
        values.addAll(whose.values());
        return queries.read(
                " where n.origin = 'ISSUED' and n.issued_on between ? and ? and " + whose.condition()
                        + " order by n.issued_on, n.ref",
                values);
    }

    private static Issued issued(NoticeFile file, String pupil) {
        Notice notice = file.notice();
        Fate fate = fate(file);
        return new Issued(
                notice.ref().value(),
                notice.school(),
                notice.schoolName(),
                pupil,
                notice.issuedOn(),
                fate,
                (fate == Fate.OPEN || fate == Fate.UNPAID || fate == Fate.PROSECUTED)
                        && file.money().filter(money -> money.received().any()).isPresent(),
                file.withdrawal().map(NoticeFile.Withdrawal::ground),
                file.prosecution().map(last -> last.result().title()),
                file.money().map(money -> money.owedBack().pence()).orElse(0L));
    }

    private static Fate fate(NoticeFile file) {
        State state = file.state();
        return switch (state) {
            case NOT_POSTED, ISSUED, PART_PAID -> Fate.OPEN;
            case PAID ->
                file.money().flatMap(NoticeMoney::clearedFor).isPresent()
                                && file.money()
                                        .flatMap(NoticeMoney::clearedFor)
                                        .equals(file.notice().discounted())
                        ? Fate.PAID_LOWER
                        : Fate.PAID_FULL;
            case UNPAID -> Fate.UNPAID;
            case WITHDRAWN -> Fate.WITHDRAWN;
            case PROSECUTED -> Fate.PROSECUTED;
        };
    }
}
