package uk.daymark.enforcement.court;

import org.springframework.stereotype.Component;
import uk.daymark.enforcement.referral.ParentFollower;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.letters.Letters;

/** A prosecution that was not begun ends when nothing more is decided for the parent, and no caution is posted any more. */
@Component
class CourtFilesOfStoppedParents implements ParentFollower {

    private final Prosecutions prosecutions;
    private final Letters letters;

    CourtFilesOfStoppedParents(Prosecutions prosecutions, Letters letters) {
        this.prosecutions = prosecutions;
        this.letters = letters;
    }

    @Override
    public void stopped(ParentKey key, String because) {
        prosecutions
                .last(key)
                .filter(file -> file.open() && file.begun().isEmpty())
                .ifPresent(file -> prosecutions.end(file, CourtDesk.NOT_BEGUN, because));
        letters.withdraw(key.toString(), CautionTasks.LETTER, because);
    }
}
