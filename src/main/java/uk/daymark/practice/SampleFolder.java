package uk.daymark.practice;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.daymark.practice.PracticeSettings.Sample;
import uk.daymark.start.CannotStartException;
import uk.daymark.time.LondonTime;

/** What the data folder was begun with, and how far the registers of its sample schools have come. */
@Component
@Profile("practice")
class SampleFolder {

    private final JdbcClient database;
    private final Sample sample;
    private final boolean toLoad;

    /** @throws CannotStartException where a start ended before its sample was loaded */
    SampleFolder(JdbcClient database, PracticeSettings settings) {
        this.database = database;
        Optional<Begun> begun = database.sql("select sample, complete from practice_sample")
                .query((row, number) -> new Begun(Sample.valueOf(row.getString("sample")), row.getBoolean("complete")))
                .optional();
        if (begun.isPresent() && !begun.get().complete()) {
            throw new CannotStartException(
                    "The sample schools in the data folder were not loaded to their end: an earlier start broke off.",
                    "Delete the folder and start again, or give an empty one with --daymark.data=DIR.");
        }
        if (begun.isEmpty()) {
            database.sql("insert into practice_sample (id, sample, complete) values (1, :sample, :complete)")
                    .param("sample", settings.sample().name())
                    .param("complete", settings.sample() == Sample.NONE)
                    .update();
        }
        this.sample = begun.map(Begun::sample).orElse(settings.sample());
        this.toLoad = begun.isEmpty() && sample != Sample.NONE;
    }

    private record Begun(Sample sample, boolean complete) {}

    /** What it was begun with. */
    Sample sample() {
        return sample;
    }

    /** Whether the sample has still to be loaded: in the first start on this folder. */
    boolean toLoad() {
        return toLoad;
    }

    /** The sample stands there, with every register that had closed by then. */
    void loaded(LocalDateTime registersTo) {
        broughtIn(registersTo);
        database.sql("update practice_sample set complete = true").update();
    }

    /** Every register that had closed by then is there. */
    void broughtIn(LocalDateTime registersTo) {
        database.sql("update practice_sample set registers_to = :to")
                .param(
                        "to",
                        registersTo.atZone(LondonTime.ZONE).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC))
                .update();
    }

    /** The moment up to which registers have been brought in, London time; empty where there is no sample. */
    Optional<LocalDateTime> registersTo() {
        return database.sql("select registers_to from practice_sample where registers_to is not null")
                .query(OffsetDateTime.class)
                .optional()
                .map(at -> at.atZoneSameInstant(LondonTime.ZONE).toLocalDateTime());
    }
}
