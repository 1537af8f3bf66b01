package kpi.examples.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** The command-line tool. */
@Command(name = "kpi", description = "Evaluates KPI scorecards.", mixinStandardHelpOptions = true)
public final class Main implements Runnable {
    @Unmatched
    String[] rest = new String[0];

    private Main() {}

    /** Runs one command and ends the JVM with its exit code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        // Nothing to evaluate yet.
    }
}
