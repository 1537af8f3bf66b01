package kpi.run;

import static kpi.run.Card.PLAIN;
import static kpi.run.Card.Y109;
import static kpi.run.Card.Y110;
import static kpi.run.Card.datum;
import static kpi.run.Card.input;
import static kpi.run.Card.stated;
import static kpi.run.Card.term;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.data.Datum;
import kpi.data.InputRow;
import kpi.data.Rating;
import kpi.data.Table;
import kpi.data.TableBuilder;
import kpi.data.TableSchema;
import kpi.data.TableSource;
import kpi.data.Vintage;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;
import kpi.model.InputDefinition;
import kpi.result.KpiResult;
import kpi.result.Mark;
import kpi.result.State;
import kpi.source.Place;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;
import org.junit.jupiter.api.Test;

/** What a host may bring, and what it is told. */
class FactsTest {
    private static final InputDefinition MONEY = input("K", "實際支付數", Units.NTD);
    private static final InputDefinition OTHER = input("L", "實際支付數", Units.NTD);
    private static final InputDefinition STATED =
            input("M", "預算數", MiniGroupH.THOUSANDS, stated(Y109, "5", MiniGroupH.THOUSANDS, PLAIN));

    private static final KpiProgram PROGRAM = new Card()
            .dimensions()
            .kpi(Card.newKpi("K", "甲", Units.NTD).inputs(MONEY).formula(term(MONEY)))
            .kpi(Card.newKpi("L", "乙", Units.NTD).inputs(OTHER).formula(term(OTHER)))
            .kpi(Card.newKpi("M", "丙", Units.NTD).inputs(STATED).formula(term(STATED)))
            .program();

    private static String actual(String kpi, Facts facts) {
        return PROGRAM.evaluate(kpi, facts, Evaluation.of(Y109)).actual().display(Language.ZH_TW);
    }

    private static List<String> codes(Checked<Facts> facts) {
        return facts.problems().stream().map(Problem::code).toList();
    }

    private static Quantity money(String amount) {
        return Quantity.of(amount, Units.NTD);
    }

    private static InputRow row(String kpi, String input, String figure) {
        PrintedQuantity printed = Quantity.parsePrinted(figure).orElseThrow();
        return new InputRow(
                kpi, input, Y109, Datum.of(printed, PLAIN, Place.cell("inputs", "inputs.csv", 2, "value", figure)));
    }

    @Test
    void theSchemaSaysWhatIsAskedFor() {
        Schema schema = MiniGroupH.program().schema();
        assertEquals(
                List.of("民調", "機關", "案件"),
                schema.tables().stream().map(TableSchema::name).toList());
        assertEquals(8, schema.kpis().size());
        assertEquals(List.of("innovation", "challenge", "contribution"), schema.dimensions());
        assertEquals(List.of("實際支付數", "預算數"), PROGRAM.schema().inputs());
        assertEquals(3, PROGRAM.schema().inputsByKpi().size());
        assertEquals(Optional.empty(), schema.table("無"));
    }

    @Test
    void anInputByNameIsForEveryKpiThatUsesItUnlessOneHasItsOwn() {
        Facts facts = PROGRAM.facts()
                .input("實際支付數", money("7"))
                .input("L", "實際支付數", money("8"))
                .build()
                .orElseThrow();
        assertEquals("7 元", actual("K", facts));
        assertEquals("8 元", actual("L", facts));
    }

    @Test
    void namesCompareAsDocumentsPrintThem() {
        InputDefinition printed =
                new InputDefinition("K", "債務還本數(實際數)", List.of("還本數"), Units.NTD, List.of(), Card.span("債務還本數(實際數)"));
        KpiProgram program = new Card()
                .kpi(Card.newKpi("K", "甲", Units.NTD).inputs(printed).formula(term(printed)))
                .program();
        for (String name : List.of("債務還本數 （實際數）", "還本數", "債務還本數(實際數)")) {
            Facts facts = program.facts().input(name, money("7")).build().orElseThrow();
            assertEquals(
                    "7",
                    program.evaluate("K", facts, Evaluation.of(Y109))
                            .actual()
                            .orElseThrow()
                            .plain());
        }
    }

