package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kpi.diagnostic.LocalText;
import kpi.dsl.syntax.Cell;
import kpi.dsl.syntax.ColumnDeclaration;
import kpi.dsl.syntax.ColumnTypeWord;
import kpi.dsl.syntax.ColumnTypeWord.NamedType.Kind;
import kpi.dsl.syntax.DataRow;
import kpi.dsl.syntax.Declaration;
import kpi.dsl.syntax.LookUpColumn;
import kpi.dsl.syntax.SourceFile;

/**
 * The cells of rows that say something in the words of a language: ranges in columns of numbers (90%以上, {@code below 5}),
 * yes and no, and what stands above the columns of ratings. Cells of texts are data and stay.
 */
final class RowWords {
    private static final List<LocalText> TRUTHS = List.of(new LocalText("是", "yes"), new LocalText("否", "no"));
    private static final List<LocalText> HEADS = List.of(
            new LocalText("階段", "stage"),
            new LocalText("評分者", "scorer"),
            new LocalText("照給分", "as given"),
            new LocalText("日期", "date"),
            new LocalText("理由", "reason"));

    private static final Pattern WORD = Pattern.compile(
            "(?<from>and above|or more|以上)|(?<upTo>and below|or less|以下)|(?<atLeast>at least)|(?<atMost>at most|up to)"
                    + "|(?<over>over|more than|超過|大於)|(?<below>below|under|less than|未滿|小於|未達)|(?<to>\\bto\\b|至)"
                    + "|(?<comma>,(?![0-9０-９])|[，、])");
    private static final Pattern FIGURE = Pattern.compile("[-−]?[0-9０-９]\\S*+(?: [^\\s0-9０-９]\\S*+)?");

    private final Map<Integer, LocalText> found = new HashMap<>();

    private RowWords() {}

    /** Both spellings of such cells, by where they begin. */
    static Map<Integer, LocalText> of(SourceFile file) {
        RowWords words = new RowWords();
        for (Declaration declaration : file.declarations()) {
            if (declaration instanceof Declaration.LookUpDeclaration table) {
                words.lookUp(table);
            } else if (declaration instanceof Declaration.DatasetDeclaration table) {
                table.rows().forEach(row -> words.data(row, table.columns()));
            } else if (declaration instanceof Declaration.RatingsDeclaration ratings
                    && !ratings.subject().isEmpty()) {
                ratings.headers().forEach(head -> words.word(head, HEADS));
            }
        }
        return words.found;
    }

    private void lookUp(Declaration.LookUpDeclaration table) {
        List<ColumnTypeWord> keys = new ArrayList<>();
        for (LookUpColumn key : table.keys()) {
            keys.add(key.column().type());
        }
        ColumnTypeWord value = table.value().column().type();
        int across = table.crossed() ? keys.size() - 1 : keys.size();
        for (int row = 0; row < table.rows().size(); row++) {
            List<Cell> cells = table.rows().get(row).cells();
            boolean head = table.crossed() && row == 0;
            for (int i = 0; i < cells.size(); i++) {
                ColumnTypeWord beyond = head ? keys.get(keys.size() - 1) : value;
                cell(cells.get(i), i < across ? keys.get(i) : beyond);
            }
        }
    }

    private void data(DataRow row, List<ColumnDeclaration> columns) {
        for (int i = 0; i < Math.min(columns.size(), row.cells().size()); i++) {
            if (is(columns.get(i).type(), Kind.YES_NO)) {
                word(row.cells().get(i), TRUTHS);
            }
        }
    }

    private void cell(Cell cell, ColumnTypeWord type) {
        if (is(type, Kind.YES_NO)) {
            word(cell, TRUTHS);
        } else if (type instanceof ColumnTypeWord.UnitType || is(type, Kind.NUMBER)) {
            range(cell.span().text()).ifPresent(range -> found.put(cell.span().start(), range));
        }
    }

    private static boolean is(ColumnTypeWord type, Kind kind) {
        return type instanceof ColumnTypeWord.NamedType named && named.kind() == kind;
    }

