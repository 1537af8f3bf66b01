package kpi.examples.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import kpi.dsl.KpiCompiler;
import kpi.run.Formula;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Quantity;

/** A whole process for one number: what a command or a small service waits for. Time it from outside. */
public final class Cold {
    private Cold() {}

    public static void main(String[] arguments) {
        Map<String, KpiUnit> inputs = new LinkedHashMap<>();
        Map<String, Quantity> given = new LinkedHashMap<>();
        for (String name : Question.BUDGET.names()) {
            inputs.put(name, Units.NTD);
            given.put(name, Quantity.of("5", Units.NTD));
        }
        Formula formula = KpiCompiler.standard()
                .formula("(a + b) / (c + d + e) * 100%", inputs, Units.PERCENT)
                .orElseThrow();
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(formula.evaluate(given));
    }
}
