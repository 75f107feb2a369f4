package uk.daymark.register;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Only so many files are previewed at a time, whoever asks and over which interface: each holds its pupil-weeks in memory. The others
 * wait their turn, and hold nothing meanwhile. Files that are applied come one after another already ({@link Gate}).
 */
@Component
class PreviewPlaces {

    private final Semaphore places;
    private final int patienceSeconds;

    PreviewPlaces(
            @Value("${daymark.imports.previews-at-a-time:2}") int howMany,
            @Value("${daymark.imports.preview-patience-seconds:60}") int patienceSeconds) {
        this.places = new Semaphore(howMany, true);
        this.patienceSeconds = patienceSeconds;
    }

    /**
     * Does the work once there is a place.
     *
     * @throws RegisterConflictException where none becomes free in time
     */
    <T> T in(Supplier<T> work) {
        if (!entered()) {
            throw new RegisterConflictException(
                    "Too many files are being read just now. Nothing was changed; send the file again in a minute.");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean entered() {
        try {
            return places.tryAcquire(patienceSeconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
