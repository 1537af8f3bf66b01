package kpi.examples.cli;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Asks every entry of the hostile corpora in a thread of its own and prints the table of what came back, then a line for
 * each finding. Runs in a JVM of its own, with a small heap; the stack of the threads is its first argument, in kB, the
 * folder of the corpora its second. Ends with 0 only if there is nothing to find.
 */
final class HostileRunner {
    /** An entry takes no more than this of the processor, however busy the machine is otherwise. */
    private static final long MOST_NANOS = 5_000_000_000L;

    private static final long HANG_MILLIS = 120_000;

    private final long stack;
    private final Map<String, Row> table = new LinkedHashMap<>();
    private final List<String> findings = new ArrayList<>();

    private HostileRunner(long stack) {
        this.stack = stack;
    }

    public static void main(String[] arguments) throws Exception {
        long kilobytes = Long.parseLong(arguments[0]);
        Path folder = Path.of(arguments[1]);
        List<HostileEntry> entries = new ArrayList<>(HostileCorpus.formulas(folder));
        entries.addAll(HostileCorpus.numbers(folder));
        entries.addAll(HostileFiles.names(folder));
        entries.addAll(HostileFiles.sets(folder));
        HostileRunner runner = new HostileRunner(kilobytes * 1024);
        for (HostileEntry entry : entries) {
            runner.run(entry);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.print(runner.table(kilobytes));
        runner.findings.forEach(out::println);
        System.exit(runner.findings.isEmpty() ? 0 : 1);
    }

    private static final class Row {
        private int entries;
        private int listed;
        private int wrongValues;
        private int foreign;
        private int overflows;
        private int timeOuts;
        private int pinned;
        private int exact;
        private int slips;
    }

    private void run(HostileEntry entry) throws InterruptedException {
        Row row = table.computeIfAbsent(entry.set(), any -> new Row());
        row.entries++;
        AtomicReference<Optional<HostileAnswer>> answer = new AtomicReference<>(Optional.empty());
        AtomicReference<Optional<Throwable>> thrown = new AtomicReference<>(Optional.empty());
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        answer.set(Optional.of(entry.asking().ask()));
                    } catch (Throwable fault) {
                        thrown.set(Optional.of(fault));
                    }
                },
                "hostile",
                stack);
        thread.setDaemon(true);
        thread.start();
        if (!ends(thread)) {
            row.timeOuts++;
            findings.add("! " + entry.id() + " takes more than its time");
        } else if (thrown.get().isPresent()) {
            count(row, entry, thrown.get().get());
        } else {
            count(row, entry, answer.get().orElseThrow());
        }
    }

    private static boolean ends(Thread thread) throws InterruptedException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long id = thread.getId();
        long start = System.nanoTime();
        while (thread.isAlive()) {
            thread.join(100);
            boolean tooMuch = threads.getThreadCpuTime(id) > MOST_NANOS;
            boolean hangs = (System.nanoTime() - start) / 1_000_000 > HANG_MILLIS;
            if (thread.isAlive() && (tooMuch || hangs)) {
                return false;
            }
        }
        return true;
    }

    private void count(Row row, HostileEntry entry, Throwable thrown) {
        if (thrown instanceof StackOverflowError) {
            row.overflows++;
        } else {
            row.foreign++;
        }
        StackTraceElement[] trace = thrown.getStackTrace();
        findings.add("! " + entry.id() + " throws " + thrown + (trace.length == 0 ? "" : " at " + trace[0]));
    }

    private void count(Row row, HostileEntry entry, HostileAnswer answer) {
        row.listed += answer.listed() ? 1 : 0;
        row.wrongValues += answer.wrongValue() ? 1 : 0;
        row.pinned += answer.place().isPresent() ? 1 : 0;
        row.exact += answer.place().orElse(false) ? 1 : 0;
        row.slips += answer.slips().isEmpty() ? 0 : 1;
        if (!answer.fine()) {
            findings.add("! " + entry.set() + " " + entry.id() + (answer.listed() ? "" : " is in no class listed")
                    + (answer.wrongValue() ? " is a wrong value" : "")
                    + (answer.place().orElse(true) ? "" : " is elsewhere than pinned")
                    + " " + answer.slips() + " " + answer.detail());
        }
    }

    private String table(long kilobytes) {
        StringBuilder text = new StringBuilder();
        text.append("stack ").append(kilobytes).append(" kB, heap ");
        text.append(Runtime.getRuntime().maxMemory() >> 20).append(" MB\n");
        text.append(line(List.of(
                "set",
                "entries",
                "in a listed class",
                "wrong values",
                "foreign exceptions",
                "overflows",
                "time-outs",
                "positions exact",
                "unfit texts")));
        table.forEach((set, row) -> text.append(line(List.of(
                set,
                Integer.toString(row.entries),
                Integer.toString(row.listed),
                Integer.toString(row.wrongValues),
                Integer.toString(row.foreign),
                Integer.toString(row.overflows),
                Integer.toString(row.timeOuts),
                row.exact + " of " + row.pinned,
                Integer.toString(row.slips)))));
        return text.toString();
    }

    private static String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String blanks = " ".repeat(Math.max(0, (i == 0 ? 10 : 20) - cell.length()));
            line.append(i == 0 ? cell + blanks : blanks + cell);
        }
        return line.append('\n').toString();
    }
}
