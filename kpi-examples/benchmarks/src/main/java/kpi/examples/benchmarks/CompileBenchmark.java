package kpi.examples.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kpi.dsl.KpiCompiler;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
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

/** The text of one formula to something that evaluates it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class CompileBenchmark {
    private static final List<String> PRINTED = List.of("實際支付數", "節餘款", "預算數", "保留數", "追加減預算數");
    private static final String FORMULA = "（實際支付數＋節餘款）/（預算數＋保留數＋追加減預算數）×100%";

    @Param({"bareAntlr", "kpi", "kpiAsPrinted", "EvalEx", "Aviator", "JEXL", "MVEL", "QLExpress", "CEL", "FEEL"})
    public String engine;

    private Engine.Risky<Object> compiler = () -> "";

    @Setup(Level.Trial)
    public void prepare() {
        Question budget = Question.BUDGET;
        compiler = switch (engine) {
            case "bareAntlr" -> () -> BareFormula.compile(budget.theirs(), budget.names());
            case "kpi" -> ours("(a + b) / (c + d + e) * 100%", budget.names());
            case "kpiAsPrinted" -> ours(FORMULA, PRINTED);
            default -> Peers.compiler(engine, budget);
        };
    }

    private static Engine.Risky<Object> ours(String text, List<String> names) {
        Map<String, KpiUnit> inputs = new LinkedHashMap<>();
        names.forEach(name -> inputs.put(name, Units.NTD));
        KpiCompiler compiler = KpiCompiler.standard();
        return () -> compiler.formula(text, inputs, Units.PERCENT).orElseThrow();
    }

    @Benchmark
    public Object compile() throws Exception {
        return compiler.get();
    }
}
