package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.data.TableSource;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiCancelledException;
import kpi.diagnostic.KpiUsageException;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Rows given in pieces come to the report of all rows at once: figures, marks, reasons and explanations. */
class PiecesTest {
    private static final String TEXT = """
            calendar roc
            data T(agency: text, passed: yes/no, kind: text, bonus: 分 may be missing, cost: 元, year: period may be missing)
            kpi POINTS "points" {
              least   = 3分
              fails   = count distinct(T.agency where not passed)
              formula 80分 - fails * 0.1分 + sum(each T where kind = "a": min(bonus, least))
                      + sum(each T where kind = "b": min(bonus, 3分)) * 2 + 10分 * count(T where bonus is missing)
              unit 分
              direction higher is better
            }
            kpi PRESENT "of those known" {
              formula average(T.bonus where kind starts with "a", over present values)
              unit 分
              direction higher is better
            }
            kpi FILLED "with what is missing filled in" {
              formula sum(each T: if bonus is missing then 0分 else bonus)
              unit 分
              direction higher is better
            }
            kpi MISSING "all needed" {
              formula sum(T.bonus)
              unit 分
              direction higher is better
            }
            kpi RATE "rate" {
              formula ratio of sums(T.cost where cost < 500元, T.cost)
              unit %
              direction higher is better
            }
            kpi MIDDLE "middle" {
              formula median(T.cost)
              unit 元
              direction higher is better
            }
            kpi NONE "none" {
              formula max(T.cost where kind = "none")
              unit 元
              direction higher is better
            }
            kpi FAILS "fails at a row" {
              formula sum(each T: 100元 / (cost / 1元 - 919))
              unit 元
              direction higher is better
            }
            """;

    private static final ReportingPeriod Y109 = ReportingPeriod.roc(109);
    private static final ReportingPeriod Y108 = ReportingPeriod.roc(108);

    private static KpiProgram program(String text) {
        return KpiCompiler.standard().compile(Source.of("t.kpi", text)).orElseThrow();
    }

