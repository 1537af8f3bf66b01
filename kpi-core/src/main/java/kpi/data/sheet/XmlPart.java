package kpi.data.sheet;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Elements of a part, one after the other, by their local names: the same documents come in several name spaces. Entities and
 * DOCTYPE are refused.
 */
final class XmlPart {
    private final XMLStreamReader xml;
    private final int mostCharacters;

    XmlPart(InputStream part, int mostCharacters) throws IOException {
        this.mostCharacters = mostCharacters;
        // The JDK's own, whatever the host has on its class path: its limits are known.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            this.xml = factory.createXMLStreamReader(part);
        } catch (XMLStreamException damaged) {
            throw cause(damaged);
        }
    }

    private static IOException cause(XMLStreamException damaged) {
        for (Throwable cause = damaged; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException failure && !(cause instanceof java.io.CharConversionException)) {
                return failure;
            }
        }
        return damaged.getNestedException() instanceof IOException failure
                ? failure
                : new Unreadable("XML 不合語法", "its XML is not well-formed");
    }

    /** The next event; one of {@link XMLStreamConstants}. */
    int next() throws IOException {
        try {
            if (!xml.hasNext()) {
                return XMLStreamConstants.END_DOCUMENT;
            }
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Unreadable("含有 DOCTYPE，一律拒讀", "it has a DOCTYPE, which is refused");
            }
            return event;
        } catch (XMLStreamException damaged) {
            throw cause(damaged);
        }
    }

    /** The next element that begins; false at the end. */
    boolean nextStart() throws IOException {
        for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    String name() {
        return xml.getLocalName();
    }

    /** The attribute of this local name; the empty text if there is none. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The attribute of this local name, of a name space that ends so; the empty text if there is none. */
    String attribute(String space, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String of = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals(name) && of != null && of.endsWith(space)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Appends the characters at hand, up to one more than a cell may have. */
    void appendTo(StringBuilder text) {
        int room = mostCharacters + 1 - text.length();
        if (room > 0) {
            int length = Math.min(room, xml.getTextLength());
            text.append(xml.getTextCharacters(), xml.getTextStart(), length);
        }
    }

    boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    /** All characters in the element that has begun, and in elements in it, up to its end. */
    String text() throws IOException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                return text.toString();
            } else if (isText(event)) {
                appendTo(text);
            }
        }
        return text.toString();
    }

    /** Passes over the element that has begun. */
    void skip() throws IOException {
        int depth = 1;
        while (depth > 0) {
            int event = next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
            depth -= event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT ? 1 : 0;
        }
    }
}
