package uk.daymark.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.daymark.measure.AttendanceCode;

/** The catalogue of keys. */
class PolicyCatalogueTest {

    private final JsonNode schema = PolicyFiles.json("policy.schema.json");
    private final PolicyCatalogue catalogue = new PolicyCatalogue(schema);

    @Test
    void isAJsonSchemaOfDraft202012() {
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(SchemaLocation.of(VersionFlag.V202012.getId()))
                        .validate(schema))
                .isEmpty();
    }

    @Test
    void knowsExactlyTheCodesOfTheRegister() {
        assertThat(PolicyCatalogue.texts(schema.at("/$defs/code/enum")))
                .containsExactlyInAnyOrderElementsOf(Stream.of(AttendanceCode.values())
                        .map(AttendanceCode::token)
                        .toList());
    }

    @Test
    void givesEachKeyATitleAHeadingAndAUnit() {
        assertThat(catalogue.keys()).hasSizeGreaterThan(70).allSatisfy(key -> {
            assertThat(key.title()).isNotBlank();
            assertThat(key.group()).isNotBlank();
            assertThat(key.units()).isNotEmpty();
        });
    }

    @Test
    void groupsTheKeysAsPeopleReadThem() {
        assertThat(catalogue.keys().stream().map(PolicyKey::group).distinct())
                .containsExactly(
                        "Counting",
                        "First-day contact",
                        "Leave",
                        "Lateness",
                        "Support before sanctions",
                        "Notices and amounts",
                        "Panel and referral",
                        "Returns",
                        "Bands and letters",
                        "Steps at school",
                        "Records",
                        "Reports");
        assertThat(catalogue.keys().stream().map(PolicyKey::group).toList())
                .as("each group in one piece")
                .isSortedAccordingTo((a, b) -> {
                    var order = catalogue.keys().stream()
                            .map(PolicyKey::group)
                            .distinct()
                            .toList();
                    return order.indexOf(a) - order.indexOf(b);
                });
    }

    @Test
    void boundsKeysOnlyByKeysThatExist() {
        assertThat(catalogue.keys().stream().flatMap(key -> key.atMost().stream()))
                .isNotEmpty()
                .allSatisfy(bound -> assertThat(catalogue.key(bound)).isPresent());
    }
}
