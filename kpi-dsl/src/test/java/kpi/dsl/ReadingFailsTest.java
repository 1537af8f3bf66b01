package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kpi.data.InputRow;
import kpi.data.csv.CsvTables;
import kpi.data.csv.InputsCsv;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.unit.UnitTable;
import kpi.value.CalendarKind;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that breaks off at any byte, for any reason, is told with its reason, and leaves nothing half-done. */
class ReadingFailsTest {
    private static final String TEXT = """
            曆制 民國
            資料表 案(類: text, 數: 件)
            指標 A "案件數" {
              資料項 x 單位 件
              公式   sum(案.數) + x
              單位   件
              方向   不計方向
            }
            """;
    private static final byte[] PROGRAM = TEXT.getBytes(StandardCharsets.UTF_8);
    private static final byte[] ROWS = "類,數\n甲,3\n\"乙,丙\",4\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] INPUTS = "指標,資料項,期別,值\nA,x,109,5\n".getBytes(StandardCharsets.UTF_8);
    private static final CsvTables.Format FORMAT = CsvTables.Format.declared();

    /** What a stream throws behind its last good byte. */
    private interface Fault {
        void raise() throws IOException;
    }

    private static final List<Fault> FAULTS = List.of(
            () -> {
                throw new IOException("the cable was pulled");
            },
            () -> {
                throw new InterruptedIOException("the cable was pulled");
            },
            () -> {
                throw new IllegalStateException("the cable was pulled");
            });

    private static InputStream failing(byte[] file, int good, Fault fault) {
        return new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                if (given == good) {
                    fault.raise();
                }
                return file[given++] & 0xFF;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (given == good) {
                    fault.raise();
                }
                int count = Math.min(length, good - given);
                System.arraycopy(file, given, target, offset, count);
                given += count;
                return count;
            }
        };
    }

    private static KpiProgram program() {
        return KpiCompiler.standard().compile(Source.of("a.kpi", TEXT)).orElseThrow();
    }

    private static void saysWhy(Checked<?> read) {
        assertTrue(read.hasErrors(), read::toString);
        for (Problem problem : read.problems()) {
            for (Language language : Language.values()) {
                assertTrue(problem.message(language).contains("the cable was pulled"), problem::toString);
            }
        }
    }

    private static Facts.Builder facts(KpiProgram program) {
        return program.facts()
                .addInputs(inputs(() -> new ByteArrayInputStream(INPUTS)).orElseThrow());
    }

    private static Checked<List<InputRow>> inputs(CsvTables.Opener opener) {
        return InputsCsv.read("inputs.csv", opener, FORMAT, CalendarKind.ROC, UnitTable.standard());
    }

    private static String actual(KpiProgram program, Facts facts) {
        return program.evaluate(facts, Evaluation.of(ReportingPeriod.roc(109)))
                .kpi("A")
                .actual()
                .value()
                .map(Quantity::plain)
                .orElse("none");
    }

    @Test
    void aKpiFileThatBreaksOffIsNoProgram() {
        for (Fault fault : FAULTS) {
            for (int good = 0; good <= PROGRAM.length; good++) {
                Source source = Source.read("a.kpi", failing(PROGRAM, good, fault), StandardCharsets.UTF_8);
                assertEquals("", source.text());
                saysWhy(KpiCompiler.standard().compile(source));
            }
        }
    }

    @Test
    void aDataFileThatBreaksOffIsNoFactsAndTheSameBuilderReadsItAgain() {
        KpiProgram program = program();
        for (Fault fault : FAULTS) {
            for (int good = 0; good <= ROWS.length; good++) {
                int bytes = good;
                AtomicInteger opened = new AtomicInteger();
                Facts.Builder builder = facts(program)
                        .table(
                                "案",
                                CsvTables.of(
                                        "t.csv",
                                        () -> opened.getAndIncrement() == 0
                                                ? failing(ROWS, bytes, fault)
                                                : new ByteArrayInputStream(ROWS),
                                        FORMAT));
                Checked<Facts> broken = builder.build();
                saysWhy(broken);
                broken.value().ifPresent(rest -> assertEquals("none", actual(program, rest)));
                assertEquals("12", actual(program, builder.build().orElseThrow()));
            }
        }
    }

    @Test
    void anInputsFileThatBreaksOffIsNoInputs() {
        for (Fault fault : FAULTS) {
            for (int good = 0; good <= INPUTS.length; good++) {
                int bytes = good;
                saysWhy(inputs(() -> failing(INPUTS, bytes, fault)));
            }
        }
    }

    /** A thread that is interrupted while it reads stays interrupted, and reads all of it afterwards. */
    @Test
    void anInterruptedReaderLeavesNothingHalfDone(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("t.csv");
        Files.write(file, ROWS);
        KpiProgram program = program();
        // A channel is closed under a thread that is interrupted.
        Facts.Builder builder = facts(program)
                .table("案", CsvTables.of("t.csv", () -> Channels.newInputStream(FileChannel.open(file)), FORMAT));
        Thread.currentThread().interrupt();
        Checked<Facts> interrupted = builder.build();
        assertTrue(Thread.interrupted(), "the thread is told no longer that it was interrupted");
        assertEquals(
                List.of("read-failed"),
                interrupted.problems().stream().map(Problem::code).toList());
        interrupted.value().ifPresent(rest -> assertEquals("none", actual(program, rest)));
        assertEquals("12", actual(program, builder.build().orElseThrow()));
        Path text = folder.resolve("a.kpi");
        Files.write(text, PROGRAM);
        Source source;
        try (InputStream bytes = Channels.newInputStream(FileChannel.open(text))) {
            Thread.currentThread().interrupt();
            source = Source.read("a.kpi", bytes, StandardCharsets.UTF_8);
        }
        assertTrue(Thread.interrupted(), "the thread is told no longer that it was interrupted");
        assertTrue(KpiCompiler.standard().compile(source).hasErrors());
        assertFalse(KpiCompiler.standard()
                .compile(Source.read(text, StandardCharsets.UTF_8))
                .hasErrors());
    }
}
