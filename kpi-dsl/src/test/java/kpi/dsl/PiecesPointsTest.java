package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kpi.data.Table;
import kpi.data.TableBuilder;
import kpi.data.TableSchema;
import kpi.data.TableSource;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.result.Figure;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.run.Pieces;
import kpi.run.PiecesState;
import kpi.run.RowEngine;
import kpi.source.Source;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of points over rows given in pieces: the property form, worked by hand, and rows that have no points. */
class PiecesPointsTest {
    private static final String TEXT = """
        calendar roc
        data C(kind: text, overdue: yes/no, places: number may be missing)
        kpi PROPERTY "property" {
          unit       分
          direction  higher is better, without target
          points {
            base     "standard met"  80 分
            deduct   "overdue"  each C where overdue: 0.1 分, at most 20 分 in all
            group    "use" at most 4 分 {
              add    "let"      each C where kind = "let": 0.1 分 × places, at most 1 分 each
              add    "operated" each C where kind = "operated": 1 分
            }
          }
        }
        """;

    private static final ReportingPeriod Y109 = ReportingPeriod.roc(109);

    private static KpiProgram program(String text) {
        return KpiCompiler.standard().compile(Source.of("t.kpi", text)).orElseThrow();
    }

    private record Case(String kind, boolean overdue, Object places) {}

    private static Table table(KpiProgram program, List<Case> cases, int from, int to) {
        TableBuilder builder = new TableBuilder(program.schema().table("C").orElseThrow(), "c.csv");
        for (int row = from; row < to; row++) {
            Case next = cases.get(row);
            Map<String, Object> cells = next.places().equals("")
                    ? Map.of("kind", next.kind(), "overdue", next.overdue())
                    : Map.of("kind", next.kind(), "overdue", next.overdue(), "places", next.places());
            builder.addRow(cells, row + 2L);
        }
        return builder.build(true).value().orElseThrow();
    }

    /** Pieces of so many rows, the later first, each saved and resumed. */
    private static Facts pieces(KpiProgram program, List<Case> cases, int size, RowEngine engine) {
        Pieces pieces = program.inPieces("C", Y109).rowsBy(engine);
        PiecesState all = pieces.nothing();
        for (int from = (cases.size() - 1) / size * size; from >= 0; from -= size) {
            Table piece = table(program, cases, from, Math.min(cases.size(), from + size));
            all = pieces.resume(pieces.at(from, piece).and(all).save()).orElseThrow();
        }
        return program.facts().pieces("C", all).build().orElseThrow();
    }

    private static Facts whole(KpiProgram program, List<Case> cases) {
        Table all = table(program, cases, 0, cases.size());
        return program.facts().table("C", new Loaded(all)).build().orElseThrow();
    }

    private record Loaded(Table all) implements TableSource {
        @Override
        public boolean replayable() {
            return true;
        }

        @Override
        public Checked<Table> load(TableSchema schema) {
            return Checked.of(all);
        }
    }

    private static String json(KpiProgram program, Facts facts, Evaluation evaluation) {
        StringBuilder json = new StringBuilder();
        program.evaluate(facts, evaluation).writeJson(json);
        return json.toString();
    }

    /** The figure in pieces of any size, once everything told of it is what is told of the whole. */
    private static Figure agreed(KpiProgram program, List<Case> cases) {
        Facts whole = whole(program, cases);
        for (int size : new int[] {1, 3, 100, 1000}) {
            for (RowEngine engine : List.of(RowEngine.reference(), RowEngine.columnar())) {
                Facts given = pieces(program, cases, size, engine);
                for (Evaluation.Detail detail : List.of(Evaluation.Detail.NONE, Evaluation.Detail.STEPS)) {
                    Evaluation evaluation = Evaluation.of(Y109).explain(detail);
                    assertEquals(json(program, whole, evaluation), json(program, given, evaluation));
                }
            }
        }
        Evaluation steps = Evaluation.of(Y109).explain(Evaluation.Detail.STEPS);
        Facts given = pieces(program, cases, 7, RowEngine.fastest());
        return program.evaluate("PROPERTY", given, steps).actual();
    }

