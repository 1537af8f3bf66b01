package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Severity;
import kpi.dsl.PointsModel.Row;
import kpi.dsl.PointsModel.Rule;
import kpi.result.Figure;
import kpi.result.KpiResult;
import kpi.result.PointLines;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Points of every form with random rows, against a model that only knows decimals. */
class PointsModelTest {
    private static KpiResult evaluated(Rule rule, List<Row> rows) {
        Checked<KpiProgram> compiled = KpiCompiler.standard().compile(Source.of("points.kpi", rule.text()));
        assertEquals(
                List.of(),
                compiled.problems().stream()
                        .filter(problem -> problem.severity() == Severity.ERROR)
                        .map(problem -> problem.draw(Language.EN))
                        .toList(),
                rule::text);
        KpiProgram program = compiled.value().orElseThrow();
        List<Map<String, Object>> cells = rows.stream()
                .map(row -> Map.<String, Object>of(
                        "類別",
                        row.kind(),
                        "處數",
                        Quantity.parse(row.places() + " 處").value().orElseThrow()))
                .toList();
        Facts facts = program.facts()
                .input("旗", Quantity.parse("1").value().orElseThrow())
                .addRows("案件", cells)
                .build()
                .orElseThrow();
        return program.evaluate("K", facts, Evaluation.of(ReportingPeriod.roc(109)));
    }

    private static BigDecimal decimal(Figure figure) {
        return new BigDecimal(figure.value().orElseThrow().plain()).stripTrailingZeros();
    }

    private static BigDecimal plain(BigDecimal points) {
        return points.signum() == 0 ? BigDecimal.ZERO : points.stripTrailingZeros();
    }

    @Property(tries = 400)
    void pointsAreWhatTheModelSays(@ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        Random random = new Random(seed);
        Rule rule = PointsModel.rule(random);
        List<Row> rows = PointsModel.rows(random);
        KpiResult found = evaluated(rule, rows);
        assertEquals(
                rule.total(rows).map(PointsModelTest::plain),
                found.actual().value().map(any -> decimal(found.actual())),
                () -> rule.text() + rows);
    }

    /** What is printed of the lines adds up: lines and groups to the sum, in the result and in the sum as officials print it. */
    @Property(tries = 200)
    void thePrintedTermsMakeThePrintedSum(@ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        Random random = new Random(seed);
        Rule rule = PointsModel.rule(random);
        List<Row> rows = PointsModel.rows(random);
        KpiResult found = evaluated(rule, rows);
        PointLines lines = found.points().orElseThrow();
        List<BigDecimal> terms = new ArrayList<>();
        for (int i = 0; i < rule.lines().size(); i++) {
            if (rule.groupFrom().isPresent() && rule.groupFrom().getAsInt() == i) {
                terms.add(decimal(lines.groups().get(0).amount()));
            }
            assertEquals(rule.inGroup(i), lines.lines().get(i).group().isPresent());
            assertEquals(rule.lines().get(i).applies(), lines.lines().get(i).applies());
            if (!rule.inGroup(i)) {
                terms.add(decimal(lines.lines().get(i).amount()));
            }
        }
        assertEquals(rule.terms(rows).stream().map(PointsModelTest::plain).toList(), terms, rule::text);
        BigDecimal sum = terms.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(plain(sum), decimal(lines.sum()));
        String printed = found.actual().explanation().orElseThrow().line(Language.EN);
        String left = printed.substring(0, printed.indexOf(" = "));
        if (!printed.contains("…")) {
            BigDecimal read = BigDecimal.ZERO;
            for (String term : left.replace("− ", "+ -").replace("−", "-").split(" \\+ ")) {
                read = read.add(new BigDecimal(term.strip()));
            }
            String result =
                    printed.substring(printed.indexOf(" = ") + 3).split(" 分")[0].replace("−", "-");
            assertEquals(plain(new BigDecimal(result.replace(",", ""))), plain(read), printed);
        }
    }
}
