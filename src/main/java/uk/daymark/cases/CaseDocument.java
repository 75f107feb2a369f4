package uk.daymark.cases;

import java.time.Instant;

/**
 * A document of a case.
 *
 * @param about what it is
 * @param name the file's name, cleaned
 * @param kind what sort of file it is, by its content
 * @param bytes how long it is
 * @param hash SHA-256 of its bytes, in hexadecimal
 * @param note what the person who added it said of it
 * @param by the user name of who added it
 */
public record CaseDocument(
        long id,
        CaseRef caseRef,
        About about,
        String name,
        FileKind kind,
        long bytes,
        String hash,
        String note,
        String by,
        Instant at) {

    /** What a document is. */
    public enum About {
        MEDICAL("Medical evidence"),
        CONTRACT("Attendance contract"),
        STATEMENT("Statement"),
        LETTER("Letter from the family"),
        OTHER("Other");

        private final String title;

        About(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /** Kinds of files that are taken. */
    public enum FileKind {
        PDF("pdf", "application/pdf"),
        PNG("png", "image/png"),
        JPEG("jpg", "image/jpeg"),
        TEXT("txt", "text/plain;charset=UTF-8"),
        DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

        private final String ending;
        private final String mediaType;

        FileKind(String ending, String mediaType) {
            this.ending = ending;
            this.mediaType = mediaType;
        }

        /** How the names of such files end. */
        public String ending() {
            return ending;
        }

        /** As it is sent. */
        public String mediaType() {
            return mediaType;
        }

        boolean endsSo(String name) {
            return name.endsWith("." + ending) || (this == JPEG && name.endsWith(".jpeg"));
        }
    }
}
