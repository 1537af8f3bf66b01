package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scorecards from text and data folders. */
class EvalCommandTest {
    private static final String GROUP_H = GroupH.FOLDER.toString();

    @TempDir
    private Path folder;

    private String file(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        return file.toString();
    }

    private Map<String, Object> json(String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "eval";
        arguments[1] = folder.toString();
        arguments[2] = "--format";
        arguments[3] = "json";
        System.arraycopy(more, 0, arguments, 4, more.length);
        return JsonTree.object(Run.of(arguments).out());
    }

    private static List<Object> codes(Map<String, Object> result) {
        return JsonTree.asObjects(result.get("diagnostics")).stream()
                .map(problem -> problem.get("code"))
                .toList();
    }

    // In pieces

    @Test
    void filesInPiecesComeToTheSame() throws IOException {
        file(
                "a.kpi",
                "calendar roc",
                "data T(kind: text, cost: 元 may be missing, year: period) from \"one.csv\", \"two.csv\"",
                "kpi OF_A {",
                "  formula sum(T.cost where kind = \"a\")",
                "  unit    元",
                "}",
                "kpi MEAN {",
                "  formula average(T.cost, over present values)",
                "  unit    元",
                "}",
                "kpi LACKS {",
                "  formula max(T.cost)",
                "  unit    元",
                "}");
        file("one.csv", "kind,cost,year", "a,5,109", "b,7,109", "a,9,108");
        file("two.csv", "year,kind,cost", "109,a,", "109,b,8", "108,a,3");
        for (String format : List.of("table", "json", "csv")) {
            Run whole = Run.of("eval", folder.toString(), "--period", "109", "--format", format);
            Run pieces = Run.of("eval", folder.toString(), "--period", "109", "--format", format, "--in-pieces");
            assertEquals(whole.out(), pieces.out());
            assertEquals(whole.err(), pieces.err());
            assertEquals(whole.status(), pieces.status());
        }
        assertEquals(2, Run.of("eval", folder.toString(), "--in-pieces").status());
    }

    @Test
    void whatNeedsTheRowsIsToldInPieces() throws IOException {
        file(
                "a.kpi",
                "data T(kind: text, cost: 元)",
                "kpi EACH per kind {",
                "  formula sum(T.cost)",
                "  unit    元",
                "}");
        file("T.csv", "kind,cost", "a,5");
        Map<String, Object> result = json("--period", "2020", "--in-pieces");
        assertTrue(codes(result).contains("rows-not-kept"), result.toString());
    }

    @Test
    void badCellsOfPiecesAreToldWithTheirLines() throws IOException {
        file("a.kpi", "data T(cost: 元)", "kpi A {", "  formula sum(T.cost)", "  unit    元", "}");
        file("T.csv", "cost", "5", "x");
        Run whole = Run.of("eval", folder.toString(), "--period", "2020");
        Run pieces = Run.of("eval", folder.toString(), "--period", "2020", "--in-pieces");
        assertEquals(1, pieces.status());
        assertEquals(whole.err(), pieces.err());
        assertTrue(pieces.err().contains("T.csv，第 3 列"), pieces.err());
    }

    // Rows

    private static final String INDICES = "../indices/";

    @Test
    void rowsOfATableAreOneLineEach() {
        Run run = Run.of("eval", INDICES + "hdi.kpi", "--kpi", "HDI", "--format", "csv", "--lang", "en");
        assertEquals(0, run.status(), run.err());
        Golden.check("hdi-rows.csv", run.out());
    }

    @Test
    void rowsOfAPeriodAreSortedByPlace() {
        Run run =
                Run.of("eval", INDICES + "hdi.kpi", "--kpi", "HDI", "--period", "2022", "--format", "csv", "--ranked");
        assertEquals(0, run.status(), run.err());
        Golden.check("hdi-ranked.csv", run.out());
    }

    @Test
    void dataWithoutPeriodsNeedNone() {
        Run run = Run.of("eval", INDICES + "hvbp.kpi", "--kpi", "VBP.CLIN", "--format", "csv");
        assertEquals(0, run.status(), run.err());
        Golden.check("hvbp-groups.csv", run.out());
    }

    @Test
    void placesAreOfOneKpi() {
        assertEquals(2, Run.of("eval", INDICES + "hdi.kpi", "--ranked").status());
    }

    // Group H

