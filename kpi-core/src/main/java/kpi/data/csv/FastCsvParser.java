package kpi.data.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import kpi.data.DataLimits;
import org.jspecify.annotations.Nullable;

/** The only class that knows the CSV library: cuts characters into cells and hands them to a sink. */
final class FastCsvParser extends AbstractBaseCsvCallbackHandler<Boolean> {
    /** What the library may have read ahead of the cell it hands out. */
    private static final int READ_AHEAD = 16_384;

    private final StrictDecoder text;
    private final char delimiter;
    private final int headerLine;
    private final DataLimits limits;
    private final RowSink sink;

    private boolean inRows;
    private final List<String> names = new ArrayList<>();
    private int lineBreaks;
    private long deliveredAtCell;

    FastCsvParser(StrictDecoder text, char delimiter, int headerLine, DataLimits limits, RowSink sink) {
        this.text = text;
        this.delimiter = delimiter;
        this.headerLine = headerLine;
        this.limits = limits;
        this.sink = sink;
    }

    /** Why the cells cannot be told apart from a line on. */
    record Fault(Kind kind, long line, int cell) {
        enum Kind {
            UNCLOSED_QUOTE,
            TEXT_AFTER_QUOTE,
            CELL_TOO_LONG
        }
    }

    /** Reads to the end, or until the sink stops it; answers null, or the fault that stopped it. */
    @Nullable
    Fault run() throws IOException {
        CsvReader<Boolean> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter('"')
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false)
                .maxBufferSize(mostBuffered())
                .build(this, text);
        try (reader) {
            // No record is ever answered but the one that stops, so this reads the file as far as it is wanted.
            for (Boolean stop : reader) {
                return null;
            }
            return null;
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } catch (CsvParseException refused) {
            return fault(refused);
        }
    }

    /**
     * A cell of the longest length, even if each of its characters is a doubled quote. A power of two, because the library
     * doubles its buffer and runs over the end of one that does not come out even.
     */
    private int mostBuffered() {
        return 2 * Integer.highestOneBit(2 * limits.cellCharacters() + 2 * READ_AHEAD - 1);
    }

    private Fault fault(CsvParseException refused) {
        // The library wraps whatever is thrown under it.
        if (refused.getCause() instanceof Error error) {
            throw error;
        }
        if (refused.getCause() instanceof RuntimeException exception) {
            throw exception;
        }
        Fault.Kind kind;
        if (text.isAtEnd()) {
            kind = Fault.Kind.UNCLOSED_QUOTE;
        } else if (text.delivered() - deliveredAtCell >= mostBuffered() - READ_AHEAD) {
            kind = Fault.Kind.CELL_TOO_LONG;
        } else {
            kind = Fault.Kind.TEXT_AFTER_QUOTE;
        }
        return new Fault(kind, getStartingLineNumber() + lineBreaks, getFieldCount());
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        lineBreaks = 0;
        names.clear();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        deliveredAtCell = text.delivered();
        if (inRows) {
            if (index == 0) {
                sink.beginRow(getStartingLineNumber());
            }
            sink.cell(index, buffer, offset, length);
        } else if (index <= limits.columns() && getStartingLineNumber() >= headerLine) {
            names.add(new String(buffer, offset, length));
        }
        if (quoted) {
            lineBreaks += lineBreaks(buffer, offset, length);
        }
    }

    private static int lineBreaks(char[] buffer, int offset, int length) {
        int count = 0;
        for (int i = offset; i < offset + length; i++) {
            boolean second = i > offset && buffer[i] == '\n' && buffer[i - 1] == '\r';
            count += (buffer[i] == '\n' || buffer[i] == '\r') && !second ? 1 : 0;
        }
        return count;
    }

    /** Null goes on to the next record, anything else stops. */
    @Override
    protected @Nullable Boolean buildRecord() {
        if (getRecordType() == RecordType.EMPTY) {
            if (inRows) {
                sink.blankLine(getStartingLineNumber());
            }
            return null;
        }
        if (inRows) {
            return sink.endRow(getFieldCount()) ? null : Boolean.FALSE;
        }
        if (getStartingLineNumber() < headerLine) {
            return null;
        }
        RowSink.Next next = sink.header(List.copyOf(names), getStartingLineNumber());
        inRows = next == RowSink.Next.ROWS;
        return next == RowSink.Next.STOP ? Boolean.FALSE : null;
    }
}