    private static List<Case> cases(int overdue, int let, int operated) {
        List<Case> cases = new ArrayList<>();
        IntStream.range(0, overdue).forEach(i -> cases.add(new Case("none", true, i)));
        IntStream.range(0, let).forEach(i -> cases.add(new Case("let", false, i * 4 + 3)));
        IntStream.range(0, operated).forEach(i -> cases.add(new Case("operated", false, 1)));
        return cases;
    }

    @ParameterizedTest
    @CsvSource({
        "0,   0, 0, 80",
        "3,   0, 0, 79.7", // 80 − 0.3
        "0,   2, 0, 81", // 0.1 × 3 + 0.1 × 7
        "0,   3, 0, 82", // a third of 11 places: 1, not 1.1
        "10,  3, 1, 82", // 80 − 1 + 2 + 1
        "10,  3, 5, 83", // 80 − 1 + 4, not + 7
        "200, 0, 0, 60",
        "250, 0, 1, 61", // 20 off at most, not 25
        "999, 3, 9, 64",
    })
    void thePropertyFormHasItsPoints(int overdue, int let, int operated, String points) {
        Figure found = agreed(program(TEXT), cases(overdue, let, operated));
        assertEquals(points + " 分", found.value().orElseThrow().display(Language.EN));
    }

    @Test
    void aRowWithoutAValueTakesThePointsAndSaysWhy() {
        List<Case> cases = cases(12, 5, 2);
        cases.set(13, new Case("let", true, ""));
        Figure found = agreed(program(TEXT), cases);
        assertTrue(found.value().isEmpty());
        assertEquals(1, found.reasons().size());
        assertTrue(
                found.reasons().get(0).toString().contains("15"),
                () -> found.reasons().toString());
        cases.set(13, new Case("none", true, ""));
        assertTrue(agreed(program(TEXT), cases).value().isPresent());
    }

    @Test
    void aRowThatFailsIsToldWhereItStands() {
        List<Case> cases = cases(12, 5, 2);
        KpiProgram program = program(TEXT.replace("0.1 分 × places", "1 分 / (places - 7)"));
        Figure found = agreed(program, cases);
        assertTrue(found.value().isEmpty());
        assertNotEquals("rows-not-kept", found.reasons().get(0).kind().id());
    }

    @Test
    void aCellThatCannotBeReadLeavesItsRowOutAndIsMarked() {
        List<Case> cases = cases(12, 5, 2);
        cases.set(3, new Case("none", true, "many"));
        Figure found = agreed(program(TEXT), cases);
        assertEquals("82.9 分", found.value().orElseThrow().display(Language.EN)); // 80 − 1.1 + 4
    }

    @Test
    void aLineThatAsksMoreThanItsRowSaysSo() {
        for (String more : List.of("average(C.places)", "limit")) {
            KpiProgram program = program(TEXT.replace("direction", "input limit in number  109: 1\n  direction")
                    .replace("where overdue", "where overdue and places < " + more));
            Facts given = pieces(program, cases(3, 0, 0), 2, RowEngine.fastest());
            Figure found =
                    program.evaluate("PROPERTY", given, Evaluation.of(Y109)).actual();
            assertEquals("rows-not-kept", found.reasons().get(0).kind().id());
        }
    }

    @Test
    void aStateIsOfItsLines() {
        byte[] saved = program(TEXT).inPieces("C", Y109).nothing().save();
        assertTrue(program(TEXT).inPieces("C", Y109).resume(saved).value().isPresent());
        assertTrue(program(TEXT.replace("at most 20 分", "at most 30 分"))
                .inPieces("C", Y109)
                .resume(saved)
                .value()
                .isPresent());
        for (String other : List.of(
                TEXT.replace("at most 1 分 each", "at most 2 分 each"),
                TEXT.replace(": 0.1 分,", ": 0.2 分,"),
                TEXT.replace("where overdue", "where not overdue"))) {
            Pieces pieces = program(other).inPieces("C", Y109);
            assertEquals(
                    "state-of-others",
                    pieces.resume(saved).problems().get(0).kind().id());
        }
    }
}
