package kpi.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import kpi.GoldenFile;
import kpi.source.Place;
import kpi.source.Source;
import kpi.source.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people see; the expected drawings are the files under {@code drawings}. */
class DrawingTest {
    @ParameterizedTest
    @MethodSource("drawn")
    void drawsAsInItsFile(Drawn drawn) {
        assertEquals(Set.of(), drawn.problem.unfilled());
        GoldenFile.check(
                "kpi/diagnostic/drawings/" + drawn.name() + ".txt",
                drawn.problem.draw(Language.ZH_TW) + "\n\n" + drawn.problem.draw(Language.EN));
    }

    private static Span find(Source source, String text) {
        int start = source.text().indexOf(text);
        return source.span(start, start + text.length());
    }

    private static Span in(String text, String part) {
        return find(Source.of("group-h.kpi", text), part);
    }

    record Drawn(String name, Problem problem) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Drawn> drawn() {
        return List.of(
                new Drawn("bracket-under-full-width-text", bracket()),
                new Drawn("clash-on-one-line", clash(Source.of("h.kpi", "公式 = 稅課收入 ＋ 稽徵人數\n"))),
                new Drawn("clash-over-lines", clash(Source.of("h.kpi", "\n\n\n\n\n\n\n\n\n公式 = 稅課收入\n     ＋ 稽徵人數\n"))),
                new Drawn(
                        "unknown-name-that-looks-alike",
                        Problem.of(SampleCode.UNKNOWN_NAME, in("公式 = 内政收入 * 2", "内政收入"))
                                .with("name", "内政收入")
                                .with("known", "內政收入")
                                .with("difference", Suggestion.differingCodePoints("内政收入", "內政收入"))
                                .edit(in("公式 = 内政收入 * 2", "内政收入"), "內政收入")
                                .build()),
                new Drawn("invisible-characters", stray("\tx\u202E = \u200B收入\uFEFF + 1", "\u200B")),
                new Drawn("combining-mark", stray("cafe\u0301 + 収\u0301入", "\u0301入")),
                new Drawn("unpaired-surrogate", stray("値𠀀\uD800 + 1", "\uD800")),
                new Drawn(
                        "place-at-the-end",
                        Problem.of(
                                        SampleCode.STRAY_CHARACTER,
                                        Source.of("a.kpi", "公式 =").span(4, 4))
                                .with("text", "")
                                .build()),
                new Drawn("place-in-a-line-break", stray("公式 =\r\n  1", "\n")),
                new Drawn("several-lines", stray("甲 = (1 +\n  2 +\n  3)\n乙 = 4", "(1 +\n  2 +\n  3)")),
                new Drawn("two-lines", stray("甲 = (1 +\n  2)\n乙 = 4", "(1 +\n  2)")),
                new Drawn("whole-line-with-its-break", stray("甲 = 1\n乙 = 4", "甲 = 1\n")),
                new Drawn("long-line-at-its-beginning", stray("壹" + "公式加總".repeat(50), "壹")),
                new Drawn("long-line-in-the-middle", stray("公式加總".repeat(50) + "壹貳" + "再加總".repeat(50), "壹貳")),
                new Drawn("long-line-at-its-end", stray("公式加總".repeat(50) + "壹", "壹")),
                new Drawn("long-place", stray("甲 = " + "加總".repeat(100), "加總".repeat(100))),
                new Drawn("cell-of-a-file", cell(Place.cell("H", "data/H.csv", 12, "實際值", "１２Ｏ"))),
                new Drawn("cell-without-text", cell(Place.cell("H", "data/H.csv", 12, "實際值", ""))),
                new Drawn("cell-of-a-table", cell(Place.cell("H", "", 12, "實際值", "12\t\u0000"))),
                new Drawn("whole-column", cell(Place.cell("H", "data/H.csv", 0, "實際值", ""))),
                new Drawn(
                        "input",
                        Problem.of(SampleCode.MISSING_INPUT, Place.input("人口數"))
                                .with("name", "人口數")
                                .related(in("\n公式 = 收入 / 人口數", "人口數"), "used")
                                .build()),
                new Drawn(
                        "related-elsewhere",
                        Problem.of(SampleCode.ODD_SPELLING, in("臺北 = 1", "臺北"))
                                .with("name", "臺北")
                                .related(find(Source.of("other.kpi", "\n\n\n台北 = 2"), "台北"), "declared-here")
                                .related(Place.cell("T", "T.csv", 103, "縣市", "台北"), "also-declared-here")
                                .related(Place.cell("T", "T.csv", 0, "台北", ""), "also-declared-here")
                                .related(Place.input("台北"), "also-declared-here")
                                .build()),
                new Drawn("long-line-with-related-places", window()),
                new Drawn("many-related-places", many()),
                new Drawn("edits-of-all-kinds", edits()),
                new Drawn(
                        "undecodable-source",
                        CommonCode.problemOf(Source.read(
                                        "h.csv",
                                        new ByteArrayInputStream(new byte[] {65, (byte) 0xA4, 66}),
                                        StandardCharsets.UTF_8))
                                .orElseThrow()),
                new Drawn(
                        "unreadable-source",
                        CommonCode.problemOf(Source.read(Path.of("no-such-folder", "h.kpi"), StandardCharsets.UTF_8))
                                .orElseThrow()));
    }

