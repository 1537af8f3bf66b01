package kpi.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import kpi.run.ScaledFormula;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One formula, compiled before, with inputs that change. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class ScalarBenchmark {
    @Param
    public Question question;

    private int next;

    int row() {
        next = next + 1 & Question.ROWS - 1;
        return next;
    }

    /** Hand-written on checked scaled longs: the yardstick. */
    @State(Scope.Thread)
    public static class HandLong {
        long[][] rows;
        HandWritten code;

        @Setup(Level.Trial)
        public void prepare(ScalarBenchmark which) {
            rows = which.question.longs();
            code = HandWritten.of(which.question);
        }
    }

    @Benchmark
    public long handLong(HandLong hand) {
        return hand.code.of(hand.rows[row()]);
    }

    /** Ours, longs in and out. */
    @State(Scope.Thread)
    public static class OursLong {
        long[][] rows;
        ScaledFormula formula;
        final long[] result = new long[1];

        @Setup(Level.Trial)
        public void prepare(ScalarBenchmark which) {
            rows = which.question.longs();
            formula = Engine.scaled(which.question);
        }
    }

    @Benchmark
    public long kpiLong(OursLong ours) {
        if (!ours.formula.tryEvaluate(ours.rows[row()], ours.result)) {
            throw new IllegalStateException("no value");
        }
        return ours.result[0];
    }

    /** One of the others. */
    @State(Scope.Thread)
    public static class Others {
        @Param({
            "handBigDecimal",
            "kpiBigDecimal",
            "kpiExact",
            "kpiExplained",
            "kpiExplanationRead",
            "EvalEx",
            "Aviator",
            "JEXL",
            "MVEL",
            "exp4j",
            "CEL",
            "FEEL",
            "QLExpress"
        })
        public String engine;

        IntFunction<Object> code;

        @Setup(Level.Trial)
        public void prepare(ScalarBenchmark which) {
            code = switch (engine) {
                case "handBigDecimal" -> Engine.handDecimals(which.question);
                case "kpiBigDecimal" -> Engine.scaledDecimals(which.question);
                case "kpiExact" -> Engine.exact(which.question);
                case "kpiExplained" -> Engine.figures(which.question, false);
                case "kpiExplanationRead" -> Engine.figures(which.question, true);
                case "EvalEx" -> Engine.evalEx(which.question);
                case "Aviator" -> Engine.aviator(which.question);
                case "JEXL" -> Engine.jexl(which.question);
                case "MVEL" -> Engine.mvel(which.question);
                case "CEL" -> Peers.cel(which.question);
                case "FEEL" -> Peers.feel(which.question);
                case "QLExpress" -> Peers.qlExpress(which.question);
                default -> Engine.exp4j(which.question);
            };
        }
    }

    @Benchmark
    public Object other(Others others) {
        return others.code.apply(row());
    }
}
