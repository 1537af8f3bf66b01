package kpi.examples.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
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
        Map<Question, Map<String, RunResult>> table = new TreeMap<>();
        for (RunResult result : results) {
            Question question = Question.valueOf(result.getParams().getParam("question"));
            table.computeIfAbsent(question, any -> new TreeMap<>()).put(name(result), result);
        }
        out.println();
        out.println("| formula | engine | ns | × hand-written | bytes |");
        out.println("|---|---|--:|--:|--:|");
        table.forEach((question, engines) -> {
            RunResult hand = engines.get("handLong");
            engines.forEach((engine, result) -> {
                double time = result.getPrimaryResult().getScore();
                String ratio = hand == null
                        ? ""
                        : String.format(java.util.Locale.ROOT, "%.1f", time / hand.getPrimaryResult().getScore());
                double bytes = result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
                out.printf(
                        java.util.Locale.ROOT, "| %s | %s | %.1f | %s | %.0f |%n", question, engine, time, ratio, bytes);
            });
        });
    }

    private static String name(RunResult result) {
        String method = result.getPrimaryResult().getLabel();
        String engine = result.getParams().getParam("engine");
        return engine == null ? method : engine;
    }
}