    private static Problem bracket() {
        Source source = Source.of("group-h.kpi", """
                指標 HP2.2 “自籌財源比率”
                  公式：稅課收入＋非稅課收入）÷歲入決算數×100%
                """);
        int name = source.text().indexOf("稅課");
        return Problem.of(SampleCode.UNOPENED_BRACKET, find(source, "）"))
                .with("bracket", "）")
                .edit(source.span(name, name), "（")
                .edit(find(source, "）"), "")
                .build();
    }

    private static Problem clash(Source source) {
        return Problem.of(SampleCode.UNIT_CLASH, find(source, "＋"))
                .with("left", new LocalText("金額", "money"))
                .with("right", new LocalText("人數", "people"))
                .related(find(source, "稅課收入"), "left", "unit", "元")
                .related(find(source, "稽徵人數"), "right", "unit", "人")
                .build();
    }

    private static Problem stray(String text, String part) {
        Span span = in(text, part);
        return Problem.of(SampleCode.STRAY_CHARACTER, span).with("text", span).build();
    }

    private static Problem cell(Place place) {
        return Problem.of(SampleCode.BAD_NUMBER, place)
                .with("text", place.cell().orElseThrow().rawText())
                .build();
    }

    private static Problem window() {
        Source source = Source.of("h.kpi", "# 註\n甲 = " + "+ 1 ".repeat(50) + "乙 丙" + " + 1".repeat(50) + " 丁");
        Source unread = Source.read("unread.kpi", new ByteArrayInputStream(new byte[] {-1}), StandardCharsets.UTF_8);
        return Problem.of(SampleCode.ODD_SPELLING, find(source, "乙"))
                .with("name", "乙")
                .related(find(source, "甲"), "first-declared-here")
                .related(find(source, "丙"), "also-declared-here")
                .related(find(source, "丁"), "used-here")
                .related(unread.whole(), "also-declared-here")
                .edit(find(source, "乙"), "戊")
                .build();
    }

    private static Problem many() {
        Source source = Source.of("h.kpi", "甲 = 1\n".repeat(12));
        Problem.Builder builder =
                Problem.of(SampleCode.ODD_SPELLING, source.span(0, 1)).with("name", "甲");
        for (int line = 2; line <= 12; line++) {
            int start = source.offset(line, 1);
            builder.related(source.span(start, start + 1), "also-declared-here");
        }
        return builder.build();
    }

    private static Problem edits() {
        Source source = Source.of("h.kpi", "甲 = 1\n乙 = 2\n丙\n");
        return Problem.of(SampleCode.STRAY_CHARACTER, find(source, "乙"))
                .with("text", "乙")
                .edit(find(source, "2"), "3")
                .edit(find(source, "1"), "4")
                .edit(find(source, "丙"), "")
                .edit(find(source, "2"), "{\n}")
                .edit(source.span(0, 0), "# \u202E\n")
                .edit(find(source, "1\n乙"), "5")
                .edit(find(Source.of("other.kpi", "丁 = 6"), "6"), "7")
                .build();
    }
}
