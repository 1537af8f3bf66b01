package kpi.data.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.function.Supplier;
import kpi.data.DataCode;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.source.Place;
import org.jspecify.annotations.Nullable;

/** Reads one file: what kind of file it is, in which charset, where its cells are. */
final class CsvScan {
    private final CsvInput input;
    private final CsvTables.Format format;
    private final String table;

    CsvScan(CsvInput input, CsvTables.Format format, String table) {
        this.input = input;
        this.format = format;
        this.table = table;
    }

    /**
     * Reads the file into a sink; everything wrong with the file is told to it. A file whose charset must be found out is
     * read again from the start for each charset tried, each time into a new sink; the last one is answered.
     */
    <S extends RowSink> S run(Supplier<S> newSink) {
        StrictDecoder.@Nullable Undecodable first = null;
        String firstCharset = "";
        for (Charsets.Candidate candidate : Charsets.of(format.charset())) {
            S sink = newSink.get();
            try {
                read(candidate, sink);
                candidate
                        .told()
                        .ifPresent(severity -> sink.problem(Problem.of(DataCode.CHARSET_DETECTED, filePlace())
                                .with("charset", candidate.charset().name())
                                .severity(severity)
                                .build()));
                return sink;
            } catch (StrictDecoder.Undecodable fault) {
                if (first == null) {
                    first = fault;
                    firstCharset = candidate.charset().name();
                }
            }
        }
        long offset = first == null ? 0 : first.offset();
        S sink = newSink.get();
        sink.problem(Problem.of(DataCode.UNDECODABLE, filePlace())
                .with("offset", offset)
                .with("line", lineOf(offset))
                .with("charset", firstCharset)
                .build());
        return sink;
    }

    private void read(Charsets.Candidate candidate, RowSink sink) throws StrictDecoder.Undecodable {
        try (InputStream bytes = input.open()) {
            StrictDecoder text = new StrictDecoder(bytes, candidate);
            Optional<LocalText> kind = FileKind.of(text.head(), Charsets.isWide(candidate.charset()));
            if (kind.isPresent()) {
                sink.problem(Problem.of(DataCode.NOT_CSV, filePlace())
                        .with("kind", kind.get())
                        .build());
                return;
            }
            FastCsvParser.Fault fault =
                    new FastCsvParser(text, format.delimiter(), format.headerLine(), format.limits(), sink).run();
            if (fault != null) {
                sink.problem(structure(fault, sink));
            }
        } catch (StrictDecoder.Undecodable fault) {
            throw fault;
        } catch (StrictDecoder.Failed failure) {
            sink.problem(failed(failure.offset(), failure.getCause()));
        } catch (NoSuchFileException missing) {
            sink.problem(Problem.of(DataCode.FILE_NOT_FOUND, filePlace())
                    .with("file", input.name())
                    .build());
        } catch (IOException failure) {
            sink.problem(failed(0, failure.getCause() == null ? failure : failure.getCause()));
        } catch (NoClassDefFoundError missing) {
            if (!String.valueOf(missing.getMessage()).contains("siegmar")) {
                throw missing;
            }
            sink.problem(Problem.of(DataCode.CSV_LIBRARY_MISSING, filePlace()).build());
        }
    }

    private Problem structure(FastCsvParser.Fault fault, RowSink sink) {
        String shown = fault.kind() == FastCsvParser.Fault.Kind.TEXT_AFTER_QUOTE ? "\"…\"…" : "\"…";
        Place place = Place.cell(table, input.name(), fault.line(), sink.columnName(fault.cell()), shown);
        return switch (fault.kind()) {
            case UNCLOSED_QUOTE ->
                Problem.of(DataCode.UNCLOSED_QUOTE, place)
                        .with("line", fault.line())
                        .build();
            case TEXT_AFTER_QUOTE ->
                Problem.of(DataCode.TEXT_AFTER_QUOTE, place).build();
            case CELL_TOO_LONG -> {
                int limit = format.limits().cellCharacters();
                yield Problem.of(DataCode.CELL_TOO_LONG, place)
                        .with("length", ">" + limit)
                        .with("limit", limit)
                        .build();
            }
        };
    }

    private Problem failed(long offset, @Nullable Throwable cause) {
        return Problem.of(DataCode.READ_FAILED, filePlace())
                .with("offset", offset)
                .with("detail", detail(cause))
                .build();
    }

    private static Object detail(@Nullable Throwable cause) {
        if (cause instanceof AccessDeniedException) {
            return new LocalText("沒有讀取權限", "access denied");
        }
        if (cause == null) {
            return new LocalText("原因不明", "no cause given");
        }
        String message = cause.getMessage();
        String type = cause.getClass().getSimpleName();
        return message == null || message.isBlank() ? type : message.strip();
    }

    private Place filePlace() {
        return Place.cell(table, input.name(), 0, "", "");
    }

    /** Counted only now, because hardly any file needs it. */
    private long lineOf(long offset) {
        long line = 1;
        byte[] block = new byte[8192];
        long position = 0;
        try (InputStream bytes = input.open()) {
            int count = bytes.read(block);
            while (count >= 0 && position < offset) {
                for (int i = 0; i < count && position + i < offset; i++) {
                    line += block[i] == '\n' ? 1 : 0;
                }
                position += count;
                count = bytes.read(block);
            }
        } catch (IOException | RuntimeException unreadable) {
            return line;
        }
        return line;
    }
}