    @Test
    void aWrongNameInAHostsCodeIsTheHostsMistake() {
        Facts.Builder facts = PROGRAM.facts();
        KpiUsageException mistake = assertThrows(KpiUsageException.class, () -> facts.input("實際支付", money("7")));
        assertTrue(mistake.getMessage().contains("實際支付數"), mistake.getMessage());
        assertThrows(KpiUsageException.class, () -> facts.input("X", "實際支付數", money("7")));
        assertThrows(KpiUsageException.class, () -> facts.input("M", "實際支付數", money("7")));
        assertThrows(KpiUsageException.class, () -> facts.actual("X", Y109, money("7"), PLAIN));
        assertThrows(KpiUsageException.class, () -> facts.addRows("無", List.of()));
        assertThrows(KpiUsageException.class, () -> facts.rating("K", "趣味", "", money("7"), ""));
        Facts foreign = MiniGroupH.program().facts().build().orElseThrow();
        assertThrows(KpiUsageException.class, () -> PROGRAM.evaluate(foreign, Evaluation.of(Y109)));
    }

    /** What the text of a broken KPI asks for is not known, so its data are neither a mistake nor worth a word. */
    @Test
    void dataOfABrokenKpiAreLeftAlone() {
        Problem mistake = Problem.of(RunCode.ROWS_FAILED, Place.input("K"))
                .with("table", "K")
                .with("detail", "x")
                .build();
        KpiProgram program = new Card()
                .kpi(Card.broken("K", mistake))
                .kpi(Card.newKpi("L", "乙", Units.NTD).formula(term(input("L", "歲入", Units.NTD))))
                .program();
        Checked<Facts> facts = program.facts()
                .input("K", "實際支付數", money("7"))
                .input("實際支付數", money("7"))
                .addInputs(List.of(row("K", "實際支付數", "7元"), row("", "實際支付數", "7元")))
                .build();
        assertEquals(List.of(), facts.problems());
        Facts.Builder more = program.facts();
        assertThrows(KpiUsageException.class, () -> more.input("L", "實際支付數", money("7")));
        assertEquals(
                List.of("unasked-data"),
                codes(more.addInputs(List.of(row("L", "實際支付數", "7元"))).build()));
    }

    @Test
    void aWrongNameInDataIsLeftOutAndSaid() {
        Rating unknown = new Rating(
                "K", "趣味", Y109, Quantity.of("90", Units.POINTS), "", "", Optional.empty(), "", Place.input("r"));
        Checked<Facts> facts = PROGRAM.facts()
                .addInputs(List.of(
                        row("", "實際支付", "7元"),
                        row("K", "天氣", "7元"),
                        row("X", "實際支付數", "7元"),
                        row("KK", "actual", "7元")))
                .addRatings(List.of(unknown))
                .build();
        assertFalse(facts.hasErrors());
        assertEquals(
                List.of("unasked-but-near", "unasked-data", "unasked-data", "unasked-data", "unasked-data"),
                codes(facts).stream().sorted().toList());
        assertEquals("未填報：資料項「實際支付數」沒有 109年的資料", actual("K", facts.orElseThrow()));
    }

    @Test
    void aPrintedFigureWithoutAUnitIsInTheDeclaredOne() {
        Facts facts = PROGRAM.facts()
                .addInputs(List.of(row("K", "實際支付數", "1,234"), row("L", "實際支付數", "3億元")))
                .build()
                .orElseThrow();
        assertEquals("1,234 元", actual("K", facts));
        assertEquals("300,000,000 元", actual("L", facts));
        InputRow later = new InputRow(
                "M",
                "預算數",
                Y109,
                Datum.of(
                        Quantity.parsePrinted("6").orElseThrow(),
                        Vintage.none().withKnownOn(LocalDate.of(2021, 1, 1)),
                        Place.input("預算數")));
        assertEquals(
                "6,000 元",
                actual("M", PROGRAM.facts().addInputs(List.of(later)).build().orElseThrow()));
    }

    @Test
    void aHostsBareNumberTakesOnlyTheLabelOfACountOrOfPoints() {
        Checked<Facts> money = PROGRAM.facts()
                .input("K", "實際支付數", Quantity.of("7", Units.NUMBER))
                .build();
        assertEquals(List.of("wrong-unit"), codes(money));
        assertTrue(money.hasErrors());
        assertTrue(money.problems().get(0).message(Language.EN).contains("money"));
        assertEquals(
                List.of("wrong-unit"),
                codes(PROGRAM.facts()
                        .addInputs(List.of(row("K", "實際支付數", "7人")))
                        .build()));
        KpiProgram group = MiniGroupH.program();
        Facts people = group.facts()
                .input("HC1.1", "設籍本市16歲以上人口數", Y110, Quantity.of("100", Units.NUMBER), PLAIN)
                .input("HC1.1", "參加本府參與式預算人數", Y110, Quantity.of("9", Units.NUMBER), PLAIN)
                .build()
                .orElseThrow();
        assertEquals(
                "9",
                group.evaluate("HC1.1", people, Evaluation.of(Y110))
                        .actual()
                        .orElseThrow()
                        .plain());
    }

