package kpi.engine.pieces;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.RowCopy;
import kpi.data.TableSchema;
import kpi.function.RowFunction;
import kpi.number.Exact;
import kpi.value.Absence;
import kpi.value.CalendarKind;
import kpi.value.DateValue;
import kpi.value.PeriodValue;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Text;
import kpi.value.Truth;

/** Reads what {@link StateText} writes, and nothing else: whatever the bytes are, there is a state or a reason why not. */
public final class StateReader {
    private static final int LONGEST_NUMBER = 20_000;
    private static final int LONGEST_START = 24;

    private final TableSchema schema;
    private final List<RowFunction> functions;
    private final String text;
    private int at;

    private StateReader(TableSchema schema, List<RowFunction> functions, String text) {
        this.schema = schema;
        this.functions = functions;
        this.text = text;
    }

    /** What was read. */
    public sealed interface Read {
        /** A state. */
        record Good(RowsState state) implements Read {}

        /** The bytes are not what was written. */
        record Damaged() implements Read {}

        /** They were written by another version of the library. */
        record OfVersion(String version) implements Read {}

        /** They are of other pieces. */
        record OfOthers() implements Read {}
    }

    /**
     * Reads a state.
     *
     * @param fingerprint what tells it from others
     * @param schema of the dataset
     * @param sections how many sections it has
     * @param functions what each aggregate computes
     */
    public static Read read(
            byte[] bytes, String fingerprint, TableSchema schema, int sections, List<RowFunction> functions) {
        try {
            Optional<String> other = otherVersion(bytes);
            if (other.isPresent()) {
                return new Read.OfVersion(other.get());
            }
            Optional<String> text = unsealed(bytes);
            if (text.isEmpty()) {
                return new Read.Damaged();
            }
            StateReader reader = new StateReader(schema, functions, text.get());
            reader.expect(StateText.TITLE);
            reader.expect(String.valueOf(StateText.VERSION));
            if (!reader.word().equals(fingerprint)) {
                return new Read.OfOthers();
            }
            return new Read.Good(reader.state(sections));
        } catch (RuntimeException ofWhatIsWritten) {
            // Any number, day or count may be wrong in a way of its own; what counts is that nobody has written this.
            return new Read.Damaged();
        }
    }