    @ParameterizedTest
    @ValueSource(strings = {"table", "json", "csv"})
    void groupHIsComputedInEveryFormat(String format) {
        Run run = Run.of("eval", GROUP_H, "--period", "109", "--format", format);
        assertEquals(0, run.status());
        assertEquals("", run.err());
        String ending = format.equals("table") ? "txt" : format;
        Golden.check("group-h-109." + ending, format.equals("json") ? run.out().replace("},{", "},\n{") : run.out());
    }

    @Test
    void pointsAreReadLineByLine() {
        Run run = Run.of("eval", GROUP_H, "--period", "109", "--format", "csv", "--points");
        assertEquals(0, run.status(), run.err());
        Golden.check("group-h-109-points.csv", run.out());
        assertEquals(2, Run.of("eval", GROUP_H, "--period", "109", "--points").status());
        assertEquals(
                2,
                Run.of("eval", GROUP_H, "--kpi", "HF2.1", "--format", "csv", "--points", "--ranked")
                        .status());
    }

    @Test
    void groupHReadsInEnglishToo() {
        Golden.check(
                "group-h-109-en.txt",
                Run.of("eval", GROUP_H, "--period", "109", "--lang", "en").out());
    }

    @Test
    void theSummaryOfGroupHIsThePrintedOne() {
        Map<String, Object> result = JsonTree.object(
                Run.of("eval", GROUP_H, "--period", "109", "--format", "json").out());
        List<String> summary = JsonTree.asObjects(result.get("nodes")).stream()
                .filter(node -> !node.get("kind").equals("objective"))
                .map(node -> node.get("objectives") + "/" + node.get("kpis") + "/" + node.get("attained") + "/"
                        + node.get("notAttained") + " " + node.get("attainedShare"))
                .toList();
        assertEquals(List.of("2/2/2/0 100", "4/8/7/1 87.5", "1/1/1/0 100", "3/4/2/2 50", "10/15/12/3 80"), summary);
    }

    /** Targets and a budget bill are printed of the next year, nothing else: the rest is missing, each with its reason. */
    @Test
    void theNextYearHasTargetsAndNoFigures() {
        Run run = Run.of("eval", GROUP_H, "--period", "110");
        assertEquals(0, run.status(), run.err());
        Golden.check("group-h-110.txt", run.out());
    }

    @Test
    void asKnownOnADateLaterDataAreNotSeen() {
        Run run =
                Run.of("eval", GROUP_H, "--period", "109", "--as-of", "109/12/15", "--kpi", "HF1.1", "--kpi", "HF2.1");
        assertEquals(0, run.status());
        Golden.check("group-h-as-of.txt", run.out());
    }

    @Test
    void withoutAPeriodItIsTheLatestOneWithDataAndThatIsSaid() {
        Run run = Run.of("eval", GROUP_H, "--kpi", "HP4.1");
        assertTrue(run.out().contains("110年"), run.out());
        assertTrue(run.err().contains("沒有指定 --period，採資料最近的一期：110年。"), run.err());
        Map<String, Object> result =
                JsonTree.object(Run.of("eval", GROUP_H, "--format", "json").out());
        assertTrue(codes(result).contains("period-chosen"));
    }

    @Test
    void onlyTheChosenKpisAreShown() {
        Map<String, Object> result =
                JsonTree.object(Run.of("eval", GROUP_H, "--period", "109", "--kpi", "HP4.2", "--format", "json")
                        .out());
        assertEquals(1, JsonTree.asObjects(result.get("kpis")).size());
        assertEquals(
                2,
                Run.of("eval", GROUP_H, "--period=109", "--kpi=HP4.2", "--format=csv")
                        .out()
                        .lines()
                        .count());
    }

    // text and data

    @Test
    void filesOfAFolderAreCompiledTogetherByName() throws IOException {
        file("b.kpi", "kpi B {", "  formula A × 2", "  unit number", "}");
        file("a.kpi", "kpi A {", "  formula 3", "  unit number", "}");
        file("deeper/c.kpi", "kpi C {");
        file("notes.txt", "kpi D {");
        Map<String, Object> result = json("--period", "109");
        assertEquals(List.of(), codes(result));
        assertEquals(
                "[A=3, B=6]",
                JsonTree.asObjects(result.get("kpis")).stream()
                        .map(kpi -> kpi.get("id") + "="
                                + JsonTree.asObject(kpi.get("actual")).get("value"))
                        .toList()
                        .toString());
    }

