package kpi.unit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.VisibleText;
import kpi.number.Exact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTableTest {
    private static final UnitTable STANDARD = UnitTable.standard();

    /** Word, base unit of its dimension, how many of those one of it is, and the word it is shown with. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            %                 | %          | 0.01          | %
            ％                | %          | 0.01          | %
            percent           | %          | 0.01          | percent
            ‰                 | %          | 0.001         | ‰
            百分點            | 百分點     | 0.01          | 百分點
            percentage point  | 百分點     | 0.01          | percentage point
            percentage points | 百分點     | 0.01          | percentage points
            pp                | 百分點     | 0.01          | pp
            分                | 分         | 1             | 分
            point             | 分         | 1             | point
            points            | 分         | 1             | points
            元                | 元         | 1             | 元
            NTD               | 元         | 1             | NTD
            ＮＴＤ            | 元         | 1             | NTD
            TWD               | 元         | 1             | TWD
            新臺幣元          | 元         | 1             | 新臺幣元
            新台幣元          | 元         | 1             | 新台幣元
            圓                | 元         | 1             | 圓
            元整              | 元         | 1             | 元整
            千元              | 元         | 1000          | 千元
            萬元              | 元         | 10000         | 萬元
            十萬元            | 元         | 100000        | 十萬元
            百萬元            | 元         | 1000000       | 百萬元
            千萬元            | 元         | 10000000      | 千萬元
            億元              | 元         | 100000000     | 億元
            十億元            | 元         | 1000000000    | 十億元
            百億元            | 元         | 10000000000   | 百億元
            千億元            | 元         | 100000000000  | 千億元
            兆元              | 元         | 1000000000000 | 兆元
            千兆元            | 元         | 1000000000000000 | 千兆元
            千新臺幣元        | 元         | 1000          | 千新臺幣元
            人                | 人         | 1             | 人
            千人              | 人         | 1000          | 千人
            人次              | 人次       | 1             | 人次
            萬人次            | 人次       | 10000         | 萬人次
            次                | 次         | 1             | 次
            萬次              | 次         | 10000         | 萬次
            場                | 場         | 1             | 場
            場次              | 場次       | 1             | 場次
            處                | 處         | 1             | 處
            處所              | 處所       | 1             | 處所
            台                | 臺         | 1             | 台
            臺                | 臺         | 1             | 臺
            萬台              | 臺         | 10000         | 萬台
            機關              | 機關       | 1             | 機關
            人日              | 人日       | 1             | 人日
            person            | person     | 1             | person
            people            | person     | 1             | people
            cases             | case       | 1             | cases
            items             | item       | 1             | items
            times             | time       | 1             | times
            月                | 月         | 1             | 月
            季                | 季         | 1             | 季
            年                | 年         | 1             | 年
            歲                | 歲         | 1             | 歲
            公尺              | 公尺       | 1             | 公尺
            公里              | 公尺       | 1000          | 公里
            平方公尺          | 平方公尺   | 1             | 平方公尺
            ㎡                | 平方公尺   | 1             | ㎡
            公頃              | 平方公尺   | 10000         | 公頃
            萬公頃            | 平方公尺   | 100000000     | 萬公頃
            平方公里          | 平方公尺   | 1000000       | 平方公里
            公斤              | 公斤       | 1             | 公斤
            日                | 日         | 1             | 日
            天                | 日         | 1             | 天
            小時              | 日         | 1/24          | 小時
            分鐘              | 日         | 1/1440        | 分鐘
            秒                | 日         | 1/86400       | 秒
            元/人             | 元/人      | 1             | 元/人
            元／人            | 元/人      | 1             | 元/人
            千元/人           | 元/人      | 1000          | 千元/人
            元/千人           | 元/人      | 0.001         | 元/千人
            元/人/月          | 元/人/月   | 1             | 元/人/月
            元/人/月/處       | 元/人/月/處 | 1            | 元/人/月/處
            人/平方公里       | 人/平方公尺 | 0.000001     | 人/平方公里
            公里/小時         | 公尺/日    | 24000         | 公里/小時
            1/元              | 1/元       | 1             | 1/元
            件/十萬人         | %          | 0.00001       | 件/十萬人
            人/萬人           | %          | 0.0001        | 人/萬人
            女=100            | %          | 0.01          | 女=100
            １１０年＝１００  | %          | 0.01          | 110年=100
            成                | %          | 0.1           | 成
            """)
    void everyStandardWord(String word, String base, String scale, String symbol) {
        KpiUnit unit = STANDARD.find(word).orElseThrow();
        assertAll(
                () -> assertEquals(base, unit.dimension().symbol()),
                () -> assertEquals(Exact.of(scale), unit.scale()),
                () -> assertEquals(symbol, unit.symbol()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "人", "件", "案", "次", "場", "處", "戶", "項", "個", "筆", "名", "位", "家", "所", "臺", "輛", "對", "人次", "戶次", "張",
                "份", "棟", "座", "條", "班", "隊", "組", "校", "冊", "種", "機關", "則", "期", "票", "課", "梯次", "場次", "處所", "人日", "件次"
            })
    void everyCountIsALabelOfItsOwnAndTakesMagnitudes(String label) {
        assertEquals(
                KpiUnit.of(Dimension.count(label), Exact.ONE, label),
                STANDARD.find(label).orElseThrow());
        assertEquals(Exact.of(10_000), STANDARD.find("萬" + label).orElseThrow().scale());
        assertEquals(Units.count(label), STANDARD.find(label).orElseThrow());
    }

    @Test
    void aCountOverACountIsARatioThatSaysWhatIsCounted() {
        KpiUnit unit = STANDARD.find("人/戶").orElseThrow();
        assertEquals(Dimension.RATIO, unit.dimension());
        assertEquals(Exact.ONE, unit.scale());
        assertEquals("人/戶", unit.symbol());
    }

    @Test
    void aMagnitudeAloneScalesANumber() {
        KpiUnit unit = STANDARD.find("億").orElseThrow();
        assertEquals(Dimension.NUMBER, unit.dimension());
        assertEquals(Exact.of(100_000_000), unit.scale());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "公噸",
                "百",
                "百人",
                "十人",
                "萬%",
                "千分",
                "萬百分點",
                "萬萬元",
                "千百元",
                "元人",
                "人 次",
                "percentage  point",
                "Person",
                "/",
                "元/",
                "/人",
                "元//人",
                "人/人",
                "%/人",
                "分/人",
                "1/人",
                "2/元",
                "元/1",
                "1",
                "元*人",
                "元/人/人/人/人",
                "元/公噸",
                "分/元",
                "￠",
                "女=",
                "=100",
                "女=50",
                "女=1000000000",
                "女=10=0"
            })
    void whatNobodyDeclaredIsNotFound(String word) {
        assertEquals(Optional.empty(), STANDARD.find(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {" 元/人 ", "元 / 人", "\u3000元／人", "\u00A0元/\u00A0人"})
    void blanksAroundTheWordsSayNothing(String word) {
        assertEquals(STANDARD.find("元/人"), STANDARD.find(word));
    }

    @Test
    void aWordPastAnyLengthIsNotFoundNorRead() {
        String word = "元".repeat(100_000);
        assertEquals(Optional.empty(), STANDARD.find(word));
        assertEquals(Optional.empty(), STANDARD.read(word));
        assertFalse(UnitTable.isPartOfNumber(word));
    }

    @Test
    void anUnknownWordOfDataIsALabelOfItsOwn() {
        assertEquals(KpiUnit.of(Dimension.count("公噸"), Exact.ONE, "公噸"), STANDARD.labelOf("公噸"));
        assertEquals(KpiUnit.of(Dimension.count("公噸"), Exact.of(10_000), "萬公噸"), STANDARD.labelOf("萬公噸"));
        assertEquals(Dimension.count("kWh"), STANDARD.labelOf("ｋＷｈ").dimension());
        assertEquals(Units.NTD, STANDARD.labelOf("元"));
        assertEquals(40, STANDARD.labelOf("件".repeat(40)).symbol().length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "百人", "十二人", "餘人", "多人", "幾件", "半日", "以上", "人以上", "未滿", "左右", "起", "仟元", "佰元", "万元", "亿元", "萬億公噸",
                "分之一", "又", "O", "d", "million", "Million", "bn", "NaN", "null", "①", "%①", "%%", "人①", "人(含)", "人 次",
                "3人", "人3", "公噸/人", "kWh度", "м", "кг", "人\u200b", "\u3164", "x+y"
            })
    void aWordThatMayBeMoreOfTheNumberOrASlipIsNoLabel(String word) {
        assertEquals(Optional.empty(), STANDARD.read(word));
        KpiUsageException refusal = assertThrows(KpiUsageException.class, () -> STANDARD.labelOf(word));
        assertTrue(String.valueOf(refusal.getMessage()).contains(VisibleText.of(word)));
    }

    @Test
    void aLabelHasABound() {
        assertEquals(Optional.empty(), STANDARD.read("件".repeat(41)));
        assertEquals(
                40, STANDARD.labelOf("萬" + "件".repeat(40)).dimension().symbol().length());
        assertEquals(Optional.empty(), STANDARD.read("萬" + "件".repeat(41)));
    }

    @Test
    void aWordOfAnyDeclaredLengthTakesAMagnitudeWithinTheBound() {
        String word = "量".repeat(200);
        UnitTable table = STANDARD.with(KpiUnit.of(Dimension.base("量"), Exact.ONE, word));
        assertEquals(word, table.find(word).orElseThrow().symbol());
        assertEquals(Optional.empty(), table.find("萬" + word));
        assertThrows(KpiUsageException.class, () -> KpiUnit.of(Dimension.base("量"), Exact.ONE, word + "量"));
        // Composed forms may be longer than what they are composed from.
        assertEquals(Optional.empty(), table.find("\u0958".repeat(200)));
    }

    @ParameterizedTest
    @CsvSource({
        "百人, true",
        "〇人, true",
        "逾人, true",
        "人起, false",
        "餘, true",
        "以上, true",
        "件以上, true",
        "%以上, true",
        "仟元, true",
        "公噸, false",
        "人, false",
        "①, false",
        "'', false"
    })
    void wordsAboutTheNumberAreTold(String word, boolean part) {
        assertEquals(part, UnitTable.isPartOfNumber(word));
    }

    @Test
    void anAuthorDeclaresUnits() {
        KpiUnit ton = KpiUnit.of(Dimension.base("公斤"), Exact.of(1000), "公噸");
        UnitTable more = STANDARD.with(ton);
        assertEquals(Optional.of(ton), more.find("公噸"));
        assertEquals(Exact.of(10_000_000), more.find("萬公噸").orElseThrow().scale());
        assertEquals("公斤/人", more.find("公噸/人").orElseThrow().dimension().symbol());
        assertEquals(Optional.empty(), STANDARD.find("公噸"));
        assertTrue(more.symbols().contains("公噸"));
        assertFalse(STANDARD.symbols().contains("公噸"));
    }

    @Test
    void aDeclaredWordIsFoundBeforeTheSameWordWithAMagnitude() {
        KpiUnit kilowatt = KpiUnit.of(Dimension.base("瓩"), Exact.ONE, "千瓦");
        assertEquals(
                Optional.of(kilowatt),
                STANDARD.with(KpiUnit.of(Dimension.count("瓦"), Exact.ONE, "瓦片"))
                        .with(kilowatt)
                        .find("千瓦"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"人", "％", "千元", "億", "元/人", "百分點"})
    void aTakenWordIsRefused(String word) {
        KpiUnit unit = KpiUnit.of(Dimension.base("公噸"), Exact.ONE, UnitWords.fold(word));
        assertThrows(KpiUsageException.class, () -> STANDARD.with(unit));
    }

    @Test
    void aDeclaredUnitNeedsAWord() {
        assertThrows(KpiUsageException.class, () -> STANDARD.with(Units.NUMBER));
    }

    @Test
    void symbolsCannotBeChangedByTheirReader() {
        assertThrows(
                UnsupportedOperationException.class, () -> STANDARD.symbols().clear());
    }

    @Test
    void countsAreMadeOfLabelsAlone() {
        assertEquals(Dimension.count("臺"), Units.count("台").dimension());
        assertEquals(Dimension.count("person"), Units.count("people").dimension());
        assertEquals("公噸", Units.count("公噸").symbol());
        for (String taken : new String[] {"元", "%", "千人", "日", "", "百人"}) {
            assertThrows(KpiUsageException.class, () -> Units.count(taken), taken);
        }
    }
}
