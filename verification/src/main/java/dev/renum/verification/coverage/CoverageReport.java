package dev.renum.verification.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The total of a JaCoCo report.
 *
 * @param coveredLines lines that a test ran
 * @param missedLines lines that none ran
 */
record CoverageReport(int coveredLines, int missedLines) {
    /**
     * Reads the report in {@code file}.
     *
     * @throws IllegalStateException if there is none, or it counts no line
     */
    static CoverageReport read(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalStateException("no coverage report at " + file);
        }
        NodeList children = parse(file).getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(node -> node instanceof Element element
                        && element.getTagName().equals("counter")
                        && element.getAttribute("type").equals("LINE"))
                .map(node -> of((Element) node))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the coverage report at " + file + " counts no line"));
    }

    /** In per cent of all lines. */
    double percent() {
        return 100.0 * coveredLines / (coveredLines + missedLines);
    }

    private static CoverageReport of(Element counter) {
        return new CoverageReport(
                Integer.parseInt(counter.getAttribute("covered")), Integer.parseInt(counter.getAttribute("missed")));
    }

    private static Element parse(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            // The report names a DTD that lies nowhere.
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            return builder.parse(in).getDocumentElement();
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("the coverage report at " + file + " is not XML", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
