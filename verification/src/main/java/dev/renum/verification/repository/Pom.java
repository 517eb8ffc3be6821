package dev.renum.verification.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What the checks need to know of a {@code pom.xml}, as written there: nothing is inherited or interpolated.
 *
 * @param modules the modules it aggregates
 * @param dependencies its own dependencies, without managed ones
 */
public record Pom(List<String> modules, List<Dependency> dependencies) {
    /** Copies both lists. */
    public Pom {
        modules = List.copyOf(modules);
        dependencies = List.copyOf(dependencies);
    }

    /**
     * Reads {@code file}.
     *
     * @throws IllegalArgumentException if it is not XML
     */
    public static Pom read(Path file) {
        Element project = parse(file);
        return new Pom(
                children(project, "modules", "module").map(Node::getTextContent).toList(),
                children(project, "dependencies", "dependency")
                        .map(Pom::dependency)
                        .toList());
    }

    private static Element parse(Path file) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalArgumentException(file + " is not XML", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Dependency dependency(Element element) {
        String scope = text(element, "scope");
        return new Dependency(
                text(element, "artifactId"),
                scope.isEmpty() ? "compile" : scope,
                text(element, "optional").equals("true"));
    }

    private static String text(Element parent, String name) {
        return children(parent, name).map(Node::getTextContent).findFirst().orElse("");
    }

    private static Stream<Element> children(Element parent, String list, String name) {
        return children(parent, list).flatMap(child -> children(child, name));
    }

    private static Stream<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeName().equals(name))
                .map(Element.class::cast);
    }
}
