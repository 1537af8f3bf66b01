package kpi.data.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import kpi.data.DataLimits;

/** The sheets of an XLSX file: the text of each value as it stands in the file, and what its format makes of it. */
final class XlsxSheets {
    /** A workbook has hundreds at most. */
    static final int MOST_SHEETS = 10_000;

    private static final String BOOK = "xl/workbook.xml";

    private static final int MOST_STRINGS = 20_000_000;

    private final ZipParts parts;
    private final Numbers numbers;
    private final DataLimits limits;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final List<String> strings = new ArrayList<>();
    private XlsxStyles styles = XlsxStyles.NONE;
    private boolean from1904;

    XlsxSheets(ZipParts parts, Numbers numbers, DataLimits limits) {
        this.parts = parts;
        this.numbers = numbers;
        this.limits = limits;
    }

    boolean isThere() throws IOException {
        return parts.read(BOOK, part -> {
            XmlPart xml = new XmlPart(part, limits.cellCharacters());
            while (xml.nextStart()) {
                if (xml.name().equals("workbookPr")) {
                    String date = xml.attribute("date1904");
                    from1904 = date.equals("1") || date.equals("true");
                } else if (xml.name().equals("sheet")) {
                    ids.put(xml.attribute("name"), xml.attribute("relationships", "id"));
                    if (ids.size() > MOST_SHEETS) {
                        throw new TooLarge("sheets", MOST_SHEETS);
                    }
                }
            }
        });
    }

    List<String> names() {
        return List.copyOf(ids.keySet());
    }

    /** Hands all rows of a sheet to the sink. */
    void read(String sheet, SheetSink sink) throws IOException {
        String part = partOf(sheet);
        parts.read("xl/styles.xml", in -> styles = XlsxStyles.read(new XmlPart(in, limits.cellCharacters())));
        parts.read("xl/sharedStrings.xml", in -> readStrings(new XmlPart(in, limits.cellCharacters()), sink));
        if (!parts.read(part, in -> rows(new XmlPart(in, limits.cellCharacters()), sink))) {
            throw new Unreadable("缺少工作表的部分「" + part + "」", "the part “" + part + "” of its sheet is missing");
        }
    }

    private String partOf(String sheet) throws IOException {
        Map<String, String> targets = new HashMap<>();
        parts.read("xl/_rels/workbook.xml.rels", in -> {
            XmlPart xml = new XmlPart(in, limits.cellCharacters());
            while (xml.nextStart()) {
                if (xml.name().equals("Relationship")
                        && !xml.attribute("TargetMode").equals("External")) {
                    targets.put(xml.attribute("Id"), xml.attribute("Target"));
                }
            }
        });
        String target = targets.getOrDefault(ids.getOrDefault(sheet, ""), "");
        if (target.isEmpty()) {
            throw new Unreadable("找不到工作表「" + sheet + "」的內容", "nothing says where its sheet “" + sheet + "” is");
        }
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    private void readStrings(XmlPart xml, SheetSink sink) throws IOException {
        while (xml.nextStart()) {
            if (xml.name().equals("si")) {
                sink.step();
                strings.add(rich(xml));
                if (strings.size() > MOST_STRINGS) {
                    throw new TooLarge("sharedStrings", MOST_STRINGS);
                }
            }
        }
    }

    /** A text in runs, without how it is pronounced. */
    private static String rich(XmlPart xml) throws IOException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_DOCUMENT) {
                break;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.name()) {
                    case "t" -> text.append(xml.text());
                    case "rPh", "phoneticPr" -> xml.skip();
                    default -> depth++;
                }
            }
        }
        return text.toString();
    }

    private void rows(XmlPart xml, SheetSink sink) throws IOException {
        long last = 0;
        while (xml.nextStart()) {
            if (xml.name().equals("row")) {
                String number = xml.attribute("r");
                long row = number.isEmpty() ? last + 1 : CellReference.row(number);
                if (row <= last) {
                    throw new Unreadable(
                            "第 " + row + " 列重複或順序顛倒", "its row " + row + " is there twice or out of order");
                }
                last = row;
                if (!sink.row(row, cells(xml, row, sink))) {
                    return;
                }
            }
        }
    }

    private List<SheetCell> cells(XmlPart xml, long row, SheetSink sink) throws IOException {
        List<SheetCell> cells = new ArrayList<>();
        int last = -1;
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return cells;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (!xml.name().equals("c")) {
                    xml.skip();
                    continue;
                }
                String reference = xml.attribute("r");
                int column = reference.isEmpty() ? last + 1 : CellReference.column(reference, row);
                if (column <= last) {
                    throw new Unreadable(
                            "儲存格 " + reference + " 重複或順序顛倒",
                            "its cell " + reference + " is there twice or out of order");
                }
                if (column >= limits.columns()) {
                    throw new TooLarge("columns", limits.columns());
                }
                last = column;
                SheetCell cell = cell(xml, column, sink);
                if (cell.isBroken() || !cell.text().isBlank()) {
                    cells.add(cell);
                }
            }
        }
        return cells;
    }

    private SheetCell cell(XmlPart xml, int column, SheetSink sink) throws IOException {
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        boolean isFormula = false;
        boolean hasValue = false;
        String value = "";
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.name()) {
                    case "f" -> {
                        isFormula = true;
                        xml.skip();
                    }
                    case "v" -> {
                        hasValue = true;
                        value = xml.text();
                    }
                    case "is" -> {
                        hasValue = true;
                        value = rich(xml);
                    }
                    default -> xml.skip();
                }
            }
        }
        if (type.equals("e") || isFormula && !hasValue) {
            return new SheetCell(column, value, true);
        }
        if (isFormula) {
            sink.formula();
        }
        return switch (type) {
            case "s" -> string(column, value.strip());
            case "str", "inlineStr" -> SheetCell.of(column, value);
            case "b" ->
                SheetCell.of(
                        column,
                        value.strip().equals("1") ? "true" : value.strip().equals("0") ? "false" : value);
            case "d" ->
                SheetCell.of(column, value.endsWith("T00:00:00") ? value.substring(0, value.length() - 9) : value);
            default -> SheetCell.of(column, number(value.strip(), style));
        };
    }

    private SheetCell string(int column, String index) {
        boolean isIndex = !index.isEmpty()
                && index.length() <= 9
                && index.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(index) < strings.size();
        return isIndex
                ? SheetCell.of(column, strings.get(Integer.parseInt(index)))
                : new SheetCell(column, "s=" + index, true);
    }

    private String number(String value, String style) {
        return value.isEmpty()
                ? ""
                : switch (styles.of(style)) {
                    case PERCENT -> numbers.percent(value);
                    case DAY -> numbers.day(value, from1904);
                    case PLAIN -> numbers.plain(value);
                };
    }
}
