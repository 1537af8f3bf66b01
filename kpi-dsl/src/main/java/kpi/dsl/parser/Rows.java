package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import kpi.diagnostic.Limit;
import kpi.dsl.syntax.Cell;
import kpi.dsl.syntax.DataRow;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** Cuts the lines of a table into cells at the signs {@code |}; a whole cell in "" or “” is without its quotes. */
final class Rows {
    private Rows() {}

    static List<DataRow> of(Lexed lexed, List<Token> tokens, Problems problems) {
        List<DataRow> rows = new ArrayList<>();
        int from = 0;
        while (from < tokens.size()) {
            int to = from + 1;
            while (to < tokens.size() && Lexed.sameLine(tokens.get(from), tokens.get(to))) {
                to++;
            }
            if (rows.size() == problems.limit(Limit.ROWS)) {
                problems.exceeds(SyntaxCode.TOO_MANY_ROWS, Limit.ROWS, lexed.span(tokens.get(from)));
                return rows;
            }
            rows.add(row(lexed, tokens.subList(from, to)));
            from = to;
        }
        return rows;
    }

    private static DataRow row(Lexed lexed, List<Token> line) {
        Span whole = lexed.span(line.get(0), line.get(line.size() - 1));
        List<Cell> cells = new ArrayList<>();
        int start = whole.start();
        int end = whole.end();
        for (Token token : line) {
            if (token.getType() == KpiGrammarLexer.BAR || token.getType() == KpiGrammarLexer.DOUBLE_BAR) {
                cells.add(cell(whole, start, token.getStartIndex()));
                if (token.getType() == KpiGrammarLexer.DOUBLE_BAR) {
                    cells.add(cell(whole, token.getStartIndex() + 1, token.getStopIndex()));
                }
                start = token.getStopIndex() + 1;
            } else if (token.getType() == KpiGrammarLexer.UNCLOSED_TEXT) {
                // An inch sign, say: it opens no text here, so the bars behind it count.
                for (int i = token.getStartIndex(); i <= token.getStopIndex(); i++) {
                    char c = whole.source().text().charAt(i);
                    if (c == '#' || c == '＃') {
                        end = i;
                        break;
                    }
                    if (c == '|' || c == '｜') {
                        cells.add(cell(whole, start, i));
                        start = i + 1;
                    }
                }
            }
        }
        cells.add(cell(whole, start, end));
        return new DataRow(whole, cells);
    }

    private static Cell cell(Span row, int from, int to) {
        String text = row.source().text();
        int start = from;
        int end = to;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        String cell = text.substring(start, end);
        return new Cell(row.source().span(start, end), isQuoted(cell) ? cell.substring(1, cell.length() - 1) : cell);
    }

    private static boolean isQuoted(String cell) {
        return cell.length() >= 2
                && (cell.startsWith("\"") && cell.indexOf('"', 1) == cell.length() - 1
                        || cell.startsWith("“") && cell.indexOf('”') == cell.length() - 1);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u3000' || c == '\u00A0';
    }
}
