package uk.daymark.enforcement.notice;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.referral.ParentFollower;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.letters.Letters;

/** A notice that was not posted yet is not posted any more when nothing more is decided for the parent. */
@Component
class UnpostedOfStoppedParents implements ParentFollower {

    private final Letters letters;

    UnpostedOfStoppedParents(Letters letters) {
        this.letters = letters;
    }

    @Override
    public void stopped(ParentKey key, String because) {
        List.of(NoticeModels.NOTICE_LETTER, NoticeModels.PUBLIC_PLACE_LETTER)
                .forEach(template -> letters.withdraw(key.toString(), template, because));
    }
}
