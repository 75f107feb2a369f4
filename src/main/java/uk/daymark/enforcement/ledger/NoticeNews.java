package uk.daymark.enforcement.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.daymark.people.Scope;

/** Tells those who follow notices what a payment changed. */
@Component
class NoticeNews {

    private final NoticeStore notices;
    private final NoticeFiles files;
    private final ObjectProvider<NoticeFollower> followers;
    private final Clock clock;

    NoticeNews(NoticeStore notices, NoticeFiles files, ObjectProvider<NoticeFollower> followers, Clock clock) {
        this.notices = notices;
        this.files = files;
        this.followers = followers;
        this.clock = clock;
    }

    /** The notices that any of the shares is for, each once, as they stand now. */
    List<NoticeFile> now(List<Payment.Share> some, List<Payment.Share> others) {
        return files.of(Stream.concat(some.stream(), others.stream())
                .map(Payment.Share::notice)
                .distinct()
                .flatMap(ref -> notices.find(ref, Scope.everywhere(), LocalDate.now(clock)).stream())
                .toList());
    }

    /** Tells how each of them stands now. */
    void tell(List<NoticeFile> before, String because) {
        for (NoticeFile was : before) {
            notices.find(was.notice().ref(), Scope.everywhere(), LocalDate.now(clock))
                    .map(notice -> files.of(List.of(notice)).get(0))
                    .ifPresent(is -> followers.orderedStream().forEach(follower -> follower.changed(was, is, because)));
        }
    }
}
