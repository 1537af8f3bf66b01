package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kpi.data.InputRow;
import kpi.data.Vintage;
import kpi.data.csv.CsvTables;
import kpi.data.csv.InputsCsv;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.number.Exact;
import kpi.report.JsonReport;
import kpi.report.TableReport;
import kpi.result.KpiResult;
import kpi.result.Mark;
import kpi.result.MilestoneProgress;
import kpi.result.ScorecardResult;
import kpi.result.State;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.unit.UnitTable;
import kpi.value.CalendarKind;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Milestones: what a reported list comes to, whatever the list, and what a host and a reader are told. */
class MilestonesTest {
    private static final String FLOWER = """
            calendar roc
            scorecard S { perspective "P" { FLOWER } }
            kpi FLOWER "auction centre" {
              milestones {
                 25% plan  "the plan is accepted"
                 50% land
                 60% design
                 70% works "works have started"
                100% open
              }
              actual last milestone reached without a gap
              direction higher is better
              target 103: works  104: 65%
              reported 103: plan, land, works
                       104: open
            }
            """;

    private static ScorecardResult evaluated(String text, int year) {
        return KpiCompiler.standard()
                .compile(Source.of("milestones.kpi", text))
                .orElseThrow()
                .evaluate(Evaluation.of(ReportingPeriod.roc(year)));
    }

    @Test
    void aHostReadsWhatIsReachedWhatCountsAndWhatComesNext() {
        MilestoneProgress progress =
                evaluated(FLOWER, 103).kpi("FLOWER").milestones().orElseThrow();
        assertEquals(Optional.of("land"), progress.counted());
        assertEquals(Optional.of("design"), progress.next());
        assertEquals(Optional.of("works"), progress.target());
        assertEquals(
                "plan 25% reached, land 50% reached, design 60%, works 70% reached, open 100%",
                progress.stages().stream()
                        .map(stage ->
                                stage.id() + " " + stage.share().plain() + "%" + (stage.reached() ? " reached" : ""))
                        .collect(Collectors.joining(", ")));
        assertEquals("the plan is accepted", progress.stages().get(0).text());
    }

    @Test
    void withoutTheFirstNothingCounts() {
        KpiResult flower = evaluated(FLOWER, 104).kpi("FLOWER");
        assertEquals(Optional.of(Exact.ZERO), flower.actual().value().map(Quantity::canonical));
        MilestoneProgress progress = flower.milestones().orElseThrow();
        assertEquals(Optional.empty(), progress.counted());
        assertEquals(Optional.of("plan"), progress.next());
        assertEquals(Optional.empty(), progress.target());
    }

    private static KpiProgram silent() {
        return KpiCompiler.standard()
                .compile(Source.of("milestones.kpi", FLOWER.substring(0, FLOWER.indexOf("  reported")) + "}\n"))
                .orElseThrow();
    }

    private static Checked<List<InputRow>> file(String rows) {
        byte[] bytes = ("period,kpi,input,value\n" + rows).getBytes(StandardCharsets.UTF_8);
        return InputsCsv.read(
                "facts.csv",
                () -> new ByteArrayInputStream(bytes),
                CsvTables.Format.declared(),
                CalendarKind.ROC,
                UnitTable.standard());
    }

    private static KpiResult of(KpiProgram program, List<InputRow> rows, int year) {
        return program.evaluate(
                        program.facts().addInputs(rows).build().orElseThrow(), Evaluation.of(ReportingPeriod.roc(year)))
                .kpi("FLOWER");
    }

    /** Whatever is reached: by a list of the text, by a host and by a file it is the same, in figure and in progress. */
    @Property(tries = 64)
    void aHostAndAFileNameMilestonesAsTheTextDoes(@ForAll @Size(max = 5) Set<@IntRange(max = 4) Integer> which) {
        List<String> names = which.stream().map(IDS::get).toList();
        String listed = names.isEmpty() ? "0%" : String.join(", ", names);
        ReportingPeriod year = ReportingPeriod.roc(103);
        KpiResult text = evaluated(FLOWER.replace("103: plan, land, works\n", "103: " + listed + "\n"), 103)
                .kpi("FLOWER");
        KpiProgram program = silent();
        KpiResult host = program.evaluate(
                        program.facts()
                                .milestones("FLOWER", year, names, Vintage.none())
                                .build()
                                .orElseThrow(),
                        Evaluation.of(year))
                .kpi("FLOWER");
        String value = names.isEmpty() ? "0" : String.join("、", names);
        KpiResult file =
                of(program, file("103,FLOWER,milestones," + value + "\n").orElseThrow(), 103);
        assertEquals(text.actual().value(), host.actual().value());
        assertEquals(text.actual().value(), file.actual().value());
        assertEquals(host.milestones(), file.milestones());
        assertTrue(host.actual().marks().contains(Mark.REPORTED));
        if (!names.isEmpty()) {
            assertEquals(text.milestones(), host.milestones());
        }
        assertEquals(
                Optional.of(Set.copyOf(names)),
                host.milestones()
                        .map(progress -> progress.stages().stream()
                                .filter(MilestoneProgress.Stage::reached)
                                .map(MilestoneProgress.Stage::id)
                                .collect(Collectors.toSet())));
    }