    /** The version of a state that is not of this one; the rest of it may be anything. */
    private static Optional<String> otherVersion(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, LONGEST_START), StandardCharsets.ISO_8859_1);
        String[] words = start.split(" ", 3);
        return words.length == 3
                        && words[0].equals(StateText.TITLE)
                        && words[1].matches("[1-9][0-9]*")
                        && !words[1].equals(String.valueOf(StateText.VERSION))
                ? Optional.of(words[1])
                : Optional.empty();
    }

    /** The text before the seal, if the seal is that of the text. */
    private static Optional<String> unsealed(byte[] bytes) {
        int length = StateText.SEAL.length() + 64 + 1;
        int end = bytes.length - length;
        if (end < 0) {
            return Optional.empty();
        }
        String seal = new String(bytes, end, length, StandardCharsets.ISO_8859_1);
        if (!seal.equals(StateText.SEAL + StateText.seal(bytes, end) + '\n')) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, end))
                    .toString());
        } catch (CharacterCodingException otherBytes) {
            return Optional.empty();
        }
    }

    private RowsState state(int sections) {
        expect("rows");
        long rows = count();
        long leftOut = count();
        long undated = count();
        expect("periods");
        SortedSet<ReportingPeriod> periods = new TreeSet<>();
        for (long i = count(); i > 0; i--) {
            periods.add(period(word()));
        }
        expect("runs");
        NavigableMap<Long, RowsState.Run> runs = new TreeMap<>();
        for (long i = count(); i > 0; i--) {
            expect("run");
            long from = count();
            long end = count();
            require(runs.isEmpty() || runs.lastEntry().getValue().end() < from);
            require(from < end && count() == sections);
            List<Section> all = new ArrayList<>();
            for (int section = 0; section < sections; section++) {
                all.add(section());
            }
            runs.put(from, new RowsState.Run(end, all));
        }
        expect("told");
        SortedMap<Long, RowCopy> told = new TreeMap<>();
        for (long i = count(); i > 0; i--) {
            told.put(count(), copy());
        }
        require(at == text.length());
        RowsState state = new RowsState(runs, rows, leftOut, periods, undated, told);
        require(state.isWhole()
                && RowCopy.table(schema, List.copyOf(told.values())).value().isPresent());
        return state;
    }

    private Section section() {
        expect("section");
        long seen = count();
        require(count() == functions.size());
        List<Kept> all = new ArrayList<>();
        for (RowFunction each : functions) {
            all.add(kept(each));
        }
        return new Section(seen, all);
    }

    private Kept kept(RowFunction function) {
        expect("kept");
        long passed = count();
        long leftOut = count();
        Optional<Long> firstLeftOut = orNothing(Long::valueOf);
        long number = count();
        Optional<Exact> least = orNothing(StateReader::number);
        Optional<Exact> most = orNothing(StateReader::number);
        Kept.Marks marks = new Kept.Marks(flag(), flag());
        boolean full = flag();
        Total first = total();
        Total second = total();
        expect("distinct");
        Set<Object> distinct = new HashSet<>();
        for (long i = count(); i > 0; i--) {
            distinct.add(value());
        }
        expect("each");
        Map<List<Exact>, Long> each = new HashMap<>();
        long times = 0;
        for (long i = count(); i > 0; i--) {
            long often = count();
            require(count() == function.values() && often > 0);
            List<Exact> row = new ArrayList<>();
            for (int value = 0; value < function.values(); value++) {
                row.add(number(word()));
            }
            each.put(row, often);
            times = Math.addExact(times, often);
        }
        expect("absent");
        List<AbsentRow> absent = new ArrayList<>();
        for (long i = count(); i > 0; i--) {
            absent.add(absent());
        }
        boolean keepsAll = function.gist() == RowFunction.Gist.EACH && !full;
        require(times == (keepsAll ? number : 0) && (!absent.isEmpty() || passed == number));
        return new Kept(
                passed, leftOut, firstLeftOut, number, least, most, first, second, distinct, each, marks, absent, full);
    }

    private AbsentRow absent() {
        long row = count();
        List<AbsentRow.Reason> reasons = new ArrayList<>();
        for (long i = count(); i > 0; i--) {
            reasons.add(new AbsentRow.Reason(Absence.valueOf(word()), quoted()));
        }
        return new AbsentRow(row, reasons);
    }

    private Total total() {
        expect("total");
        return new Total(integer(word()), integer(word()), flag(), orNothing(StateReader::integer));
    }

    private RowCopy copy() {
        long number = count();
        String origin = quoted();
        require(count() == schema.columns().size());
        List<Object> cells = new ArrayList<>();
        for (ColumnSchema column : schema.columns()) {
            Object cell = value();
            cells.add(
                    cell instanceof Exact exact
                            ? Quantity.canonical(exact, ((ColumnType.Number) column.type()).unit())
                            : cell);
        }
        return new RowCopy(origin, number, cells);
    }

    private Object value() {
        skip();
        char kind = text.charAt(at++);
        return switch (kind) {
            case 'n' -> number(rest());
            case 't' -> new Text(quoted());
            case 'b' -> Truth.of(rest().equals("1"));
            case 'd' -> new DateValue(LocalDate.parse(rest()));
            case 'p' -> new PeriodValue(period(rest()));
            case '-' -> Absence.valueOf(rest());
            default -> throw new Broken();
        };
    }

    private static ReportingPeriod period(String word) {
        String[] parts = word.split(":", -1);
        require(parts.length == 4);
        return ReportingPeriod.of(
                CalendarKind.valueOf(parts[0]),
                Integer.parseInt(parts[1]),
                ReportingPeriod.Grain.valueOf(parts[2]),
                Integer.parseInt(parts[3]));
    }

    private static Exact number(String word) {
        require(word.length() <= LONGEST_NUMBER);
        return Exact.of(word);
    }

    private static BigInteger integer(String word) {
        require(word.length() <= LONGEST_NUMBER);
        return new BigInteger(word);
    }

    private boolean flag() {
        String word = word();
        require(word.equals("0") || word.equals("1"));
        return word.equals("1");
    }

    private long count() {
        long count = Long.parseLong(word());
        require(count >= 0);
        return count;
    }

    private <T> Optional<T> orNothing(Function<String, T> read) {
        String word = word();
        return word.equals("-") ? Optional.empty() : Optional.of(read.apply(word));
    }

    private void expect(String word) {
        require(word().equals(word));
    }

    private String word() {
        skip();
        return rest();
    }

    /** Past the one space or new line before a word. */
    private void skip() {
        if (at > 0 && at < text.length() && (text.charAt(at - 1) != '\n')) {
            require(text.charAt(at) == ' ');
            at++;
        }
    }

    private String rest() {
        int from = at;
        while (at < text.length() && text.charAt(at) != ' ' && text.charAt(at) != '\n') {
            at++;
        }
        String word = text.substring(from, at);
        require(!word.isEmpty());
        endOfLine();
        return word;
    }

    private void endOfLine() {
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
    }

    private String quoted() {
        if (text.charAt(at) != '"') {
            skip();
        }
        require(text.charAt(at++) == '"');
        StringBuilder read = new StringBuilder();
        while (text.charAt(at) != '"') {
            char sign = text.charAt(at++);
            if (sign == '\\') {
                char escaped = text.charAt(at++);
                if (escaped == 'u') {
                    read.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                    at += 4;
                } else {
                    read.append(escaped);
                }
            } else {
                read.append(sign);
            }
        }
        at++;
        endOfLine();
        return read.toString();
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new Broken();
        }
    }

    /** Not what is ever written; never leaves this class. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Broken() {
            super("not a state", null, false, false);
        }
    }
}
