package kpi.dsl.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kpi.data.Table;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;
import kpi.dsl.KpiCompiler;
import kpi.model.KpiModel;
import kpi.model.LookUpTable;
import kpi.model.ScorecardModel;
import kpi.run.KpiProgram;
import kpi.source.Source;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever the grammar reads in a block has an effect, or is refused: no clause, and no value in one, is read and dropped.
 *
 * <p>The table {@code nothing-lost.txt} has a line for each clause in each block that may hold it. {@code ⟨a|b⟩} are two
 * values of which either must be seen in the model; {@code !code} in front says that the clause is refused so; {@code =} that
 * it says what holds anyway.
 */
class NothingIsLostTest {
    private static final Pattern CHOICE = Pattern.compile("⟨([^⟨⟩|]*)\\|([^⟨⟩|]*)⟩");
    private static final Pattern HIDDEN = Pattern.compile("[\\w.]+@[0-9a-f]{5,}");
    private static final Pattern PLACE = Pattern.compile("lost\\.kpi:\\d+:\\d+");

    /**
     * A line of the table.
     *
     * @param around the text with a hole for the clause
     * @param refused the code that refuses it
     * @param silent whether it says what holds anyway
     */
    private record Row(
            String block, String keyword, String around, String clause, Optional<String> refused, boolean silent) {
        /** The text with the first value of each choice, but for one. */
        String text(int other) {
            return in(around, said(other));
        }

        String said(int other) {
            Matcher choices = CHOICE.matcher(clause);
            StringBuilder said = new StringBuilder();
            for (int i = 0; choices.find(); i++) {
                choices.appendReplacement(said, Matcher.quoteReplacement(choices.group(i == other ? 2 : 1)));
            }
            choices.appendTail(said);
            return said.toString();
        }

        String told(String what, String text) {
            return block + " " + keyword + ": " + clause + " " + what + ":\n" + text;
        }

        int choices() {
            return (int) CHOICE.matcher(clause).results().count();
        }

        static String in(String around, String clause) {
            int line = around.lastIndexOf('\n', around.indexOf("…")) + 1;
            String indentation = " ".repeat(around.indexOf("…") - line);
            return around.replace(
                            "…", clause.replace("\\n ", "\n" + indentation).replace("\\n", "\n"))
                    .replace("\\n", "\n");
        }
    }

    private static List<Row> rows() {
        Map<String, String> sources = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>();
        String source = "";
        String block = "";
        for (String line : table().lines().toList()) {
            if (line.startsWith("== ")) {
                source = line.substring(3).strip();
                sources.put(source, "");
            } else if (line.startsWith("-- ")) {
                String[] head = line.substring(3).strip().split(" in ");
                block = head[0];
                source = head[1];
            } else if (line.startsWith("    ")) {
                sources.merge(source, line.substring(4) + "\n", String::concat);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] cells = line.strip().split("\\s+", 2);
                boolean silent = cells[1].startsWith("= ");
                boolean refused = cells[1].startsWith("!");
                String[] said = refused ? cells[1].substring(1).split("\\s+", 2) : new String[] {"", cells[1]};
                rows.add(new Row(
                        block,
                        cells[0],
                        Objects.requireNonNull(sources.get(source), source),
                        silent ? said[1].substring(2) : said[1],
                        refused ? Optional.of(said[0]) : Optional.empty(),
                        silent));
            }
        }
        return rows;
    }

    private static String table() {
        try (InputStream in = Objects.requireNonNull(NothingIsLostTest.class.getResourceAsStream("nothing-lost.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> eachClauseAndEachOfItsValuesMatters() {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.block() + " " + row.keyword() + ": " + row.clause(), () -> matters(row)));
    }

    private static void matters(Row row) {
        String text = row.text(-1);
        Checked<KpiProgram> compiled = compile(text);
        List<String> errors = compiled.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Problem::code)
                .distinct()
                .toList();
        assertEquals(row.refused().map(List::of).orElse(List.of()), errors, () -> row.told("is not read so", text));
        if (row.refused().isPresent()) {
            return;
        }
        String whole = seen(text);
        if (!row.silent()) {
            assertNotEquals(seen(Row.in(row.around(), "")), whole, () -> row.told("says nothing", text));
        }
        for (int i = 0; i < row.choices(); i++) {
            String other = row.text(i);
            assertNotEquals(whole, seen(other), () -> row.told("has a value that says nothing", other));
        }
    }

    /** Said twice in one block with two values, both matter, or it is refused. */
    @TestFactory
    Stream<DynamicTest> saidTwiceNeitherIsLost() {
        return rows().stream()
                .filter(row -> row.refused().isEmpty() && row.choices() > 0)
                .map(row -> DynamicTest.dynamicTest(row.block() + " " + row.keyword() + ": " + row.clause(), () -> {
                    for (int i = 0; i < row.choices(); i++) {
                        String first = row.said(-1);
                        String second = row.said(i);
                        String both = Row.in(row.around(), first + "\\n " + second);
                        String seen = seen(both);
                        assertNotEquals(
                                seen(Row.in(row.around(), first)),
                                seen,
                                () -> row.told("is lost said a second time", both));
                        assertNotEquals(
                                seen(Row.in(row.around(), second)),
                                seen,
                                () -> row.told("is lost where it is said again", both));
                    }
                }));
    }

    @Test
    void everyWordOfEveryBlockHasALine() {
        Set<String> expected = new TreeSet<>();
        for (Context context : Context.values()) {
            for (Keyword keyword : context.keywords()) {
                expected.add(context + " " + keyword);
                if (context == Context.KPI) {
                    expected.add("VERSION " + keyword);
                }
                if (context == Context.SCORECARD) {
                    expected.add("PERSPECTIVE " + keyword);
                    expected.add("OBJECTIVE " + keyword);
                }
            }
        }
        Set<String> there = new TreeSet<>();
        rows().forEach(row -> there.add(row.block() + " " + row.keyword()));
        expected.removeAll(there);
        assertTrue(expected.isEmpty(), expected::toString);
        assertFalse(there.isEmpty());
    }

    /** What a text amounts to, without places: the model, and what is told of it. */
    private static String seen(String text) {
        Checked<KpiProgram> compiled = compile(text);
        StringBuilder seen = new StringBuilder();
        compiled.problems().stream()
                .map(Problem::code)
                .sorted()
                .forEach(code -> seen.append(code).append('\n'));
        compiled.value().ifPresent(program -> {
            StringBuilder whole =
                    new StringBuilder(program.model().toString().replaceAll("kpi\\.data\\.Table@[0-9a-f]+", "table"));
            for (KpiModel kpi : program.model().kpis()) {
                kpi.versions().forEach(version -> version.definitions().forEach(name -> whole.append(name.value())));
            }
            for (ScorecardModel.StatedTable table : program.model().tables()) {
                table.rows().forEach(rows -> cells(rows.table(), whole));
                table.lookUp().flatMap(LookUpTable::index).ifPresent(index -> whole.append(index.rows()));
            }
            seen.append(PLACE.matcher(whole).replaceAll("@"));
        });
        assertEquals(
                List.of(),
                HIDDEN.matcher(seen)
                        .results()
                        .map(java.util.regex.MatchResult::group)
                        .toList());
        return seen.toString();
    }

    private static void cells(Table table, StringBuilder seen) {
        for (int column = 0; column < table.schema().columns().size(); column++) {
            for (int row = 0; row < table.rows(); row++) {
                seen.append(table.column(column).value(row)).append('|');
            }
        }
    }

    private static Checked<KpiProgram> compile(String text) {
        return KpiCompiler.standard().compile(Source.of("lost.kpi", text));
    }
}
