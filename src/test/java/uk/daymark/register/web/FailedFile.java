package uk.daymark.register.web;

import org.springframework.context.ApplicationContext;

/** A file of the office's whose import failed within. */
public final class FailedFile {

    private FailedFile() {}

    /** The page that tells so. */
    public static String address(ApplicationContext application) {
        ImportJob job = application
                .getBean(ImportJobs.class)
                .start("office", "broken", new ImportJob.Asked(ImportJob.Step.APPLY, "x", UploadForm.EMPTY), () -> {
                    throw new IllegalStateException("inner words");
                });
        job.outcome.join();
        return "/imports/running/" + job.id();
    }
}
