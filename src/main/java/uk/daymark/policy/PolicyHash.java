package uk.daymark.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The content hash of a policy: over the values of its files and of those it inherits from, whatever their layout. */
final class PolicyHash {

    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private PolicyHash() {}

    /** SHA-256 as hexadecimal. */
    static String of(List<PolicyFile> files, Map<String, PolicyEntry> overrides) {
        List<Object> content = new ArrayList<>();
        files.forEach(file -> content.add(List.of(file.name(), plain(file.tree().root()))));
        if (!overrides.isEmpty()) {
            Map<String, Object> values = new TreeMap<>();
            overrides.forEach((key, entry) -> values.put(key, plain(entry.value())));
            content.add(values);
        }
        try {
            byte[] canonical = CANONICAL.writeValueAsString(content).getBytes(UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("A policy could not be hashed", e);
        }
    }

    /** Maps and lists instead of nodes: only of maps does Jackson sort the keys. */
    private static Object plain(JsonNode node) {
        return CANONICAL.convertValue(node, Object.class);
    }
}
