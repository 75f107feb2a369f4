package uk.daymark.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML file as a tree that remembers its lines. Deliberately plainer than YAML: unquoted, only {@code true} and {@code false} are
 * yes and no, only digits are numbers, dates stay text; a key stands once; nothing refers to anything else. So what a person reads is
 * what is meant: a register code N stays an N.
 *
 * @param file the name of the file
 * @param root its content; an empty object where it could not be read
 * @param lines JSON pointer of each key and item to the line it begins on, counted from 1
 * @param faults what kept it, or parts of it, from being read
 */
record YamlTree(String file, JsonNode root, Map<String, Integer> lines, List<PolicyFault> faults) {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,17}");

    /** Reads the content of a file. Never fails: what is wrong stands in {@link #faults}. */
    static YamlTree read(String file, byte[] content) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return new Reader(file).read(text);
        } catch (CharacterCodingException e) {
            PolicyFault fault = new PolicyFault(file, 1, "The file is not UTF-8; save it again as plain text in UTF-8");
            return new YamlTree(file, JsonNodeFactory.instance.objectNode(), Map.of(), List.of(fault));
        }
    }

    /** The line on which the key or item, or the nearest that holds it, begins. */
    int lineOf(String pointer) {
        String at = pointer;
        while (!lines.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return lines.getOrDefault(at, 1);
    }

    /** The fault of this file at that place. */
    PolicyFault fault(String pointer, String message) {
        return new PolicyFault(file, lineOf(pointer), message);
    }

    /** The pointer to a key below another; keys with a slash or tilde are escaped as RFC 6901 asks. */
    static String below(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    private static final class Reader {

        private final String file;
        private final Map<String, Integer> lines = new HashMap<>();
        private final List<PolicyFault> faults = new ArrayList<>();
        private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

        Reader(String file) {
            this.file = file;
        }

        YamlTree read(String text) {
            JsonNode root = JsonNodeFactory.instance.objectNode();
            try {
                Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
                if (node == null) {
                    faults.add(new PolicyFault(file, 1, "The file is empty; write a policy into it or take it away"));
                } else {
                    root = convert("", node);
                }
            } catch (MarkedYAMLException e) {
                Mark mark = e.getProblemMark();
                int line = mark == null ? 1 : mark.getLine() + 1;
                faults.add(new PolicyFault(
                        file,
                        line,
                        "This is not YAML (" + e.getProblem() + "); look at the indentation, quotes and colons here"));
            } catch (YAMLException e) {
                faults.add(new PolicyFault(
                        file, 1, "This is not YAML (" + e.getMessage() + "); save the file as plain text in UTF-8"));
            }
            return new YamlTree(file, root, Map.copyOf(lines), List.copyOf(faults));
        }

        private JsonNode convert(String pointer, Node node) {
            lines.putIfAbsent(pointer, lineOf(node));
            if (!(node instanceof ScalarNode) && !seen.add(node)) {
                faults.add(new PolicyFault(
                        file,
                        lines.get(pointer),
                        "Anchors and aliases are not used in policies; write the value out here"));
                return JsonNodeFactory.instance.nullNode();
            }
            if (node instanceof MappingNode mapping) {
                return object(pointer, mapping);
            }
            if (node instanceof SequenceNode sequence) {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                for (Node item : sequence.getValue()) {
                    array.add(convert(pointer + "/" + array.size(), item));
                }
                return array;
            }
            return scalar((ScalarNode) node);
        }

        private ObjectNode object(String pointer, MappingNode mapping) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (NodeTuple tuple : mapping.getValue()) {
                if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
                    faults.add(new PolicyFault(
                            file,
                            lineOf(tuple.getKeyNode()),
                            "A key must be plain text; look at the brackets and colons here"));
                    continue;
                }
                String key = keyNode.getValue();
                int line = lineOf(keyNode);
                if (object.has(key)) {
                    faults.add(new PolicyFault(
                            file,
                            line,
                            "'" + key + "' stands here twice, first in line " + lines.get(below(pointer, key))
                                    + "; put both together under one"));
                    continue;
                }
                lines.put(below(pointer, key), line);
                object.set(key, convert(below(pointer, key), tuple.getValueNode()));
            }
            return object;
        }

        private static JsonNode scalar(ScalarNode node) {
            String text = node.getValue();
            JsonNodeFactory factory = JsonNodeFactory.instance;
            if (node.getScalarStyle() != ScalarStyle.PLAIN) {
                return factory.textNode(text);
            }
            if (text.isEmpty() || text.equals("null") || text.equals("~")) {
                return factory.nullNode();
            }
            if (text.equals("true") || text.equals("false")) {
                return factory.booleanNode(text.equals("true"));
            }
            return WHOLE_NUMBER.matcher(text).matches()
                    ? factory.numberNode(Long.parseLong(text))
                    : factory.textNode(text);
        }

        private static int lineOf(Node node) {
            return node.getStartMark().getLine() + 1;
        }
    }
}
