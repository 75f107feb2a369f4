package uk.daymark.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import uk.daymark.cases.CaseDocument.About;
import uk.daymark.cases.CaseDocument.FileKind;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.journal.Who;
import uk.daymark.web.InvalidInput;

/** The documents of cases: kept in the data folder under their hash, never changed, journalled. */
@Service
public class CaseDocuments {

    private static final int A_MEGABYTE = 1 << 20;

    private static final String SELECT =
            "select d.id, d.case_ref, d.about, d.file_name, d.file_kind, d.bytes, d.hash, d.note,"
                    + " d.added_by, d.added_at from case_document d where d.case_ref = ?";

    private final JdbcTemplate jdbc;
    private final Cases cases;
    private final Journal journal;
    private final Who who;
    private final Clock clock;
    private final Path folder;
    private final DocumentLimits limits;

    CaseDocuments(
            JdbcTemplate jdbc,
            Cases cases,
            Journal journal,
            Who who,
            Clock clock,
            @Value("${daymark.data:./data}") Path data) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.journal = journal;
        this.who = who;
        this.clock = clock;
        this.folder = data.resolve("documents");
        this.limits = DocumentLimits.load();
    }

    /** Megabytes that a file may have at most, for people. */
    public long mostMegabytes() {
        return limits.bytes() / A_MEGABYTE;
    }

    /**
     * Adds a document.
     *
     * @param name the name its sender gave it
     * @throws InvalidInput pointing to {@code /file} where it is empty, too large or of a kind that is not taken
     */
    public CaseDocument add(CaseRef ref, About about, String note, String name, InputStream content) {
        try {
            Files.createDirectories(folder);
            Path received = Files.createTempFile(folder, "received-", ".tmp");
            try {
                return add(ref, about, note, name, received, receive(content, received));
            } finally {
                Files.deleteIfExists(received);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CaseDocument add(CaseRef ref, About about, String note, String name, Path received, String hash)
            throws IOException {
        FileKind kind = DocumentCheck.kindOf(received, name, limits);
        String cleaned = DocumentName.clean(name, kind.ending());
        long bytes = Files.size(received);
        Path place = place(hash);
        if (!Files.exists(place)) {
            Files.createDirectories(Objects.requireNonNull(place.getParent()));
            Files.move(received, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return cases.changing(ref, () -> added(ref, about, note, cleaned, kind, bytes, hash));
    }

    private CaseDocument added(
            CaseRef ref, About about, String note, String cleaned, FileKind kind, long bytes, String hash) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    var insert = connection.prepareStatement(
                            "insert into case_document (case_ref, about, file_name, file_kind, bytes, hash, note,"
                                    + " added_by, added_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            new String[] {"id"});
                    insert.setString(1, ref.value());
                    insert.setString(2, about.name());
                    insert.setString(3, cleaned);
                    insert.setString(4, kind.name());
                    insert.setLong(5, bytes);
                    insert.setString(6, hash);
                    insert.setString(7, note);
                    insert.setString(8, who.userName());
                    insert.setObject(9, clock.instant().atOffset(ZoneOffset.UTC));
                    return insert;
                },
                key);
        journal.write(Entry.of(ref.value(), "DOCUMENT", "Document added: " + about.title() + ", " + cleaned + ".", note)
                .changing("", "SHA-256 " + hash));
        return find(ref, Objects.requireNonNull(key.getKey()).longValue()).orElseThrow();
    }

    /** Writes down no more than may be kept. */
    private String receive(InputStream content, Path received) throws IOException {
        MessageDigest digest = sha256();
        long left = limits.bytes();
        byte[] some = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(received)) {
            for (int read = content.read(some); read >= 0; read = content.read(some)) {
                left -= read;
                if (left < 0) {
                    throw DocumentCheck.refused("The file is larger than " + mostMegabytes() + " MB");
                }
                digest.update(some, 0, read);
                out.write(some, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The documents of a case, the latest first. */
    public List<CaseDocument> of(CaseRef ref) {
        return jdbc.query(SELECT + " order by d.id desc", CaseDocuments::document, ref.value());
    }

    /** A document of a case. */
    public Optional<CaseDocument> find(CaseRef ref, long id) {
        return jdbc.query(SELECT + " and d.id = ?", CaseDocuments::document, ref.value(), id).stream()
                .findFirst();
    }

    /** Where its bytes stand. */
    public Path file(CaseDocument document) {
        return place(document.hash());
    }

    private Path place(String hash) {
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }

    private static CaseDocument document(ResultSet row, int number) throws SQLException {
        return new CaseDocument(
                row.getLong("id"),
                new CaseRef(row.getString("case_ref")),
                About.valueOf(row.getString("about")),
                row.getString("file_name"),
                FileKind.valueOf(row.getString("file_kind")),
                row.getLong("bytes"),
                row.getString("hash"),
                row.getString("note"),
                row.getString("added_by"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