    @Test
    void aFailedKpiIsListedAndTheRestIsThere() throws IOException {
        file(
                "a.kpi",
                "kpi A {",
                "  formula 1/0",
                "  unit number",
                "}",
                "kpi B {",
                "  formula 2",
                "  unit number",
                "}",
                "kpi C {",
                "  formula A + B",
                "  unit number",
                "}");
        Run run = Run.of("eval", folder.toString(), "--period", "109", "--format", "csv");
        assertEquals(1, run.status());
        List<String> rows = run.out().lines().toList();
        assertTrue(rows.get(1).matches("A,A,,,,109,,.*failed: .*0.*"), run.out());
        assertTrue(rows.get(2).matches("B,B,,,,109,2,.*,value,,,2"), run.out());
        assertTrue(rows.get(3).matches("C,C,,,,109,,.*failed: .*A.*"), run.out());
        assertTrue(run.err().contains("division-by-zero"), run.err());
    }

    @Test
    void dataProblemsAreListedWithStatusOneAndTheRestIsPrinted() throws IOException {
        file(
                "a.kpi",
                "kpi A {",
                "  input x in 人",
                "  input y in 人",
                "  formula x + y",
                "  unit 人",
                "}",
                "kpi B {",
                "  formula 2",
                "  unit number",
                "}");
        file("inputs.csv", "period,kpi,input,value", "109,A,x,many", "109,A,y,3");
        Run run = Run.of("eval", folder.toString(), "--period", "109", "--format", "json");
        assertEquals(1, run.status());
        Map<String, Object> result = JsonTree.object(run.out());
        Map<String, Object> problem =
                JsonTree.asObjects(result.get("diagnostics")).get(0);
        assertEquals("not-a-number", problem.get("code"));
        assertTrue(problem.get("file").toString().endsWith("inputs.csv"), problem.toString());
        assertEquals("2", problem.get("line").toString());
        assertEquals("missing", JsonTree.asObjects(result.get("kpis")).get(0).get("state"));
        assertEquals("value", JsonTree.asObjects(result.get("kpis")).get(1).get("state"));
    }

    private static String[] withTable(String named) {
        return new String[] {"data 案件(件數: 件)" + named, "kpi A {", "  formula sum(案件.件數)", "  unit 件", "}"};
    }

    @Test
    void aDatasetIsReadFromTheFileOfItsNameOrTheOneTheTextNames() throws IOException {
        file("a.kpi", withTable(""));
        file("案件.csv", "件數", "2", "3");
        file("other.csv", "件數", "40");
        assertEquals("5", value(json("--period", "109")));
        file("a.kpi", withTable(" from \"other.csv\""));
        assertEquals("40", value(json("--period", "109")));
        file("elsewhere/other.csv", "件數", "7");
        assertEquals(
                "7",
                value(json(
                        "--period", "109", "--data", folder.resolve("elsewhere").toString())));
    }

    private static Object value(Map<String, Object> result) {
        return JsonTree.asObject(JsonTree.asObjects(result.get("kpis")).get(0).get("actual"))
                .get("value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.csv", "/etc/passwd", "sub/x.csv", "..", "C:x.csv", "..\\\\x.csv"})
    void noFileOutsideTheDataFolderIsEverOpened(String name) throws IOException {
        file("text/a.kpi", withTable(" from \"" + name + "\""));
        file("secret.csv", "件數", "666");
        file("text/sub/x.csv", "件數", "666");
        Run run = Run.of("eval", folder.resolve("text").toString(), "--period", "109", "--format", "json");
        assertEquals(1, run.status());
        Map<String, Object> result = JsonTree.object(run.out());
        assertTrue(codes(result).contains("file-outside-folder"), run.out());
        assertFalse(run.out().contains("666"), run.out());
    }

    @Test
    void aFileTheTextNamesMustBeThere() throws IOException {
        file("a.kpi", withTable(" from \"gone.csv\""));
        assertTrue(codes(json("--period", "109")).contains("file-not-found"));
        file("a.kpi", withTable(""));
        assertFalse(codes(json("--period", "109")).contains("file-not-found"));
    }

