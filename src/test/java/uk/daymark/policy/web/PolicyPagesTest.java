package uk.daymark.policy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import uk.daymark.SignedInHere;
import uk.daymark.access.Access;
import uk.daymark.access.Role;
import uk.daymark.policy.PolicyFiles;

/** The pages, in a bare frame. */
class PolicyPagesTest {

    @RegisterExtension
    static final SignedInHere LEAD = SignedInHere.as(Role.LEAD);

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-11-21T12:00:00Z"), ZoneId.of("Europe/London"));

    private final MockMvc pages = MockMvcBuilders.standaloneSetup(
                    new PolicyPages(new Access(), PolicyFiles.shipped(), CLOCK))
            .setViewResolvers(views())
            .setLocaleResolver(new org.springframework.web.servlet.i18n.FixedLocaleResolver(Locale.UK))
            .build();

    @Test
    void listEveryPolicyAndMarkTheOneThatEnded() throws Exception {
        String page = words("/policies");
        assertThat(page)
                .contains("National framework for England", "Cambridgeshire County Council", "Herefordshire Council")
                .containsOnlyOnce("superseded")
                .contains("to 18 August 2024");
    }

    @Test
    void carryTheirNameInTheTitle() throws Exception {
        assertThat(html("/policies")).contains("<title>Policies - Daymark</title>");
        assertThat(html("/policies/herefordshire")).contains("<title>Policy: Herefordshire Council - Daymark</title>");
    }

    @Test
    void showAPolicyUnderItsHeadings() throws Exception {
        assertThat(words("/policies/cambridgeshire"))
                .containsSubsequence(
                        "Counting",
                        "First-day contact",
                        "Leave",
                        "Support before sanctions",
                        "Notices and amounts",
                        "Panel and referral",
                        "Returns",
                        "Bands and letters");
    }

    @Test
    void showEachValueInWordsWithItsSource() throws Exception {
        String page = words("/policies/cambridgeshire");
        assertThat(page)
                .contains("Unauthorised sessions that meet the threshold")
                .contains("10 sessions")
                .contains("G, N, O, U")
                .contains("£160")
                .contains("discounted £60, full £120")
                .contains("shortest 6 school weeks, longest 6 school weeks")
                .contains("Monday")
                .contains("Earlier notices count only for offences from")
                .containsPattern("The word false counts every notice. 19 August 2024")
                .contains("For leave in term time", "For irregular attendance, lateness")
                .contains("How the Attendance Service can support you, 2024 (S3)");
    }

    @Test
    void sayWhatIsInheritedAndFromWhom() throws Exception {
        assertThat(words("/policies/commonswood"))
                .contains(
                        "Inherited from Hertfordshire County Council", "Inherited from National framework for England")
                .contains("letter, below 96 percent: The school writes to the parent");
        assertThat(words("/policies/national")).doesNotContain("Inherited from");
    }

    @Test
    void markUnconfirmedValues() throws Exception {
        assertThat(words("/policies/national"))
                .contains("WEEK unconfirmed")
                .contains("The authority's legal team has to confirm such a value")
                .doesNotContain("10 sessions unconfirmed");
    }

    @Test
    void sayOfASupersededPolicyWhatTookItsPlace() throws Exception {
        assertThat(words("/policies/cambridgeshire-2021"))
                .contains("This policy ended on 18 August 2024")
                .contains("Its place was taken by Cambridgeshire County Council")
                .contains("8 sessions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "national",
                "hertfordshire",
                "commonswood",
                "cambridgeshire-2021",
                "cambridgeshire",
                "herefordshire"
            })
    void leaveNoValueOfAnyPolicyBlank(String policy) throws Exception {
        assertThat(html("/policies/" + policy)).doesNotContainPattern("<td class=\"govuk-table__cell\">\\s*</td>");
    }

    @Test
    void giveEachTableACaptionAndEachHeadingAScope() throws Exception {
        String page = html("/policies/cambridgeshire");
        assertThat(count(page, "<table")).isEqualTo(count(page, "<caption")).isGreaterThan(6);
        assertThat(count(page, "<th ")).isEqualTo(count(page, " scope=")).isPositive();
    }

    @Test
    void answerNotFoundForAPolicyThatDoesNotExist() throws Exception {
        assertThat(response("/policies/essex").getStatus()).isEqualTo(404);
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }

    private String words(String address) throws Exception {
        return html(address)
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replaceAll("\\s+", " ")
                .replace(" ,", ",")
                .replace(" :", ":");
    }

    private String html(String address) throws Exception {
        MockHttpServletResponse response = response(address);
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString();
    }

    private MockHttpServletResponse response(String address) throws Exception {
        return pages.perform(get(address)).andReturn().getResponse();
    }

    private static ThymeleafViewResolver views() {
        ClassLoaderTemplateResolver frame = new ClassLoaderTemplateResolver();
        frame.setOrder(1);
        frame.setResolvablePatterns(Set.of("fragments/layout"));
        frame.setTemplateAliases(Map.of("fragments/layout", "policy/bare-layout.html"));
        frame.setCheckExistence(true);
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setOrder(2);
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolvers(Set.of(frame, templates));
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return views;
    }
}
