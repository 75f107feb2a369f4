package uk.daymark.enforcement.improve;

import org.springframework.stereotype.Component;
import uk.daymark.enforcement.referral.ParentFollower;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.letters.Letters;

/** A notice to improve ends when nothing more is decided for the parent, and none of its letters is posted any more. */
@Component
class ImprovementsOfStoppedParents implements ParentFollower {

    private final Improvements notices;
    private final Letters letters;

    ImprovementsOfStoppedParents(Improvements notices, Letters letters) {
        this.notices = notices;
        this.letters = letters;
    }

    @Override
    public void stopped(ParentKey key, String because) {
        notices.stop(key.toString(), because);
        ImprovementLetters.ALL.forEach(template -> letters.withdraw(key.toString(), template, because));
    }
}
