package uk.daymark.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class VendorFilesTest {

    private static final String FOLDER = "static/vendor/govuk-frontend-6.6.0/";

    @Test
    void theTypefaceOfGovUkIsNotUsed() throws IOException {
        assertThat(text("govuk-frontend.min.css"))
                .contains("font-family:arial,sans-serif")
                .doesNotContain("GDS Transport")
                .doesNotContain("@font-face");
    }

    @ParameterizedTest
    @ValueSource(strings = {"govuk-frontend.min.css", "govuk-frontend.min.js"})
    void theFilesAreThoseThatTheReadmeNames(String file) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(new ClassPathResource(FOLDER + file).getContentAsByteArray());
        assertThat(text("README.md")).contains(HexFormat.of().formatHex(hash));
    }

    private static String text(String file) throws IOException {
        return new ClassPathResource(FOLDER + file).getContentAsString(StandardCharsets.UTF_8);
    }
}
