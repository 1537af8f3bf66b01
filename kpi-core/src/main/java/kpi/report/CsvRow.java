package kpi.report;

import java.io.IOException;
import java.util.Optional;
import kpi.result.Figure;
import kpi.value.Quantity;

/** One row of CSV as it is written: text that a spreadsheet would run gets an apostrophe, numbers stay numbers. */
final class CsvRow {
    private static final String RUNS = "=+-@\t\r\n＝＋－＠";

    private final Appendable out;
    private boolean first = true;

    CsvRow(Appendable out) {
        this.out = out;
    }

    void number(Figure figure) throws IOException {
        Optional<String> digits = figure.value().map(Quantity::decimal);
        cell(digits.orElse(""));
    }

    /** What the figure was before the roundings of its rule, a decimal or a fraction; nothing where it has no value. */
    void exact(Figure figure) throws IOException {
        Optional<String> digits =
                figure.value().map(value -> figure.unrounded().orElse(value)).map(Quantity::plain);
        cell(digits.orElse(""));
    }

    /** Digits as they are. */
    void number(String digits) throws IOException {
        cell(digits);
    }

    void text(String text) throws IOException {
        boolean runs = !text.isEmpty() && RUNS.indexOf(text.charAt(0)) >= 0;
        cell(runs ? "'" + text : text);
    }

    private void cell(String text) throws IOException {
        if (!first) {
            out.append(',');
        }
        first = false;
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        out.append(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }

    void end() throws IOException {
        out.append('\n');
        first = true;
    }
}
