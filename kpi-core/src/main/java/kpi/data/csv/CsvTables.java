package kpi.data.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import kpi.data.CellRules;
import kpi.data.DataLimits;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.data.TableSource;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiUsageException;
import kpi.value.Absence;
import kpi.value.CalendarKind;

/**
 * Tables from CSV files: RFC 4180, a header row, a charset that is declared or found out strictly. Only the file given is
 * opened. Nothing is guessed: what cannot be read is a problem with its line, column and text.
 *
 * <p>Columns are found by name or alias, in any order; others are ignored and told as information. Rows stream: memory
 * holds the columns, not the file. A file that fails in the middle gives no table.
 *
 * <p>Example: {@code CsvTables.of(Path.of("案件.csv"), CsvTables.Format.declared().charset("x-windows-950"))}. Needs the
 * library {@code de.siegmar:fastcsv}; without it every file is a problem that says so.
 */
public final class CsvTables {
    private CsvTables() {}

    /** A file. */
    public static TableSource of(Path file, Format format) {
        return new Source(CsvInput.of(file), format);
    }

    /**
     * Anything that can be opened as a stream, again for every load.
     *
     * @param name what problems call it
     */
    public static TableSource of(String name, Opener opener, Format format) {
        return new Source(new CsvInput(name, opener), format);
    }

    /**
     * Reads a file that may be larger than memory: its rows come in tables of at most so many rows, each added to what came of
     * those before. Rows and problems keep the line of the file; each table has its own scales and texts. A file that cannot be
     * read, or has one bad row where such rows are not left out, gives nothing.
     *
     * <p>Example: {@code CsvTables.inPieces(path, format, schema, 262_144, pieces.nothing(), PiecesState::plus)}.
     *
     * @param start what the first rows are added to; added to again, where the charset turns out to be another
     * @throws KpiUsageException if no row fits a piece
     */
    public static <S> Checked<S> inPieces(
            Path file,
            Format format,
            TableSchema schema,
            int rows,
            S start,
            BiFunction<? super S, ? super Table, ? extends S> step) {
        return inPieces(CsvInput.of(file), format, schema, rows, start, step);
    }

    /** The same of anything that can be opened as a stream, again from its start if need be. */
    public static <S> Checked<S> inPieces(
            String name,
            Opener opener,
            Format format,
            TableSchema schema,
            int rows,
            S start,
            BiFunction<? super S, ? super Table, ? extends S> step) {
        return inPieces(new CsvInput(name, opener), format, schema, rows, start, step);
    }

    private static <S> Checked<S> inPieces(
            CsvInput input,
            Format format,
            TableSchema schema,
            int rows,
            S start,
            BiFunction<? super S, ? super Table, ? extends S> step) {
        if (rows < 1) {
            throw new KpiUsageException("pieces of " + rows + " rows");
        }
        return new CsvScan(input, format, schema.name())
                .run(() -> new CsvPieces<S>(format, input.name(), schema, rows, start, step))
                .build();
    }

    /** Opens a stream from its start, each time it is asked. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    private record Source(CsvInput input, Format format) implements TableSource {
        @Override
        public boolean replayable() {
            return true;
        }

        @Override
        public Checked<Table> load(TableSchema schema) {
            return new CsvScan(input, format, schema.name())
                    .run(() -> TableSink.declared(format, input.name(), schema, Set.of(), format.keepsGoodRows()))
                    .build();
        }
    }

    /** What a file is said to be. Immutable: each method answers another format. */
    public static final class Format {
        private static final Format DECLARED =
                new Format(Optional.empty(), ',', 1, CellRules.standard(), DataLimits.standard(), false);

        private final Optional<Charset> charset;
        private final char delimiter;
        private final int headerLine;
        private final CellRules rules;
        private final DataLimits limits;
        private final boolean keepsGoodRows;

        private Format(
                Optional<Charset> charset,
                char delimiter,
                int headerLine,
                CellRules rules,
                DataLimits limits,
                boolean keepsGoodRows) {
            this.charset = charset;
            this.delimiter = delimiter;
            this.headerLine = headerLine;
            this.rules = rules;
            this.limits = limits;
            this.keepsGoodRows = keepsGoodRows;
        }

        /**
         * Cells parted by commas, the header in the first line that is not empty, UTF-8 or else Big5 where the text leaves no
         * doubt, no text but the empty one for a missing value, one bad row refuses the file.
         */
        public static Format declared() {
            return DECLARED;
        }

        /** The charset of the file; {@link KpiUsageException} if this JDK does not know it. */
        public Format charset(String name) {
            try {
                return new Format(
                        Optional.of(Charset.forName(name)), delimiter, headerLine, rules, limits, keepsGoodRows);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                throw new KpiUsageException("no charset is named " + name, unknown);
            }
        }

        /** What parts cells, instead of a comma. */
        public Format delimiter(char sign) {
            if (sign == '"'
                    || sign == '\n'
                    || sign == '\r'
                    || sign == '.'
                    || sign == '-'
                    || Character.isLetterOrDigit(sign)) {
                throw new KpiUsageException("cells cannot be parted by '" + sign + "'");
            }
            return new Format(charset, sign, headerLine, rules, limits, keepsGoodRows);
        }

        /** The line the header begins in, from 1; what stands before it is skipped. */
        public Format headerLine(int line) {
            if (line < 1) {
                throw new KpiUsageException("lines count from 1, not " + line);
            }
            return new Format(charset, delimiter, line, rules, limits, keepsGoodRows);
        }

        /** A sign that groups digits in threes, beside the comma. */
        public Format grouping(char sign) {
            return rules(rules.grouping(sign));
        }

        /** A text that stands for a missing value, with its kind. */
        public Format missing(String text, Absence kind) {
            return rules(rules.missing(text, kind));
        }

        /** Years are of the ROC calendar, whatever the columns declare; four digits stay Western. */
        public Format rocDates() {
            return rules(rules.calendar(CalendarKind.ROC));
        }

        /** How texts of cells are read. */
        public Format rules(CellRules other) {
            return new Format(charset, delimiter, headerLine, other, limits, keepsGoodRows);
        }

        public Format limits(DataLimits other) {
            return new Format(charset, delimiter, headerLine, rules, other, keepsGoodRows);
        }

        /** Rows with problems are left out, and the table is partial; its problems stay errors. */
        public Format keepGoodRows() {
            return new Format(charset, delimiter, headerLine, rules, limits, true);
        }

        Optional<Charset> charset() {
            return charset;
        }

        char delimiter() {
            return delimiter;
        }

        int headerLine() {
            return headerLine;
        }

        CellRules rules() {
            return rules;
        }

        DataLimits limits() {
            return limits;
        }

        boolean keepsGoodRows() {
            return keepsGoodRows;
        }
    }
}
