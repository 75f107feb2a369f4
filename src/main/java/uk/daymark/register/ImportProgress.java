package uk.daymark.register;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How far the imports that this server is working on have come. */
@Component
public class ImportProgress {

    private final Map<String, Tracker> running = new ConcurrentHashMap<>();

    /** What an import is doing. */
    public enum Stage {
        WAITING,
        READING,
        COMPARING
    }

    /**
     * How far one import has come.
     *
     * @param importId which
     * @param sentBy who sent the file
     * @param stage what it is doing
     * @param rowsRead rows read so far
     */
    public record Progress(String importId, String sentBy, Stage stage, long rowsRead) {}

    /** An import under way; empty once it has ended. */
    public Optional<Progress> of(String importId) {
        return Optional.ofNullable(running.get(importId)).map(Tracker::progress);
    }

    /** The imports under way of one person. */
    public List<Progress> sentBy(String userName) {
        Collection<Tracker> trackers = running.values();
        return trackers.stream()
                .map(Tracker::progress)
                .filter(progress -> progress.sentBy().equals(userName))
                .toList();
    }

    Tracker begin(String importId, String sentBy) {
        Tracker tracker = new Tracker(importId, sentBy);
        running.put(importId, tracker);
        return tracker;
    }

    void end(String importId) {
        running.remove(importId);
    }

    /** Written by the thread that imports, read by others. */
    static final class Tracker {

        private final String importId;
        private final String sentBy;
        private volatile Stage stage = Stage.WAITING;
        private volatile long rowsRead;

        Tracker(String importId, String sentBy) {
            this.importId = importId;
            this.sentBy = sentBy;
        }

        void stage(Stage now) {
            stage = now;
        }

        void rowsRead(long rows) {
            rowsRead = rows;
        }

        private Progress progress() {
            return new Progress(importId, sentBy, stage, rowsRead);
        }
    }
}
