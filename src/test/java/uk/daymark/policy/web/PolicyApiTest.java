package uk.daymark.policy.web;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import uk.daymark.SignedInHere;
import uk.daymark.access.Access;
import uk.daymark.access.Role;
import uk.daymark.policy.Policies;
import uk.daymark.policy.PolicyFiles;

/** The endpoints, over HTTP without the rest of the application. */
class PolicyApiTest {

    @RegisterExtension
    static final SignedInHere LEAD = SignedInHere.as(Role.LEAD);

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-11-21T12:00:00Z"), ZoneId.of("Europe/London"));

    private final Policies policies = PolicyFiles.shipped();
    private final MockMvc api = MockMvcBuilders.standaloneSetup(new PolicyApi(new Access(), policies, CLOCK))
            .setMessageConverters(new MappingJackson2HttpMessageConverter(Jackson2ObjectMapperBuilder.json()
                    .featuresToDisable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build()))
            .build();

    @Test
    void listsThePoliciesWithTheirDates() throws Exception {
        api.perform(get("/api/policies"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(6))
                .andExpect(jsonPath("$.items[0].name").value("national"))
                .andExpect(jsonPath("$.items[0].inherits").value(nullValue()))
                .andExpect(jsonPath("$.items[?(@.name == 'cambridgeshire-2021')].inForce.to")
                        .value("2024-08-18"))
                .andExpect(jsonPath("$.items[?(@.name == 'cambridgeshire-2021')].supersededBy")
                        .value("cambridgeshire"));
    }

    @Test
    void givesEachValueWithUnitDatesSourceAndConfidence() throws Exception {
        String codes = "$.values[?(@.key == 'threshold.codes')]";
        api.perform(get("/api/policies/commonswood"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.title").value("Commonswood Primary and Nursery School"))
                .andExpect(jsonPath("$.inherits").value("hertfordshire"))
                .andExpect(jsonPath("$.on").value("2025-11-21"))
                .andExpect(jsonPath("$.version")
                        .value(policies.named("commonswood").orElseThrow().version()))
                .andExpect(jsonPath(codes + ".own").value(false))
                .andExpect(jsonPath(codes + ".inForce.value[*]").value(contains("G", "O", "U")))
                .andExpect(jsonPath(codes + ".inForce.unit").value("codes"))
                .andExpect(jsonPath(codes + ".inForce.from").value("2024-08-19"))
                .andExpect(jsonPath(codes + ".inForce.to").value(hasItem(nullValue())))
                .andExpect(jsonPath(codes + ".inForce.confidence").value("seed"))
                .andExpect(jsonPath(codes + ".inForce.policy").value("hertfordshire"))
                .andExpect(jsonPath(codes + ".others[*].policy").value("national"));
    }

    @Test
    void answersForAnotherDay() throws Exception {
        api.perform(get("/api/policies/national").param("on", "2026-07-01"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.on").value("2026-07-01"));
    }

    @Test
    void answersNotFoundForAPolicyThatDoesNotExist() throws Exception {
        api.perform(get("/api/policies/essex")).andExpect(status().isNotFound());
    }

    @Test
    void answersBadRequestForADayThatDoesNotExist() throws Exception {
        api.perform(get("/api/policies/national").param("on", "2026-02-30")).andExpect(status().isBadRequest());
    }
}
