package kpi.data.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import kpi.data.CellRules;
import kpi.data.DataLimits;
import kpi.data.TableSource;
import kpi.diagnostic.KpiUsageException;

/**
 * Tables from spreadsheets, ODS and XLSX, told apart by what is in them. The sheet is the one that is asked for, else the one
 * named as the dataset, else the only one; its first row that is not empty is the header. Empty rows are passed over.
 *
 * <p>Numbers are the text that stands in the file, never a binary number: what a program stored as 0.30000000000000004 is that,
 * unless {@link Format#fifteenDigits} is declared. A cell formatted in percent is in %, one formatted as a date is a day. A
 * formula is never evaluated: the value stored beside it counts, and that is told; a cell that holds an error, or a formula
 * without a value, is a problem with its row and column.
 *
 * <p>Files are untrusted: a DOCTYPE is refused, nothing is unpacked onto a disk, and sizes are limited before they are
 * allocated. A file that fails in the middle gives no table.
 *
 * <p>Example: {@code SheetTables.of(Path.of("案件.ods"), SheetTables.Format.declared().sheet("109年"))}.
 */
public final class SheetTables {
    private SheetTables() {}

    /** A file. */
    public static TableSource of(Path file, Format format) {
        return of(file.toString(), () -> Files.newInputStream(file), format);
    }

    /**
     * Anything that can be opened as a stream, several times for each load.
     *
     * @param name what problems call it
     */
    public static TableSource of(String name, Opener opener, Format format) {
        return new SheetSource(name, opener, format);
    }

    /** Opens a stream from its start, each time it is asked. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    /** What a file is said to be. Immutable: each method answers another format. */
    public static final class Format {
        private static final Format DECLARED = new Format(
                Optional.empty(),
                CellRules.standard(),
                DataLimits.standard(),
                new Inflation(1L << 30, 100),
                false,
                false,
                () -> false);

        private final Optional<String> sheet;
        private final CellRules rules;
        private final DataLimits limits;
        private final Inflation inflation;
        private final boolean fifteenDigits;
        private final boolean keepsGoodRows;
        private final BooleanSupplier stop;

        /** How large the parts of a file may be unpacked: in all, and compared with the file past its first million bytes. */
        record Inflation(long size, int ratio) {
            Inflation {
                if (size < 1 || ratio < 1) {
                    throw new KpiUsageException("a limit is at least 1");
                }
            }
        }

        private Format(
                Optional<String> sheet,
                CellRules rules,
                DataLimits limits,
                Inflation inflation,
                boolean fifteenDigits,
                boolean keepsGoodRows,
                BooleanSupplier stop) {
            this.sheet = sheet;
            this.rules = Objects.requireNonNull(rules, "rules");
            this.limits = Objects.requireNonNull(limits, "limits");
            this.inflation = inflation;
            this.fifteenDigits = fifteenDigits;
            this.keepsGoodRows = keepsGoodRows;
            this.stop = Objects.requireNonNull(stop, "signal");
        }

        /** Numbers as they stand in the file, no text but the empty one for a missing value, one bad row refuses the sheet. */
        public static Format declared() {
            return DECLARED;
        }

        /** The name of the sheet. */
        public Format sheet(String name) {
            return new Format(Optional.of(name), rules, limits, inflation, fifteenDigits, keepsGoodRows, stop);
        }

        /**
         * Numbers of more than fifteen digits are rounded half up to fifteen, as programs show them that keep binary numbers; how
         * many is told. Not for files of numbers that need more digits.
         */
        public Format fifteenDigits() {
            return new Format(sheet, rules, limits, inflation, true, keepsGoodRows, stop);
        }

        /** How texts of cells are read. */
        public Format rules(CellRules other) {
            return new Format(sheet, other, limits, inflation, fifteenDigits, keepsGoodRows, stop);
        }

        public Format limits(DataLimits other) {
            return new Format(sheet, rules, other, inflation, fifteenDigits, keepsGoodRows, stop);
        }

        /** How many bytes the parts of a file may have unpacked; 1 GiB unless said otherwise. */
        public Format inflatedSize(long bytes) {
            Inflation other = new Inflation(bytes, inflation.ratio());
            return new Format(sheet, rules, limits, other, fifteenDigits, keepsGoodRows, stop);
        }

        /** How many times the bytes read the bytes unpacked may be, past the first million; 100 unless said otherwise. */
        public Format inflateRatio(int times) {
            Inflation other = new Inflation(inflation.size(), times);
            return new Format(sheet, rules, limits, other, fifteenDigits, keepsGoodRows, stop);
        }

        /** Rows with problems are left out, and the table is partial; its problems stay errors. */
        public Format keepGoodRows() {
            return new Format(sheet, rules, limits, inflation, fifteenDigits, true, stop);
        }

        /** Asked every thousand rows; where it says so, reading ends with {@link kpi.diagnostic.KpiCancelledException}. */
        public Format cancelWhen(BooleanSupplier signal) {
            return new Format(sheet, rules, limits, inflation, fifteenDigits, keepsGoodRows, signal);
        }

        Optional<String> sheet() {
            return sheet;
        }

        CellRules rules() {
            return rules;
        }

        DataLimits limits() {
            return limits;
        }

        Inflation inflation() {
            return inflation;
        }

        boolean roundsToFifteenDigits() {
            return fifteenDigits;
        }

        boolean keepsGoodRows() {
            return keepsGoodRows;
        }

        BooleanSupplier stop() {
            return stop;
        }
    }
}
