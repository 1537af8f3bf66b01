package kpi.examples.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks, with JMH's own options, and prints one table: times, and ratios to the hand-written code of the run. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Options options = new OptionsBuilder()
                .parent(new CommandLineOptions(arguments))
                .addProfiler("gc")
                .build();
        Collection<RunResult> results = new Runner(options).run();
        print(results, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private static void print(Collection<RunResult> results, PrintStream out) {
        Map<String, Map<String, RunResult>> table = new TreeMap<>();
        for (RunResult result : results) {
            table.computeIfAbsent(asked(result), any -> new LinkedHashMap<>()).put(name(result), result);
        }
        out.println();
        out.println("| question | engine | ns | × the yardstick | bytes |");
        out.println("|---|---|--:|--:|--:|");
        table.forEach((question, engines) -> {
            Optional<RunResult> yardstick =
                    YARDSTICKS.stream().filter(engines::containsKey).findFirst().map(engines::get);
            engines.forEach((engine, result) -> {
                double time = result.getPrimaryResult().getScore();
                String ratio = yardstick
                        .map(hand -> String.format(
                                Locale.ROOT,
                                "%.1f",
                                time / hand.getPrimaryResult().getScore()))
                        .orElse("");
                double bytes =
                        result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
                out.printf(Locale.ROOT, "| %s | %s | %.1f | %s | %.0f |%n", question, engine, time, ratio, bytes);
            });
        });
    }

    /** What the others of a question are compared to. */
    private static final List<String> YARDSTICKS = List.of("handLong", "bareAntlr", "handWritten", "fastcsv");

    private static String asked(RunResult result) {
        String question = result.getParams().getParam("question");
        String benchmark = result.getParams().getBenchmark();
        String group = benchmark.substring(0, benchmark.lastIndexOf('.'));
        return group.substring(group.lastIndexOf('.') + 1).replace("Benchmark", "")
                + (question == null ? "" : " " + question);
    }

    private static String name(RunResult result) {
        String method = result.getPrimaryResult().getLabel();
        String engine = result.getParams().getParam("engine");
        return engine == null ? method : engine;
    }
}
