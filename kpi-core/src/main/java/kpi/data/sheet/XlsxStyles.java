package kpi.data.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the formats of numbers make of them: only percent and days change what a number means. */
final class XlsxStyles {
    static final XlsxStyles NONE = new XlsxStyles(List.of());

    private static final int MOST_STYLES = 1 << 16;

    enum Kind {
        PLAIN,
        PERCENT,
        DAY
    }

    private final List<Kind> kinds;

    private XlsxStyles(List<Kind> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    static XlsxStyles read(XmlPart xml) throws IOException {
        Map<String, Kind> formats = new HashMap<>();
        List<Kind> kinds = new ArrayList<>();
        boolean inCells = false;
        while (xml.nextStart()) {
            switch (xml.name()) {
                case "numFmt" -> formats.put(xml.attribute("numFmtId"), kindOf(xml.attribute("formatCode")));
                case "cellXfs" -> inCells = true;
                case "cellStyles", "dxfs" -> inCells = false;
                case "xf" -> {
                    if (inCells) {
                        String format = xml.attribute("numFmtId");
                        kinds.add(formats.containsKey(format) ? formats.get(format) : builtIn(format));
                    }
                }
                default -> {
                    // Fonts, fills and borders change no number.
                }
            }
            if (kinds.size() > MOST_STYLES || formats.size() > MOST_STYLES) {
                throw new TooLarge("styles", MOST_STYLES);
            }
        }
        return new XlsxStyles(kinds);
    }

    /** What the format of a style makes of a number; one that does not exist leaves it as it is. */
    Kind of(String style) {
        boolean isIndex =
                !style.isEmpty() && style.length() <= 6 && style.chars().allMatch(c -> c >= '0' && c <= '9');
        int index = isIndex ? Integer.parseInt(style) : -1;
        return index >= 0 && index < kinds.size() ? kinds.get(index) : Kind.PLAIN;
    }

    /** The formats that every program knows by number; those from 27 on are dates in East Asia. */
    private static Kind builtIn(String format) {
        return switch (format) {
            case "9", "10" -> Kind.PERCENT;
            case "14",
                    "15",
                    "16",
                    "17",
                    "22",
                    "27",
                    "28",
                    "29",
                    "30",
                    "31",
                    "36",
                    "50",
                    "51",
                    "52",
                    "53",
                    "54",
                    "57",
                    "58" -> Kind.DAY;
            default -> Kind.PLAIN;
        };
    }

    /** Signs in quotes, brackets and behind a backslash are only shown. */
    private static Kind kindOf(String code) {
        boolean isDay = false;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            switch (c) {
                case '"' -> i = closing(code, i + 1, '"');
                case '[' -> i = closing(code, i + 1, ']');
                case '\\', '_', '*' -> i++;
                case '%' -> {
                    return Kind.PERCENT;
                }
                case 'y', 'Y', 'd', 'D', 'e', 'm', 'M' -> isDay |= c != 'e' || !code.contains("0");
                default -> {
                    // Digits, separators, hours.
                }
            }
        }
        return isDay ? Kind.DAY : Kind.PLAIN;
    }

    private static int closing(String code, int from, char sign) {
        int at = code.indexOf(sign, from);
        return at < 0 ? code.length() : at;
    }
}
