package uk.daymark.models;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A model as it is written: its elements by their names, whatever the prefix. */
final class ModelFile {

    private static final String ENGINE = "http://camunda.org/schema/1.0/";

    private final String name;
    private final Element root;

    private ModelFile(String name, String xml) {
        this.name = name;
        this.root = parsed(xml);
    }

    /** @param name the file's name with its ending */
    static ModelFile of(String name, String xml) {
        return new ModelFile(name, xml);
    }

    /** The models of a folder with that ending, in the order of their names. */
    static List<ModelFile> in(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .map(file -> of(file.getFileName().toString(), text(file)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The file's name without its ending. */
    String id() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** Every element of these names, wherever it stands. */
    List<Element> all(String... names) {
        return below(root, names);
    }

    /** Every element. */
    List<Element> everything() {
        List<Element> elements = new ArrayList<>();
        collect(root, elements);
        return elements;
    }

    /** Every element of these names inside of an element; of any name where none is given. */
    static List<Element> below(Element element, String... names) {
        List<Element> elements = new ArrayList<>();
        collect(element, elements);
        elements.remove(element);
        List<String> wanted = List.of(names);
        return elements.stream()
                .filter(one -> wanted.isEmpty() || wanted.contains(one.getLocalName()))
                .toList();
    }

    private static void collect(Element element, List<Element> into) {
        into.add(element);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, into);
            }
        }
    }

    static String id(Element element) {
        return element.getAttribute("id");
    }

    static String name(Element element) {
        return element.getAttribute("name");
    }

    static String text(Element element) {
        return element.getTextContent().strip();
    }

    /** An attribute of the engine's, whatever its prefix; empty where it is not there. */
    static Optional<String> engine(Element element, String attribute) {
        for (String kind : List.of("bpmn", "dmn")) {
            if (element.hasAttributeNS(ENGINE + kind, attribute)) {
                return Optional.of(element.getAttributeNS(ENGINE + kind, attribute));
            }
        }
        return Optional.empty();
    }

    static boolean isTheEngines(Element element) {
        return element.getNamespaceURI() != null && element.getNamespaceURI().startsWith(ENGINE);
    }

    private static Element parsed(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
