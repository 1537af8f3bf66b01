package kpi.data.sheet;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.data.DataCode;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.data.TableSource;
import kpi.diagnostic.Checked;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;

/** A spreadsheet file, of either kind. */
record SheetSource(String name, SheetTables.Opener opener, SheetTables.Format format) implements TableSource {
    SheetSource {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(opener, "opener");
        Objects.requireNonNull(format, "format");
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public Checked<Table> load(TableSchema schema) {
        SheetSink sink = new SheetSink(format, schema, name);
        Numbers numbers = new Numbers(format.roundsToFifteenDigits());
        ZipParts parts = new ZipParts(opener, format.inflation());
        try {
            read(parts, numbers, sink, schema);
        } catch (Unreadable file) {
            sink.problem(Problem.of(DataCode.SHEET_UNREADABLE, sink.place(0, "", ""))
                    .with("why", file.why())
                    .build());
        } catch (TooLarge part) {
            sink.problem(Problem.of(DataCode.SHEET_TOO_LARGE, sink.place(0, "", ""))
                    .with("limit", part.limit())
                    .with("most", part.most())
                    .build());
        } catch (NoSuchFileException missing) {
            sink.problem(Problem.of(DataCode.FILE_NOT_FOUND, sink.place(0, "", ""))
                    .with("file", name)
                    .build());
        } catch (IOException failure) {
            sink.problem(Problem.of(DataCode.READ_FAILED, sink.place(0, "", ""))
                    .with("offset", parts.offset())
                    .with("detail", detail(failure))
                    .build());
        }
        return sink.build(numbers.rounded());
    }

    private void read(ZipParts parts, Numbers numbers, SheetSink sink, TableSchema schema) throws IOException {
        OdsSheets ods = new OdsSheets(parts, numbers, format.limits());
        XlsxSheets xlsx = new XlsxSheets(parts, numbers, format.limits());
        if (xlsx.isThere()) {
            Optional<String> sheet = chosen(xlsx.names(), schema, sink);
            if (sheet.isPresent()) {
                sink.sheet(sheet.get());
                xlsx.read(sheet.get(), sink);
            }
        } else if (ods.isThere()) {
            Optional<String> sheet = chosen(ods.names(sink), schema, sink);
            if (sheet.isPresent()) {
                sink.sheet(sheet.get());
                ods.read(sheet.get(), sink);
            }
        } else {
            throw new Unreadable(
                    "不是 XLSX 或 ODS，或有密碼保護、屬舊格式", "it is neither XLSX nor ODS, or protected or of an old format");
        }
    }

    private Optional<String> chosen(List<String> names, TableSchema schema, SheetSink sink) {
        String wanted = format.sheet().orElse(schema.name());
        if (names.contains(wanted)) {
            return Optional.of(wanted);
        }
        if (format.sheet().isEmpty() && names.size() == 1) {
            return Optional.of(names.get(0));
        }
        sink.problem(Problem.of(DataCode.SHEET_NOT_FOUND, sink.place(0, "", ""))
                .with("sheet", wanted)
                .with("names", new ArrayList<>(names))
                .build());
        return Optional.empty();
    }

    private static Object detail(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return new LocalText("沒有讀取權限", "access denied");
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message.strip();
    }
}
