package uk.daymark.register.web;

import java.util.concurrent.CountDownLatch;
import org.springframework.context.ApplicationContext;

/** A file of the office's that is being checked for as long as a test wants to look at it. */
public final class SlowFile implements AutoCloseable {

    private final CountDownLatch hold = new CountDownLatch(1);
    private final ImportJob job;

    /** Begins. */
    public SlowFile(ApplicationContext application) {
        job = application
                .getBean(ImportJobs.class)
                .start("office", "slow", new ImportJob.Asked(ImportJob.Step.PREVIEW, "", UploadForm.EMPTY), () -> {
                    hold.await();
                    return "slow";
                });
    }

    /** The page that tells how far it is. */
    public String address() {
        return "/imports/running/" + job.id();
    }

    @Override
    public void close() {
        hold.countDown();
    }
}