    @Test
    void whatIsNotUsedIsSaidByCheckAndInJsonAlone() throws IOException {
        file("a.kpi", "data 案件(件數: 件, 備用: 件)", "kpi A {", "  formula sum(案件.件數)", "  unit 件", "}");
        file("案件.csv", "件數,備用,頁碼", "2,1,7", "3,1,8");
        String path = folder.toString();
        assertTrue(Run.of("check", path, "--lang", "en").out().contains("“備用” is declared but never used"));
        for (String format : List.of("table", "csv")) {
            Run run = Run.of("eval", path, "--period", "109", "--format", format);
            assertEquals("", run.err(), format);
            assertEquals(0, run.status());
        }
        assertEquals(List.of("unused-name", "undeclared-column"), codes(json("--period", "109")));
    }

    @Test
    void aDatasetOfSeveralKpisMayHaveColumnsThatNoneUses() throws IOException {
        file(
                "a.kpi",
                "data 案件(件數: 件, 天數: 天, 備用: 件)",
                "kpi A {",
                "  formula sum(案件.件數)",
                "  unit 件",
                "}",
                "kpi B {",
                "  formula sum(案件.天數)",
                "  unit 天",
                "}");
        assertEquals(
                "Files checked: 1. No errors, no warnings.\n",
                Run.of("check", folder.toString(), "--lang", "en").out());
    }

    @Test
    void withoutAPeriodTheRowsOfAllPeriodsAreShownAndThatIsSaid() {
        Run all = Run.of("eval", INDICES + "hdi.kpi", "--kpi", "HDI", "--format", "csv", "--lang", "en");
        assertTrue(all.err().contains("KPIs per row or group show the rows of all periods."), all.err());
        Run one = Run.of("eval", INDICES + "hdi.kpi", "--kpi", "HDI", "--period", "2022", "--format", "csv");
        assertTrue(one.out().lines().count() < all.out().lines().count());
        assertFalse(one.err().contains("--period"), one.err());
    }

    @Test
    void whereNothingNamesAPeriodTheToolAsksForIt() throws IOException {
        file("a.kpi", "kpi A {", "  formula 3", "  unit number", "}");
        Run run = Run.of("eval", folder.toString());
        assertEquals(1, run.status());
        assertEquals("", run.out());
        assertTrue(run.err().contains("--period 109"), run.err());
        assertEquals(List.of("no-period"), codes(json()));
    }

    @Test
    void targetsNameAPeriodWhereThereAreNoData() throws IOException {
        file("a.kpi", "kpi A {", "  formula 3", "  unit number", "  target 108: ≧2   109: ≧4", "}");
        assertEquals("109", json().get("period"));
    }

    @Test
    void whatCannotBeReadIsAProblemNotACrash() throws IOException {
        Files.write(folder.resolve("big5.kpi"), new byte[] {'#', ' ', (byte) 0xA5, (byte) 0x78, '\n'});
        assertEquals(List.of("undecodable-source"), codesOfCheck(folder.resolve("big5.kpi")));
        assertEquals(List.of("unreadable-source"), codesOfCheck(folder.resolve("gone.kpi")));
        assertEquals(List.of("no-kpi-files"), codesOfCheck(Files.createDirectory(folder.resolve("empty"))));
        Run run = Run.of("eval", folder.resolve("gone.kpi").toString(), "--period", "109");
        assertEquals(1, run.status());
        assertTrue(run.err().contains("gone.kpi"), run.err());
    }

    private static List<Object> codesOfCheck(Path path) {
        Run run = Run.of("check", path.toString(), "--format", "json");
        assertEquals(1, run.status());
        return codes(JsonTree.object(run.out()));
    }

    @Test
    void pathsInDifferentFoldersNeedAStatedDataFolder() throws IOException {
        String one = file("one/a.kpi", "kpi A {", "  formula 3", "  unit number", "}");
        String two = file("two/b.kpi", "kpi B {", "  formula 4", "  unit number", "}");
        assertEquals(2, Run.of("eval", one, two, "--period", "109").status());
        assertEquals(
                0,
                Run.of("eval", one, two, "--period", "109", "--data", folder.toString())
                        .status());
        assertEquals(
                0,
                Run.of("eval", one, folder.resolve("one").toString(), "--period", "109")
                        .status());
    }

    @Test
    void aNameThatASpreadsheetWouldRunDoesNotRun() throws IOException {
        file("a.kpi", "kpi A \"=1+1\" {", "  formula -3", "  unit number", "}");
        String row = Run.of("eval", folder.toString(), "--period=109", "--format=csv")
                .out()
                .lines()
                .toList()
                .get(1);
        assertTrue(row.startsWith("A,'=1+1,,,,109,-3,"), row);
    }
}