    @Test
    void aFactThatTheTextAlsoStatesIsAProblemUnlessItIsLater() {
        Quantity six = Quantity.of("6", MiniGroupH.THOUSANDS);
        Checked<Facts> same =
                PROGRAM.facts().input("M", "預算數", Y109, six, PLAIN).build();
        assertEquals(List.of("two-sources"), codes(same));
        Problem problem = same.problems().get(0);
        assertEquals(Optional.of("M 預算數"), problem.place().input());
        assertEquals("5", problem.related().get(0).place().span().orElseThrow().text());
        assertEquals(
                State.FAILED,
                PROGRAM.evaluate("M", same.value().orElseThrow(), Evaluation.of(Y109))
                        .actual()
                        .state());
        Vintage later = Vintage.none().withCoversTo(LocalDate.of(2020, 12, 31));
        Facts settled =
                PROGRAM.facts().input("M", "預算數", Y109, six, later).build().orElseThrow();
        assertEquals("6,000 元", actual("M", settled));
        Facts otherYear =
                PROGRAM.facts().input("M", "預算數", Y110, six, PLAIN).build().orElseThrow();
        assertEquals("5,000 元", actual("M", otherYear));
        Facts undated = PROGRAM.facts().input("M", "預算數", six).build().orElseThrow();
        assertEquals("5,000 元", actual("M", undated));
        assertEquals(
                List.of("two-sources"),
                codes(PROGRAM.facts()
                        .input("K", "實際支付數", money("1"))
                        .input("K", "實際支付數", money("2"))
                        .build()));
    }

    @Test
    void aReportedActualOfTheHostIsHeldAgainstTheTextsToo() {
        KpiProgram group = MiniGroupH.program();
        Quantity other = Quantity.of("87", Units.PERCENT);
        Checked<Facts> twice = group.facts().actual("HP2.2", Y109, other, PLAIN).build();
        assertEquals(List.of("two-sources"), codes(twice));
        Vintage later = Vintage.none().withKnownOn(LocalDate.of(2021, 2, 1));
        Facts revised =
                group.facts().actual("HP2.2", Y109, other, later).build().orElseThrow();
        assertEquals(
                "87",
                group.evaluate("HP2.2", revised, Evaluation.of(Y109))
                        .actual()
                        .orElseThrow()
                        .plain());
    }

    @Test
    void rowsOfTheHostAndOfTheTextAreTwoSources() {
        KpiProgram group = MiniGroupH.program();
        Checked<Facts> twice = group.facts()
                .addRows("民調", List.of(Map.of("議題", "一", "知曉度", 50)))
                .build();
        assertEquals(List.of("two-sources"), codes(twice));
        assertEquals(
                "50",
                group.evaluate("HC2.1", twice.value().orElseThrow(), Evaluation.of(Y109))
                        .actual()
                        .orElseThrow()
                        .plain());
    }

    @Test
    void missingIsSaidWithItsReason() {
        Facts facts = PROGRAM.facts()
                .missing("K", "實際支付數", Y109, Absence.NOT_YET_RELEASED, "決算尚未完成")
                .build()
                .orElseThrow();
        assertEquals("尚未發布：資料項「實際支付數」，決算尚未完成", actual("K", facts));
        Facts every = PROGRAM.facts()
                .missing("實際支付數", Absence.NOT_APPLICABLE, "")
                .build()
                .orElseThrow();
        assertEquals("不適用：資料項「實際支付數」", actual("L", every));
    }

    @Test
    void moreRowsCanBeAddedToFacts() {
        KpiProgram group = MiniGroupH.program();
        Facts facts = MiniGroupH.properties(group).build().orElseThrow();
        Facts worse = facts.toBuilder()
                .addRows("機關", List.of(Map.of("年度", Y109, "名稱", "新", "達標", false)))
                .build()
                .orElseThrow();
        Facts best = facts.toBuilder()
                .table("機關", TableSource.ofRows(List.of()))
                .build()
                .orElseThrow();
        assertEquals("96.3", points(group, facts));
        assertEquals("96.2", points(group, worse));
        assertEquals("98", points(group, best));
    }