    private void word(Cell cell, List<LocalText> words) {
        String text = cell.span().text();
        words.stream()
                .filter(word -> word.zh().equals(text) || word.en().equals(text))
                .findFirst()
                .ifPresent(word -> found.put(cell.span().start(), word));
    }

    /** What a side of a range is, and whether its word stands before the figure. */
    private enum Side {
        FROM("", "以上", "", " and above"),
        UP_TO("", "以下", "", " and below"),
        OVER("超過", "", "over ", ""),
        BELOW("未滿", "", "below ", "");

        private final String beforeZh;
        private final String behindZh;
        private final String beforeEn;
        private final String behindEn;

        Side(String beforeZh, String behindZh, String beforeEn, String behindEn) {
            this.beforeZh = beforeZh;
            this.behindZh = behindZh;
            this.beforeEn = beforeEn;
            this.behindEn = behindEn;
        }

        LocalText of(String figure) {
            return new LocalText(beforeZh + figure + behindZh, beforeEn + figure + behindEn);
        }
    }

    /** A range as each language prints it; empty for a cell without words, or with something else in it. */
    static Optional<LocalText> range(String text) {
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        Matcher word = WORD.matcher(text);
        String figure = "";
        Optional<Side> side = Optional.empty();
        int at = 0;
        int separators = 0;
        boolean said = false;
        while (at < text.length()) {
            boolean next = word.find(at);
            String between =
                    text.substring(at, next ? word.start() : text.length()).strip();
            if (!between.isEmpty()) {
                if (!figure.isEmpty() || !FIGURE.matcher(between).matches()) {
                    return Optional.empty();
                }
                figure = between;
            }
            if (!figure.isEmpty() && side.isPresent()) {
                put(side.get(), figure, separators > 0, zh, en);
                figure = "";
                side = Optional.empty();
                separators = 0;
            }
            if (!next) {
                break;
            }
            at = word.end();
            Optional<Side> behind = behind(word);
            Optional<Side> before = before(word);
            if (behind.isPresent() && !figure.isEmpty()) {
                put(behind.get(), figure, separators > 0, zh, en);
                figure = "";
                separators = 0;
            } else if (before.isPresent() && figure.isEmpty() && side.isEmpty()) {
                side = before;
            } else if (word.group("to") != null && !figure.isEmpty() && zh.isEmpty()) {
                zh.append(figure).append('至');
                en.append(figure).append(" to ");
                figure = "";
            } else if (word.group("comma") != null
                    && figure.isEmpty()
                    && side.isEmpty()
                    && separators == 0
                    && !zh.isEmpty()) {
                separators++;
                continue;
            } else {
                return Optional.empty();
            }
            said = true;
        }
        boolean open = zh.length() > 0 && zh.charAt(zh.length() - 1) == '至';
        if (side.isPresent() || !said || separators > 0 || open == figure.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LocalText(zh + figure, en + figure));
    }

    /** Two figures never stand side by side: 超過3、5以下. */
    private static void put(Side side, String figure, boolean separated, StringBuilder zh, StringBuilder en) {
        LocalText edge = side.of(figure);
        boolean first = zh.isEmpty();
        boolean figures = !first
                && edge.zh().startsWith(figure)
                && Character.isLetterOrDigit(zh.charAt(zh.length() - 1))
                && !zh.toString().endsWith("以上")
                && !zh.toString().endsWith("以下");
        zh.append(first ? "" : figures ? "、" : separated ? "，" : "").append(edge.zh());
        en.append(first ? "" : figures || separated ? ", " : " ").append(edge.en());
    }

    private static Optional<Side> behind(Matcher word) {
        return word.group("from") != null
                ? Optional.of(Side.FROM)
                : word.group("upTo") != null ? Optional.of(Side.UP_TO) : Optional.empty();
    }

    private static Optional<Side> before(Matcher word) {
        if (word.group("atLeast") != null) {
            return Optional.of(Side.FROM);
        }
        if (word.group("atMost") != null) {
            return Optional.of(Side.UP_TO);
        }
        return word.group("over") != null
                ? Optional.of(Side.OVER)
                : word.group("below") != null ? Optional.of(Side.BELOW) : Optional.empty();
    }
}
