package kpi.examples.benchmarks;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import kpi.dsl.FormulaCompiler;
import kpi.dsl.KpiCompiler;
import kpi.number.Exact;
import kpi.number.Rounding;
import kpi.run.Formula;
import kpi.run.ScaledFormula;
import kpi.unit.KpiUnit;
import kpi.unit.Units;

/**
 * Many formulas in a fresh JVM: compiled, and each evaluated for twelve months. Prints the processor seconds of the process and
 * what the formulas hold of the heap. Run it once per engine, since a JVM is fresh only once.
 *
 * <pre>{@code
 * java -cp benchmarks.jar kpi.examples.benchmarks.Many kpi 10000
 * java -cp benchmarks.jar kpi.examples.benchmarks.Many bareAntlr 10000
 * }</pre>
 */
public final class Many {
    private static final int MONTHS = 12;

    private Many() {}

    public static void main(String[] arguments) throws Exception {
        String engine = arguments[0];
        int count = Integer.parseInt(arguments[1]);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add("(a + b) / (c + d + e) * " + (100 + i % 7));
        }
        long before = used();
        double start = processorSeconds();
        List<Object> compiled = new ArrayList<>(count);
        double sum = 0;
        Function<String, Object> compiler = compiler(engine);
        for (String text : texts) {
            compiled.add(compiler.apply(text));
        }
        double ready = processorSeconds();
        for (Object each : compiled) {
            for (int month = 1; month <= MONTHS; month++) {
                sum += evaluate(each, month);
            }
        }
        double end = processorSeconds();
        long held = (used() - before) / count;
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .printf(
                        Locale.ROOT,
                        "| %s | %d | compiled %.2f s | evaluated %.2f s | %d bytes each | sum %.2f |%n",
                        engine,
                        compiled.size(),
                        ready - start,
                        end - ready,
                        held,
                        sum);
    }

    private static Function<String, Object> compiler(String engine) {
        List<String> names = Question.BUDGET.names();
        if (engine.equals("bareAntlr")) {
            return text -> BareFormula.compile(text, names);
        }
        Map<String, KpiUnit> inputs = new LinkedHashMap<>();
        names.forEach(name -> inputs.put(name, Units.NTD));
        FormulaCompiler formulas = KpiCompiler.standard().formulas(inputs);
        return text -> {
            Formula formula = formulas.formula(text, Units.NUMBER).orElseThrow();
            return engine.equals("kpiLong") ? formula.scaled(List.of(0, 0, 0, 0, 0), 2, Rounding.HALF_UP) : formula;
        };
    }

    @SuppressWarnings("unchecked")
    private static double evaluate(Object formula, int month) {
        if (formula instanceof ScaledFormula scaled) {
            return scaled.evaluate(new long[] {month, 2, 30, 4, 5}) / 100.0;
        }
        if (formula instanceof Formula exact) {
            return exact.evaluate(new Exact[] {
                        Exact.of(month), Exact.of(2), Exact.of(30), Exact.of(4), Exact.of(5)
                    })
                    .hashCode();
        }
        return ((ToDoubleFunction<double[]>) formula).applyAsDouble(new double[] {month, 2, 30, 4, 5});
    }

    private static double processorSeconds() {
        com.sun.management.OperatingSystemMXBean system =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(20);
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
