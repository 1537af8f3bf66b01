package kpi.data.sheet;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import kpi.data.DataLimits;

/** The sheets of an ODS file: values are exact texts in attributes; rows and cells that repeat stand once. */
final class OdsSheets {
    private static final String CONTENT = "content.xml";

    /** What this library takes for New Taiwan dollars without a word of its own. */
    private static final Set<String> OUR_MONEY = Set.of("", "TWD");

    private final ZipParts parts;
    private final Numbers numbers;
    private final DataLimits limits;

    OdsSheets(ZipParts parts, Numbers numbers, DataLimits limits) {
        this.parts = parts;
        this.numbers = numbers;
        this.limits = limits;
    }

    boolean isThere() throws IOException {
        return parts.read(CONTENT, part -> {});
    }

    List<String> names(SheetSink sink) throws IOException {
        List<String> names = new ArrayList<>();
        parts.read(CONTENT, part -> {
            XmlPart xml = new XmlPart(part, limits.cellCharacters());
            while (xml.nextStart()) {
                if (xml.name().equals("table")) {
                    names.add(xml.attribute("name"));
                    tooMany(names.size());
                    xml.skip();
                    sink.step();
                }
            }
        });
        return names;
    }

    private static void tooMany(int sheets) throws IOException {
        if (sheets > XlsxSheets.MOST_SHEETS) {
            throw new TooLarge("sheets", XlsxSheets.MOST_SHEETS);
        }
    }

    /** Hands all rows of a sheet to the sink. */
    void read(String sheet, SheetSink sink) throws IOException {
        parts.read(CONTENT, part -> {
            XmlPart xml = new XmlPart(part, limits.cellCharacters());
            while (xml.nextStart()) {
                if (xml.name().equals("table")) {
                    if (xml.attribute("name").equals(sheet)) {
                        rows(xml, sink);
                        return;
                    }
                    xml.skip();
                }
            }
        });
    }

    private void rows(XmlPart xml, SheetSink sink) throws IOException {
        long number = 1;
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                return;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.name().equals("table-row")) {
                    long repeated = repeated(xml, "number-rows-repeated");
                    List<SheetCell> cells = cells(xml, sink);
                    for (long i = 0; !cells.isEmpty() && i < repeated; i++) {
                        if (!sink.row(number + i, cells)) {
                            return;
                        }
                    }
                    number += repeated;
                } else if (xml.name().startsWith("table-row") || xml.name().equals("table-header-rows")) {
                    depth++;
                } else {
                    xml.skip();
                }
            }
        }
    }

    private List<SheetCell> cells(XmlPart xml, SheetSink sink) throws IOException {
        List<SheetCell> cells = new ArrayList<>();
        long column = 0;
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return cells;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (!xml.name().equals("table-cell") && !xml.name().equals("covered-table-cell")) {
                    xml.skip();
                    continue;
                }
                boolean isCovered = xml.name().startsWith("covered");
                long repeated = repeated(xml, "number-columns-repeated");
                SheetCell cell = cell(xml, sink);
                if (!isCovered && (cell.isBroken() || !cell.text().isBlank())) {
                    if (column + repeated > limits.columns()) {
                        throw new TooLarge("columns", limits.columns());
                    }
                    for (int i = 0; i < repeated; i++) {
                        cells.add(new SheetCell((int) column + i, cell.text(), cell.isBroken()));
                    }
                }
                column += repeated;
            }
        }
        return cells;
    }

    private static long repeated(XmlPart xml, String attribute) throws IOException {
        String times = xml.attribute(attribute);
        if (times.isEmpty()) {
            return 1;
        }
        boolean isNumber = times.chars().allMatch(c -> c >= '0' && c <= '9') && times.length() <= 9;
        if (!isNumber || new BigInteger(times).signum() == 0) {
            throw new Unreadable("重複次數不是正整數", "a number of repetitions is none");
        }
        return Long.parseLong(times);
    }

    private SheetCell cell(XmlPart xml, SheetSink sink) throws IOException {
        boolean isError = xml.attribute("calcext:1.0", "value-type").equals("error");
        String type = xml.attribute("office:1.0", "value-type");
        String value = xml.attribute("office:1.0", "value");
        String currency = xml.attribute("office:1.0", "currency");
        String date = xml.attribute("office:1.0", "date-value");
        String truth = xml.attribute("office:1.0", "boolean-value");
        String string = xml.attribute("office:1.0", "string-value");
        boolean isFormula = !xml.attribute("formula").isEmpty();
        String shown = shown(xml);
        if (isError || isFormula && (type.isEmpty() || shown.startsWith("#") || shown.startsWith("Err:"))) {
            return new SheetCell(0, shown, true);
        }
        if (isFormula) {
            sink.formula();
        }
        return SheetCell.of(
                0,
                switch (type) {
                    case "float" -> numbers.plain(value);
                    case "percentage" -> numbers.percent(value);
                    case "currency" -> numbers.plain(value) + (OUR_MONEY.contains(currency) ? "" : " " + currency);
                    case "date" -> date.endsWith("T00:00:00") ? date.substring(0, date.length() - 9) : date;
                    case "boolean" -> truth;
                    default -> string.isEmpty() ? shown : string;
                });
    }

    /** The paragraphs of a cell, without notes and drawings. */
    private String shown(XmlPart xml) throws IOException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        boolean some = false;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_DOCUMENT) {
                break;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (xml.isText(event)) {
                if (depth > 1) {
                    xml.appendTo(text);
                }
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.name()) {
                    case "annotation", "table", "frame", "shapes" -> xml.skip();
                    case "p" -> {
                        text.append(some ? "\n" : "");
                        some = true;
                        depth++;
                    }
                    case "s" -> {
                        long room = Math.max(0, limits.cellCharacters() + 1L - text.length());
                        text.append(" ".repeat((int) Math.min(repeated(xml, "c"), room)));
                        depth++;
                    }
                    case "tab" -> {
                        text.append('\t');
                        depth++;
                    }
                    case "line-break" -> {
                        text.append('\n');
                        depth++;
                    }
                    default -> depth++;
                }
            }
        }
        return text.toString();
    }
}
