package uk.daymark.practice;

import java.time.LocalDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.daymark.letters.AuthorityLetterhead;
import uk.daymark.letters.AuthorityLetterheads;
import uk.daymark.people.Scope;
import uk.daymark.practice.sample.SampleSchools;
import uk.daymark.register.By;
import uk.daymark.register.OwnFiles;

/**
 * Fills a new data folder with the sample schools, before anybody can ask for a page. Goes through the same imports as any school's files,
 * so that all that follows from a register follows from these too; and lets their people refer two cases to the authority.
 */
@Component
@Profile("practice")
class SampleLoad implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SampleLoad.class);

    static final By BY = new By("admin", Scope.everywhere());

    private final SampleFolder folder;
    private final PracticeClock clock;
    private final OwnFiles files;
    private final AuthorityLetterheads letterheads;
    private final SampleReferrals referrals;
    private volatile boolean running;

    SampleLoad(
            SampleFolder folder,
            PracticeClock clock,
            OwnFiles files,
            AuthorityLetterheads letterheads,
            SampleReferrals referrals) {
        this.folder = folder;
        this.clock = clock;
        this.files = files;
        this.letterheads = letterheads;
        this.referrals = referrals;
    }

    @Override
    public void start() {
        running = true;
        if (folder.toLoad()) {
            load();
        }
    }

    private void load() {
        LOG.info("Loading the sample schools");
        LocalDateTime until = clock.wallTime();
        SampleSchools schools = SampleSchools.make();
        send("schools", schools.schoolsCsv());
        send("calendar", schools.calendarCsv());
        send("pupils", schools.pupilsCsv());
        send("contacts", schools.contactsCsv());
        send("marks-week", schools.weeksCsv(until));
        send("marks", schools.lateCsv(until));
        schools.letterheads()
                .forEach(one -> letterheads.set(new AuthorityLetterhead(
                        one.authority(), one.name(), one.address(), one.sender(), one.phone(), one.email())));
        referrals.make();
        folder.loaded(until);
        schools.schools()
                .forEach(school ->
                        LOG.info("Sample school {}: {}, {} pupils", school.urn(), school.name(), school.pupils()));
    }

    private void send(String kind, String csv) {
        OwnFiles.Taken taken = files.apply(kind, csv, BY, "");
        LOG.info(
                "Sample: {} lines of {}{}",
                taken.rows(),
                kind,
                taken.effects().isEmpty() ? "" : ", " + taken.effects());
        if (taken.rejected() > 0) {
            throw new IllegalStateException(taken.rejected() + " lines of the sample's " + kind + " were rejected");
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which starts nearly last. */
    @Override
    public int getPhase() {
        return 0;
    }
}