    private static List<Map<String, Object>> rows(int count) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("agency", "agency \"" + i % 37);
            row.put("passed", i % 11 != 0);
            row.put("kind", i % 3 == 0 ? "a" : i % 3 == 1 ? "b" : "ab");
            if (i % 13 != 5) {
                row.put("bonus", i % 700);
            }
            row.put("cost", i * 7919 % 1000);
            if (i % 17 != 3) {
                row.put("year", ReportingPeriod.roc(i % 5 == 0 ? 108 : 109));
            }
            all.add(row);
        }
        return all;
    }

    /** The rows from one number to another, under the numbers that they have among all. */
    private static Table table(KpiProgram program, List<Map<String, Object>> rows, int from, int to) {
        TableSchema schema = program.schema().table("T").orElseThrow();
        kpi.data.TableBuilder builder = new kpi.data.TableBuilder(schema, "");
        for (int row = from; row < to; row++) {
            builder.addRow(rows.get(row), row + 1L);
        }
        return builder.build(false).orElseThrow();
    }

    private static String json(KpiProgram program, Facts facts, Evaluation evaluation) {
        StringBuilder json = new StringBuilder();
        program.evaluate(facts, evaluation).writeJson(json);
        return json.toString();
    }

    private static Facts facts(KpiProgram program, PiecesState state) {
        return program.facts().pieces("T", state).build().orElseThrow();
    }

    /** States of pieces cut anywhere, saved and resumed, merged in any order. */
    private static PiecesState cut(KpiProgram program, Pieces pieces, List<Map<String, Object>> rows, long seed) {
        Random random = new Random(seed);
        List<PiecesState> states = new ArrayList<>(List.of(pieces.nothing()));
        int from = 0;
        while (from < rows.size()) {
            int to = Math.min(rows.size(), from + 1 + random.nextInt(rows.size() / 2 + 1));
            states.add(pieces.at(from, table(program, rows, from, to)));
            from = to;
        }
        Collections.shuffle(states, random);
        PiecesState all = states.get(0);
        for (PiecesState state : states.subList(1, states.size())) {
            PiecesState resumed = pieces.resume(state.save()).orElseThrow();
            assertEquals(state, resumed);
            all = random.nextBoolean() ? all.and(resumed) : resumed.and(all);
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 100, 3000})
    void piecesComeToTheReportOfTheWhole(int count) {
        KpiProgram program = program(TEXT);
        List<Map<String, Object>> rows = rows(count);
        Facts whole = program.facts().addRows("T", rows).build().orElseThrow();
        Pieces pieces = program.inPieces("T", Y108, Y109);
        for (RowEngine engine : List.of(RowEngine.reference(), RowEngine.fastest(), RowEngine.columnar())) {
            Facts given = facts(program, cut(program, pieces.rowsBy(engine), rows, count));
            for (Evaluation.Detail detail : List.of(Evaluation.Detail.NONE, Evaluation.Detail.STEPS)) {
                for (ReportingPeriod period : List.of(Y109, Y108)) {
                    Evaluation evaluation = Evaluation.of(period).explain(detail);
                    assertEquals(json(program, whole, evaluation), json(program, given, evaluation));
                }
            }
            assertEquals(program.latestPeriod(whole), program.latestPeriod(given));
        }
    }

    @Test
    void mergingIsAssociativeAndCommutativeAndNothingIsNeutral() {
        KpiProgram program = program(TEXT);
        List<Map<String, Object>> rows = rows(60);
        Pieces pieces = program.inPieces("T", Y109);
        PiecesState a = pieces.at(0, table(program, rows, 0, 20));
        PiecesState b = pieces.at(20, table(program, rows, 20, 21));
        PiecesState c = pieces.at(30, table(program, rows, 30, 60));
        PiecesState empty = pieces.at(40, table(program, rows, 3, 3));
        assertEquals(a.and(b).and(c), a.and(b.and(c)));
        assertEquals(a.and(c).and(b), c.and(b).and(a));
        assertEquals(a, a.and(pieces.nothing()));
        assertEquals(a, pieces.nothing().and(a));
        assertEquals(a, a.and(empty));
        assertEquals(a.plus(table(program, rows, 20, 21)), a.and(b));
        assertEquals(pieces.resume(a.and(c).save()).orElseThrow(), a.and(c));
        assertThrows(KpiUsageException.class, () -> a.and(a));
        assertThrows(KpiUsageException.class, () -> a.and(pieces.at(19, table(program, rows, 0, 3))));
        assertThrows(KpiUsageException.class, () -> pieces.at(-1, table(program, rows, 0, 3)));
    }

    @Test
    void noDamagedStateIsTakenForOne() {
        KpiProgram program = program(TEXT);
        Pieces pieces = program.inPieces("T", Y109);
        byte[] saved = pieces.of(table(program, rows(30), 0, 30)).save();
        for (int i = 0; i < saved.length; i++) {
            int cut = i;
            byte[] shorter = new byte[cut];
            System.arraycopy(saved, 0, shorter, 0, cut);
            assertTrue(pieces.resume(shorter).value().isEmpty(), () -> "cut at " + cut);
            for (int bit : new int[] {1, 0x80}) {
                byte[] flipped = saved.clone();
                flipped[i] ^= (byte) bit;
                assertTrue(pieces.resume(flipped).value().isEmpty(), () -> "flipped at " + cut);
            }
        }
    }

    /** Somebody may seal what nobody has written. */
    @Test
    void aSealDoesNotMakeAState() throws java.security.NoSuchAlgorithmException {
        KpiProgram program = program(TEXT);
        Pieces pieces = program.inPieces("T", Y109);
        String saved =
                new String(pieces.of(table(program, rows(30), 0, 30)).save(), java.nio.charset.StandardCharsets.UTF_8);
        String body = saved.substring(0, saved.lastIndexOf("sha256 "));
        for (int i = 0; i < body.length(); i++) {
            for (String instead : List.of("", "9", " ", "-", "\n", "\"")) {
                String changed = body.substring(0, i) + instead + body.substring(i + 1);
                Checked<PiecesState> read = pieces.resume(sealed(changed));
                if (i % 7 == 0 && read.value().isPresent()) {
                    evaluates(program, read.value().get());
                }
            }
        }
        assertEquals(
                pieces.of(table(program, rows(30), 0, 30)),
                pieces.resume(sealed(body)).orElseThrow());
    }

    /** Comes to some report, or to an exception of the library's own. */
    private static void evaluates(KpiProgram program, PiecesState state) {
        try {
            assertTrue(json(program, facts(program, state), Evaluation.of(Y109)).startsWith("{"));
        } catch (KpiUsageException own) {
            assertTrue(own.getMessage().contains("no rows"), own.getMessage());
        }
    }

    private static byte[] sealed(String body) throws java.security.NoSuchAlgorithmException {
        byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
        return (body + "sha256 " + java.util.HexFormat.of().formatHex(digest) + "\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void aStateIsOfItsProgramItsPeriodsAndItsLimit() {
        KpiProgram program = program(TEXT);
        byte[] saved = program.inPieces("T", Y109).nothing().save();
        assertTrue(program(TEXT).inPieces("T", Y109).resume(saved).value().isPresent());
        assertTrue(program("\n# moved\n" + TEXT)
                .inPieces("T", Y109)
                .resume(saved)
                .value()
                .isPresent());
        for (Pieces other : List.of(
                program.inPieces("T", Y108),
                program.inPieces("T", Y109, Y108),
                program.inPieces("T", Y109).keepingAtMost(5),
                program(TEXT.replace("500元", "501元")).inPieces("T", Y109),
                program(TEXT.replace("bonus: 分 may be missing", "bonus: 分")).inPieces("T", Y109))) {
            assertEquals(
                    "state-of-others",
                    other.resume(saved).problems().get(0).kind().id());
        }
    }

    @Test
    void whatNeedsTheRowsSaysSoAndTheRestIsThere() {
        KpiProgram program = program(TEXT + """
                kpi EACH "each kind" per kind {
                  formula sum(T.cost)
                  unit 元
                }
                kpi INPUT "by input" {
                  input   limit in 元   109: 500
                  formula sum(T.cost where cost < limit)
                  unit 元
                }
                """);
        Pieces pieces = program.inPieces("T", Y109);
        Facts facts = facts(program, pieces.of(table(program, rows(50), 0, 50)));
        String json = json(program, facts, Evaluation.of(Y109));
        assertTrue(json.contains("rows-not-kept"), json);
        assertEquals(
                "rows-not-kept",
                program.evaluate("INPUT", facts, Evaluation.of(Y109))
                        .actual()
                        .reasons()
                        .get(0)
                        .kind()
                        .id());
        assertTrue(program.evaluate("FILLED", facts, Evaluation.of(Y109))
                .actual()
                .value()
                .isPresent());
        Evaluation rows = Evaluation.of(Y109).explain(Evaluation.Detail.ROWS);
        assertThrows(KpiUsageException.class, () -> program.evaluate(facts, rows));
    }

    /** Its rows may be of groups that no other row is of. */
    @Test
    void groupsOfRowsNotAtHandAreNotGuessed() {
        KpiProgram program = program("""
                data S(kind: text, cost: 元)
                data T(kind: text, cost: 元)
                data U(cost: 元)
                kpi BOTH per kind {
                  formula sum(S.cost) + sum(T.cost)
                  unit 元
                }
                kpi SHARE per kind {
                  formula sum(S.cost) / sum(U.cost)
                  unit %
                }
                """);
        Facts facts = program.facts()
                .addRows("S", List.of(Map.of("kind", "a", "cost", 1), Map.of("kind", "b", "cost", 3)))
                .pieces("T", program.inPieces("T", Y109).nothing())
                .pieces("U", ofFour(program))
                .build()
                .orElseThrow();
        assertEquals(
                "rows-not-kept",
                program.evaluate("BOTH", facts, Evaluation.of(Y109))
                        .problems()
                        .get(0)
                        .kind()
                        .id());
        assertEquals(
                List.of("25 %", "75 %"),
                program.evaluate("SHARE", facts, Evaluation.of(Y109)).groups().orElseThrow().stream()
                        .map(row -> row.actual().value().orElseThrow().toString())
                        .toList());
    }

    private static PiecesState ofFour(KpiProgram program) {
        TableSchema schema = program.schema().table("U").orElseThrow();
        return program.inPieces("U", Y109)
                .of(TableSource.ofRows(List.of(Map.of("cost", 4))).load(schema).orElseThrow());
    }

    @Test
    void refusesRowsAndStatesOfOthers() {
        KpiProgram program = program(TEXT);
        KpiProgram other = program(TEXT);
        assertThrows(KpiUsageException.class, () -> program.inPieces("T"));
        assertThrows(KpiUsageException.class, () -> program.inPieces("U", Y109));
        assertThrows(
                KpiUsageException.class,
                () -> program.facts().pieces("T", other.inPieces("T", Y109).nothing()));
        Table foreign = TableSource.ofRows(List.of())
                .load(program("data T(cost: 元)\nkpi A {\n  formula sum(T.cost)\n  unit 元\n}")
                        .schema()
                        .table("T")
                        .orElseThrow())
                .orElseThrow();
        assertThrows(KpiUsageException.class, () -> program.inPieces("T", Y109).of(foreign));
        assertThrows(KpiUsageException.class, () -> program.inPieces("T", Y109).keepingAtMost(0));
    }

    @Test
    void stopsWhenTheHostSaysSo() {
        KpiProgram program = program(TEXT);
        Table table = table(program, rows(3000), 0, 3000);
        Pieces stopping = program.inPieces("T", Y109).cancelWhen(() -> true);
        assertThrows(KpiCancelledException.class, () -> stopping.of(table));
    }
}
