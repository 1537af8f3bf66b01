package kpi.examples.benchmarks;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import kpi.data.Table;
import kpi.data.TableBuilder;
import kpi.data.TableSchema;
import kpi.dsl.KpiCompiler;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.run.Pieces;
import kpi.run.PiecesState;
import kpi.source.Source;
import kpi.value.ReportingPeriod;

/**
 * A dataset made up piece by piece, and never in memory as a whole. Prints the processor seconds of the process for each ten
 * million rows: those of making up and building the columns, and those of what is kept of them.
 *
 * <pre>{@code
 * java -Xmx256m -cp benchmarks.jar kpi.examples.benchmarks.InPieces 100000000
 * }</pre>
 */
public final class InPieces {
    private static final int PIECE = 1 << 18;
    private static final long TOLD = 10_000_000;
    private static final String TEXT = """
            calendar roc
            data T(kind: text, passed: yes/no, days: number, cost: 元 may be missing)
            kpi POINTS {
              formula 80分 + 0.1分 * count(T where passed and kind = "a") - sum(each T where kind = "b": min(days, 3)) * 0.000001分
              unit 分
            }
            kpi COST {
              formula average(T.cost where days > 5, over present values)
              unit 元
            }
            kpi SHARE {
              formula ratio of sums(T.cost where passed and cost is not missing, T.cost)
              unit %
            }
            kpi MOST {
              formula max(T.days where not passed)
              unit number
            }
            """;

    private InPieces() {}

    public static void main(String[] arguments) {
        long rows = Long.parseLong(arguments[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        KpiProgram program =
                KpiCompiler.standard().compile(Source.of("pieces.kpi", TEXT)).orElseThrow();
        TableSchema schema = program.schema().table("T").orElseThrow();
        ReportingPeriod year = ReportingPeriod.roc(109);
        Pieces pieces = program.inPieces("T", year);
        PiecesState state = pieces.nothing();
        SplittableRandom random = new SplittableRandom(109);
        double making = 0;
        double keeping = 0;
        long told = 0;
        while (state.rows() < rows) {
            double start = processorSeconds();
            Table piece = piece(schema, random, (int) Math.min(PIECE, rows - state.rows()), state.rows());
            double made = processorSeconds();
            state = state.plus(piece);
            making += made - start;
            keeping += processorSeconds() - made;
            if (state.rows() - told >= TOLD || state.rows() == rows) {
                out.printf(
                        Locale.ROOT,
                        "| %d rows | made %.2f s | kept %.2f s |%n",
                        state.rows(),
                        making,
                        keeping);
                told = state.rows();
                making = 0;
                keeping = 0;
            }
        }
        out.println(state.save().length + " bytes saved");
        program.evaluate(program.facts().pieces("T", state).build().orElseThrow(), Evaluation.of(year))
                .kpis()
                .forEach(kpi -> out.println(kpi.id() + " " + kpi.actual().value()));
    }

    private static Table piece(TableSchema schema, SplittableRandom random, int rows, long before) {
        TableBuilder builder = new TableBuilder(schema, "made up");
        String[] kinds = {"a", "b", "c", "d", "e"};
        for (int row = 0; row < rows; row++) {
            builder.beginRow(before + row + 1);
            builder.value(0, kinds[random.nextInt(kinds.length)]);
            builder.value(1, random.nextInt(10) > 0);
            builder.value(2, random.nextInt(30));
            builder.value(3, random.nextInt(1000) == 0 ? null : (Object) random.nextInt(1_000_000));
            builder.endRow();
        }
        return builder.build(false).orElseThrow();
    }

    private static double processorSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }
}
