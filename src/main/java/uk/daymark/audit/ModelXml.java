package uk.daymark.audit;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The files of models and tables, read as they are; nothing outside of a file is ever fetched. */
final class ModelXml {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private ModelXml() {}

    /** @throws IllegalStateException where it is not well formed, which a file that was brought in is */
    static Element root(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException unreadable) {
            throw new IllegalStateException("A model cannot be read", unreadable);
        }
    }

    /** Every element below with that name, whatever its namespace, in the file's order. */
    static List<Element> all(Element within, String name) {
        return elements(within.getElementsByTagNameNS("*", name));
    }

    /** The elements right below. */
    static List<Element> children(Element within) {
        return elements(within.getChildNodes());
    }

    /** The first element right below with that name. */
    static Optional<Element> child(Element within, String name) {
        return children(within).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .findFirst();
    }

    /** An attribute of the engine's own. */
    static String ofEngine(Element element, String attribute) {
        return element.getAttributeNS(CAMUNDA, attribute);
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < nodes.getLength(); at++) {
            Node node = nodes.item(at);
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