    private static final List<String> IDS = List.of("plan", "land", "design", "works", "open");

    @Test
    void aNameThatIsNoMilestoneIsToldWithTheNearest() {
        KpiProgram program = silent();
        ReportingPeriod year = ReportingPeriod.roc(103);
        KpiUsageException host = assertThrows(
                KpiUsageException.class,
                () -> program.facts().milestones("FLOWER", year, List.of("plan", "lend"), Vintage.none()));
        assertTrue(host.getMessage().contains("did you mean \"land\"?"), host::getMessage);
        List<InputRow> rows =
                file("103,FLOWER,里程碑,plan；lend\n104,FLOWR,milestones,plan\n").orElseThrow();
        List<Problem> told = program.facts().addInputs(rows).build().problems();
        assertEquals(
                List.of("unasked-but-near", "unasked-but-near"),
                told.stream().map(Problem::code).toList());
        assertTrue(
                told.stream().anyMatch(problem -> problem.message(Language.EN).contains("FLOWER lend")),
                told::toString);
        assertTrue(file("103,,milestones,plan\n").hasErrors());
    }

    @Test
    void whatNobodyReportedIsMissingAndNoMilestone() {
        KpiResult none = of(silent(), file("103,FLOWER,milestones,未填報\n").orElseThrow(), 103);
        assertEquals(State.MISSING, none.actual().state());
        assertEquals(Optional.empty(), none.milestones());
    }

    @Test
    void theReportsTellIt() throws java.io.IOException {
        StringBuilder json = new StringBuilder();
        JsonReport.write(evaluated(FLOWER, 103), Language.EN, json);
        String told = json.toString().replaceAll("\\s+", "");
        assertTrue(
                told.contains(
                        "\"milestones\":{\"counted\":\"land\",\"next\":\"design\",\"target\":\"works\",\"stages\":["
                                + "{\"id\":\"plan\",\"text\":\"theplanisaccepted\",\"share\":\"25\",\"reached\":true},"),
                told);
        StringBuilder table = new StringBuilder();
        TableReport.write(evaluated(FLOWER, 103), Language.ZH_TW, table);
        assertTrue(table.toString().contains("里程碑：land；下一里程碑：design"), table.toString());
    }

    /** The order of a list says nothing, a further milestone never lowers the figure, and the highest is never below the other. */
    @Property(tries = 60)
    void whatAListComesTo(@ForAll @Size(7) List<Boolean> reached, @ForAll Random random) {
        List<Integer> shares = List.of(25, 50, 60, 70, 80, 90, 100);
        List<Integer> is = new ArrayList<>(
                IntStream.range(0, 7).filter(reached::get).boxed().toList());
        int withoutGap = 0;
        while (withoutGap < 7 && reached.get(withoutGap)) {
            withoutGap++;
        }
        int last = withoutGap == 0 ? 0 : shares.get(withoutGap - 1);
        int highest = is.isEmpty() ? 0 : shares.get(is.get(is.size() - 1));
        Collections.shuffle(is, random);
        String list = is.isEmpty() ? "0%" : is.stream().map(i -> "m" + i).collect(Collectors.joining(", "));
        assertEquals(last, share("last milestone reached without a gap", shares, list));
        assertEquals(highest, share("highest milestone reached", shares, list));
        for (int i = 0; i < 7; i++) {
            if (!reached.get(i)) {
                String more = is.isEmpty() ? "m" + i : list + ", m" + i;
                assertTrue(share("last milestone reached without a gap", shares, more) >= last);
            }
        }
    }

    private static int share(String rule, List<Integer> shares, String list) {
        StringBuilder text = new StringBuilder("kpi K {\n  milestones {\n");
        for (int i = 0; i < shares.size(); i++) {
            text.append("    ").append(shares.get(i)).append("% m").append(i).append('\n');
        }
        text.append("  }\n  actual ")
                .append(rule)
                .append("\n  reported 103: ")
                .append(list)
                .append("\n}\n");
        Exact found = evaluated(text.toString(), 103)
                .kpi("K")
                .actual()
                .value()
                .orElseThrow()
                .canonical();
        return found.times(Exact.HUNDRED).numerator().intValueExact();
    }
}
