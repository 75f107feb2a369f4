package uk.daymark.enforcement.publicplace;

import org.springframework.stereotype.Component;
import uk.daymark.worklist.WordBook;

/** The words of {@code messages/public-place-tasks.properties}. */
@Component
class PublicPlaceWords extends WordBook {

    PublicPlaceWords() {
        super("messages.public-place-tasks");
    }
}
