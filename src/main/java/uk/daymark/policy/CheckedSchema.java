package uk.daymark.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Locale;

/** A JSON Schema (draft 2020-12) ready to check trees against. Formats are checked; keywords that begin with {@code x-} are ours. */
final class CheckedSchema {

    private static final List<String> OUR_KEYWORDS = List.of("x-group", "x-required", "x-also", "x-at-most", "x-parts");

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012, builder -> {
        JsonMetaSchema.Builder meta = JsonMetaSchema.builder(JsonMetaSchema.getV202012());
        OUR_KEYWORDS.forEach(keyword -> meta.keyword(new NonValidationKeyword(keyword)));
        builder.metaSchema(meta.build());
    });

    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .formatAssertionsEnabled(true)
            .locale(Locale.ROOT)
            .build();

    private final JsonSchema schema;

    CheckedSchema(JsonNode schema) {
        this.schema = FACTORY.getSchema(schema, CONFIG);
    }

    /** All that the schema objects to. */
    List<ValidationMessage> objections(JsonNode tree) {
        return List.copyOf(schema.validate(tree));
    }
}