    private static String points(KpiProgram program, Facts facts) {
        return program.evaluate("HF2.1", facts, Evaluation.of(Y109))
                .actual()
                .orElseThrow()
                .plain();
    }

    @Test
    void aSourceIsLoadedOnceAndItsFailureIsAProblem() {
        KpiProgram group = MiniGroupH.program();
        TableSource once = new TableSource() {
            private boolean read;

            @Override
            public boolean replayable() {
                return false;
            }

            @Override
            public Checked<Table> load(TableSchema schema) {
                if (read) {
                    throw new IllegalStateException("read twice");
                }
                read = true;
                return TableSource.ofRows(MiniGroupH.agencies(17)).load(schema);
            }
        };
        Facts.Builder builder = group.facts().table("機關", once).addRows("案件", MiniGroupH.cases(35, 11, 12, 11));
        assertEquals("96.3", points(group, builder.build().orElseThrow()));
        assertEquals("96.3", points(group, builder.build().orElseThrow()));
        Checked<Facts> failed = group.facts().table("機關", failing()).build();
        assertEquals(List.of("rows-failed"), codes(failed));
        assertEquals(Severity.ERROR, failed.problems().get(0).severity());
        assertTrue(failed.value().isPresent());
    }

    @Test
    void addedRowsOfAHostMayFail() {
        Iterable<Object> failing = () -> {
            throw new IllegalStateException("no longer there");
        };
        KpiProgram group = MiniGroupH.program();
        Checked<Facts> failed = group.facts().addRows("機關", failing).build();
        assertEquals(List.of("rows-failed"), codes(failed));
        assertTrue(failed.value().isPresent());
    }

    private static TableSource failing() {
        return new TableSource() {
            @Override
            public boolean replayable() {
                return true;
            }

            @Override
            public Checked<Table> load(TableSchema schema) {
                throw new IllegalStateException("no connection");
            }
        };
    }

    @Test
    void badRowsAreToldAndTheOtherFactsStand() {
        KpiProgram group = MiniGroupH.program();
        Checked<Facts> facts = group.facts()
                .addRows("機關", List.of(Map.of("年度", Y109, "名稱", "甲", "達標", "也許")))
                .input("HF3.1", "實際支付數", money("3"))
                .input("HF3.1", "當年度預算數", money("4"))
                .build();
        assertTrue(facts.hasErrors());
        Facts kept = facts.value().orElseThrow();
        assertEquals(
                State.MISSING,
                group.evaluate("HF2.1", kept, Evaluation.of(Y109)).actual().state());
        assertEquals(
                "two-sources",
                group.evaluate("HF3.1", kept, Evaluation.of(Y109))
                        .actual()
                        .reasons()
                        .get(0)
                        .code());
    }

    @Test
    void aFigureFromATableThatLostRowsIsPartial() {
        KpiProgram group = MiniGroupH.program();
        TableSource good = new TableSource() {
            @Override
            public boolean replayable() {
                return true;
            }

            @Override
            public Checked<Table> load(TableSchema schema) {
                TableBuilder builder = new TableBuilder(schema, "agencies.csv");
                MiniGroupH.agencies(17).forEach(row -> builder.addRow(row, 1));
                builder.addRow(Map.of("年度", Y109, "名稱", "壞", "達標", "也許"), 99);
                return builder.build(true);
            }
        };
        Checked<Facts> facts = group.facts()
                .table("機關", good)
                .addRows("案件", MiniGroupH.cases(35, 11, 12, 11))
                .build();
        KpiResult property = group.evaluate("HF2.1", facts.value().orElseThrow(), Evaluation.of(Y109));
        assertEquals("96.3", property.actual().orElseThrow().plain());
        assertEquals(Set.of(Mark.PARTIAL), property.marks());
    }

    @Test
    void factsOfOneProgramServeManyEvaluations() {
        Facts facts = PROGRAM.facts().input("實際支付數", money("7")).build().orElseThrow();
        List<String> found = java.util.stream.IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> actual("K", facts))
                .distinct()
                .toList();
        assertEquals(List.of("7 元"), found);
        assertEquals(
                "7 元",
                datum("7", Units.NTD, PLAIN).quantity().orElseThrow().quantity().toString());
    }
}
