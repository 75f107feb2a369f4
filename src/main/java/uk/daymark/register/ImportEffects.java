package uk.daymark.register;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;

/**
 * What marks that come in cause elsewhere. Every bean of this type is told of each change while an import is compared with the
 * register, in the import's own transaction. A preview makes the same calls, so that the effects it lists are those that applying
 * has; nothing may be written then.
 */
public interface ImportEffects {

    /** Begins to watch one import or one amendment by hand. */
    Watch watch(Cause cause);

    /** Watches one import. Used by one thread, then dropped. */
    interface Watch {

        /**
         * Marks that came or changed: some of the import's, in no order. Never empty. The register already holds them where the
         * import is being applied.
         */
        void changed(List<MarkChange> changes);

        /**
         * Sessions of which this watch is told, too, when the import says once more what Daymark's copy holds already. Mostly there
         * are none.
         */
        default Set<Session> awaited(EnrolmentId enrolment) {
            return Set.of();
        }

        /** Marks of {@link #awaited} sessions that stand as they stood, some of the import's, in no order. Never empty. */
        default void repeated(List<MarkChange> marks) {}

        /** All that these marks cause, in words, after the last of them: "confirms 2 codes decided here". */
        List<String> inWords();
    }

    /**
     * What brings the marks.
     *
     * @param importId the import; empty text for an amendment by hand
     * @param by who sent or made it
     * @param at when
     * @param applying whether it is being applied; false for a preview, which must write nothing
     */
    record Cause(String importId, By by, Instant at, boolean applying) {}
}
