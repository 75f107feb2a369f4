package uk.daymark.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class StartingTest {

    @TempDir
    Path folder;

    @Test
    void liveModeIsRefusedInOneClearLineWithExitCodeOne() throws Exception {
        Process daymark = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "uk.daymark.DaymarkApplication",
                        "--spring.profiles.active=live",
                        "--spring.main.web-application-type=none",
                        "--daymark.data=" + folder)
                .redirectErrorStream(true)
                .start();
        List<String> said = daymark.inputReader().lines().toList();
        assertThat(daymark.waitFor()).isEqualTo(1);
        assertThat(said)
                .contains(
                        "Daymark cannot start in live mode yet: sign-in by an identity provider (OpenID Connect) is not built.")
                .noneMatch(line -> line.startsWith("\tat "));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void liveModeIsRefusedBesidePracticeToo() {
        assertThatThrownBy(() -> check(environment("practice", "live")))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("live");
    }

    @Test
    void aModeThatIsNeitherIsRefused() {
        assertThatThrownBy(() -> check(environment("production")))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("practice and live");
    }

    @Test
    void theDatabaseLiesInTheDataFolderWhereNoOtherIsGiven() {
        MockEnvironment environment = environment("practice");
        check(environment);
        assertThat(environment.getProperty("spring.datasource.url"))
                .startsWith("jdbc:h2:file:" + folder.resolve("new/daymark")
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=256;CACHE_SIZE=");
    }

    @Test
    void aDatabaseThatIsGivenIsUsed() {
        MockEnvironment environment =
                environment("practice").withProperty("spring.datasource.url", "jdbc:postgresql:x");
        check(environment);
        assertThat(environment.getProperty("spring.datasource.url")).isEqualTo("jdbc:postgresql:x");
        assertThat(environment.containsProperty("spring.datasource.username")).isFalse();
    }

    @Test
    void aDataFolderThatCannotBeMadeIsRefused() throws Exception {
        Files.createFile(folder.resolve("file"));
        assertThatThrownBy(
                        () -> DataFolder.prepared(folder.resolve("file/inside").toString()))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void aDataFolderWithASemicolonIsRefused() {
        assertThatThrownBy(() -> DataFolder.prepared(folder.resolve("a;b").toString()))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("semicolon");
    }

    @Test
    void theDataFolderIsMadeAndLeftEmpty() {
        assertThat(DataFolder.prepared(folder.resolve("a/b").toString())).isEmptyDirectory();
    }

    @Test
    void aDatabaseInUseIsSaidInPlainWords() {
        String file = folder.resolve("daymark.mv.db").toString();
        try (MVStore anotherDaymark = new MVStore.Builder().fileName(file).open()) {
            assertThat(anotherDaymark.isClosed()).isFalse();
            SQLException refused = catchRefusal(DataFolder.databaseUrl(folder));
            assertThat(analysisOf(refused).getDescription()).contains("is in use");
            assertThat(analysisOf(refused).getAction()).contains("--daymark.data");
        }
    }

    @Test
    void aDatabaseOfAnotherVersionIsSaidInPlainWords() throws Exception {
        Files.writeString(
                folder.resolve("daymark.mv.db"),
                "H:2,block:1,blockSize:1000,format:9,version:1,fletcher:0\n".repeat(300));
        SQLException refused = catchRefusal(DataFolder.databaseUrl(folder));
        assertThat(analysisOf(refused).getDescription()).containsAnyOf("another version", "damaged");
    }

    @Test
    void otherDatabaseFailuresAreLeftAsTheyAre() {
        assertThat(new DatabaseAnalyzer().analyze(new SQLException("other", "HY000", 1)))
                .isNull();
    }

    private static SQLException catchRefusal(String url) {
        try (Connection unexpected = DriverManager.getConnection(url, "sa", "")) {
            throw new AssertionError("The database opened: " + unexpected);
        } catch (SQLException refused) {
            return refused;
        }
    }

    private static FailureAnalysis analysisOf(SQLException refused) {
        FailureAnalysis analysis = new DatabaseAnalyzer().analyze(new IllegalStateException("wrapped", refused));
        assertThat(analysis).as("analysis of %s", refused).isNotNull();
        return analysis;
    }

    private MockEnvironment environment(String... profiles) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profiles);
        return environment.withProperty("daymark.data", folder.resolve("new").toString());
    }

    private static void check(MockEnvironment environment) {
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(environment);
        new StartChecks().initialize(context);
    }
}
