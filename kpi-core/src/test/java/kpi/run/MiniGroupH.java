package kpi.run;

import static kpi.run.Card.PLAIN;
import static kpi.run.Card.Y108;
import static kpi.run.Card.Y109;
import static kpi.run.Card.Y110;
import static kpi.run.Card.aggregate;
import static kpi.run.Card.calc;
import static kpi.run.Card.column;
import static kpi.run.Card.eachAtMost;
import static kpi.run.Card.input;
import static kpi.run.Card.number;
import static kpi.run.Card.objective;
import static kpi.run.Card.percentage;
import static kpi.run.Card.points;
import static kpi.run.Card.pointsEach;
import static kpi.run.Card.round;
import static kpi.run.Card.span;
import static kpi.run.Card.stated;
import static kpi.run.Card.term;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.data.TableSource;
import kpi.data.Vintage;
import kpi.model.Aggregate;
import kpi.model.Arithmetic.Operator;
import kpi.model.Comparison;
import kpi.model.Constant;
import kpi.model.InputDefinition;
import kpi.model.Not;
import kpi.model.PointItem;
import kpi.model.Published.What;
import kpi.model.Relation;
import kpi.model.ScorecardModel.StatedTable;
import kpi.model.Step;
import kpi.model.Term;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.CalendarKind;
import kpi.value.Text;
import kpi.value.Type;

/** Eight of the fifteen KPIs of Group H, one for each rule of scoring, built as a compiler would build them. */
final class MiniGroupH {
    static final KpiUnit PEOPLE = Units.count("人");
    static final KpiUnit TIMES = Units.count("次");
    static final KpiUnit THOUSANDS = kpi.unit.UnitTable.standard().find("千元").orElseThrow();
    static final LocalDate DEC_15 = LocalDate.of(2020, 12, 15);
    static final LocalDate NOV_30 = LocalDate.of(2020, 11, 30);
    static final LocalDate DEC_31 = LocalDate.of(2020, 12, 31);

    static final TableSchema POLLS = TableSchema.of(
            "民調",
            ColumnSchema.of("議題", new ColumnType.TextType()),
            ColumnSchema.of("知曉度", new ColumnType.Number(Units.PERCENT)));
    static final TableSchema AGENCIES = TableSchema.of(
            "機關",
            ColumnSchema.of("年度", new ColumnType.PeriodType(CalendarKind.ROC)),
            ColumnSchema.of("名稱", new ColumnType.TextType()),
            ColumnSchema.of("達標", new ColumnType.TruthType()));
    static final TableSchema CASES = TableSchema.of(
            "案件",
            ColumnSchema.of("年度", new ColumnType.PeriodType(CalendarKind.ROC)),
            ColumnSchema.of("類別", new ColumnType.OneOf(List.of("有償", "標租", "委營OT", "促參"))),
            ColumnSchema.of("處數", new ColumnType.Number(Units.count("處"))).orMissing());

    private static final int[] AWARENESS = {82, 75, 22, 31, 82, 43, 45, 48, 25, 24, 92, 14, 11, 61, 91};

    private MiniGroupH() {}

    static Card card() {
        return card(round(0, Units.PERCENT));
    }

    /** The card with another step for the actual of HC2.1. */
    static Card card(Step... awarenessSteps) {
        return new Card()
                .dimensions()
                .perspective("顧客構面", objective("HC1", "提高公民參與度", "HC1.1"), objective("HC2", "強化市民對政策認知度", "HC2.1"))
                .perspective(
                        "內部流程構面",
                        objective("HP1", "擴大開放資料", "HP1.1"),
                        objective("HP2", "確保依法行政", "HP2.2"),
                        objective("HP4", "提升財政自主", "HP4.2"))
                .perspective(
                        "財務構面",
                        objective("HF1", "致力開闢財源", "HF1.1"),
                        objective("HF2", "促進資產有效運用", "HF2.1"),
                        objective("HF3", "提高預算執行效能", "HF3.1"))
                .kpi(participation())
                .kpi(awareness(awarenessSteps))
                .kpi(openData())
                .kpi(integrity())
                .kpi(debt())
                .kpi(revenue())
                .kpi(property())
                .kpi(capital())
                .table(POLLS, new StatedTable.Rows(Optional.of(Y109), polls()))
                .table(AGENCIES)
                .table(CASES)
                .ratings(Y109, "HC1.1", 94, 90, 89)
                .ratings(Y109, "HC2.1", 80, 100, 85)
                .ratings(Y109, "HP1.1", 85, 85, 95)
                .ratings(Y109, "HP2.2", 83, 83, 83)
                .ratings(Y109, "HP4.2", 80, 95, 90)
                .ratings(Y109, "HF1.1", 85, 90, 85)
                .ratings(Y109, "HF2.1", 88, 90, 88)
                .ratings(Y109, "HF3.1", 85, 85, 85)
                .published(Y109, "成果總表", What.ATTAINED_SHARE, "75%");
    }

    static KpiProgram program() {
        return card().program();
    }

    private static Table polls() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int percent : AWARENESS) {
            rows.add(Map.of("議題", "題" + rows.size(), "知曉度", percent));
        }
        return TableSource.ofRows(rows).load(POLLS).orElseThrow();
    }

    /** The rows the published sum was made of: 17 agencies below standard, 35, 11, 12 and 11 cases. */
    static Facts.Builder properties(KpiProgram program) {
        return program.facts().addRows("機關", agencies(17)).addRows("案件", cases(35, 11, 12, 11));
    }

    static List<Map<String, Object>> agencies(int below) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < below + 20; i++) {
            rows.add(Map.of("年度", Y109, "名稱", "機關" + i, "達標", i >= below));
        }
        return rows;
    }

    static List<Map<String, Object>> cases(int paid, int let, int operated, int promoted) {
        int[] counts = {paid, let, operated, promoted};
        String[] kinds = {"有償", "標租", "委營OT", "促參"};
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int kind = 0; kind < counts.length; kind++) {
            for (int i = 0; i < counts[kind]; i++) {
                rows.add(Map.of("年度", Y109, "類別", kinds[kind], "處數", 1));
            }
        }
        return rows;
    }

    private static Card.Kpi participation() {
        InputDefinition people = input("HC1.1", "參與人數", PEOPLE, stated(Y109, "226,157", PEOPLE, PLAIN));
        InputDefinition joined = input("HC1.1", "參加本府參與式預算人數", PEOPLE);
        InputDefinition residents = input("HC1.1", "設籍本市16歲以上人口數", PEOPLE);
        return Card.newKpi("HC1.1", "參與人數", PEOPLE)
                .owner("民政局")
                .inputs(people)
                .formula(term(people))
                .steps()
                .target(Y109, "115,000")
                .published(Y109, "成果表", What.ACTUAL, "226,157")
                .published(Y109, "成果表", What.ATTAINMENT, "100%")
                .then(
                        Y110,
                        "公式調整，不適用",
                        Card.newKpi("HC1.1", "參與式預算民眾參與率", Units.PERCENT)
                                .inputs(joined, residents)
                                .formula(calc(term(joined), Operator.DIVIDE, term(residents)))
                                .target(Y110, "9%"));
    }

    private static Card.Kpi awareness(Step... steps) {
        Term sum = aggregate(
                Aggregate.SUM,
                "民調",
                Optional.empty(),
                Optional.of(column("民調", "知曉度", Type.measure(Units.PERCENT.dimension()))));
        Term count = aggregate(Aggregate.COUNT, "民調", Optional.empty(), Optional.empty());
        return Card.newKpi("HC2.1", "提升市民政策知曉度", Units.PERCENT)
                .owner("研考會")
                .formula(calc(sum, Operator.DIVIDE, count))
                .steps(steps)
                .target(Y109, "50%")
                .published(Y109, "成果表", What.ACTUAL, "50%")
                .published(Y109, "成果表", What.ATTAINMENT, "100%");
    }

    private static Card.Kpi openData() {
        InputDefinition used = input("HP1.1", "開放資料集使用量", TIMES, stated(Y109, "6億5,202萬", TIMES, PLAIN));
        return Card.newKpi("HP1.1", "開放資料集使用量", TIMES)
                .owner("資訊局")
                .shownIn(kpi.unit.UnitTable.standard().find("萬次").orElseThrow())
                .inputs(used)
                .formula(term(used))
                .steps()
                .noTarget(Y109)
                .target(Y110, "6億7,000萬")
                .asserted(Y109, "成果表印目標達成度 100");
    }

    private static Card.Kpi integrity() {
        InputDefinition punished = input("HP2.2", "當年度行政懲處人數", PEOPLE);
        InputDefinition all = input("HP2.2", "當年度涉不法及違失人數", PEOPLE);
        return Card.newKpi("HP2.2", "廉政風險事件違失課責率", Units.PERCENT)
                .owner("政風處")
                .inputs(punished, all)
                .formula(percentage(term(punished), term(all)))
                .reported(Y109, "88%")
                .target(Y109, "80%")
                .target(Y110, "82%")
                .published(Y109, "指標表", What.ACTUAL, "89%");
    }

    private static Card.Kpi debt() {
        InputDefinition repaid = input("HP4.2", "債務還本數(實際數)", Units.NTD, stated(Y109, "66億", Units.NTD, PLAIN));
        InputDefinition taxes =
                input("HP4.2", "稅課收入(預算數)", Units.NTD, stated(Y109, "123,376,890,000", Units.NTD, PLAIN));
        return Card.newKpi("HP4.2", "償債率", Units.PERCENT)
                .owner("財政局")
                .inputs(repaid, taxes)
                .formula(percentage(term(repaid), term(taxes)))
                .target(Y109, "5.5%")
                .target(Y110, "5.4%")
                .target(kpi.value.ReportingPeriod.roc(111), "5.4%")
                .published(Y109, "成果表", What.ACTUAL, "5.41%")
                .published(Y109, "成果表", What.TARGET, "5.5%")
                .published(Y109, "成果表", What.ATTAINMENT, "99.07%")
                .published(Y109, "指標表", What.ACTUAL, "5.35%");
    }

    private static Card.Kpi revenue() {
        Vintage early = Vintage.none().withCoversTo(DEC_15).asProvisional();
        InputDefinition received =
                input("HF1.1", "當年度歲入累計實收數", THOUSANDS, stated(Y109, "159,620,174", THOUSANDS, early));
        InputDefinition budget = input("HF1.1", "當年度歲入預算數", THOUSANDS, stated(Y109, "169,517,356", THOUSANDS, PLAIN));
        return Card.newKpi("HF1.1", "歲入預算執行率", Units.PERCENT)
                .owner("財政局")
                .inputs(received, budget)
                .formula(percentage(term(received), term(budget)))
                .reported(Y109, "100%", Vintage.none().withCoversTo(DEC_31))
                .replacesFormula("成果表所印")
                .target(Y109, "96%")
                .published(Y109, "指標表", What.ACTUAL, "94.16%");
    }

    private static Card.Kpi property() {
        Term meets = column("機關", "達標", Type.TRUTH);
        Term places = column("案件", "處數", Type.measure(Units.count("處").dimension()));
        Term tenthEach = calc(number("0.1分", Units.POINTS), Operator.MULTIPLY, places);
        return Card.newKpi("HF2.1", "市有不動產管理成效", Units.POINTS)
                .owner("財政局")
                .shownIn(Units.PERCENT)
                .points(
                        points(PointItem.Kind.BASE, "達成使用率標準", number("80分", Units.POINTS)),
                        pointsEach(
                                PointItem.Kind.DEDUCT,
                                "一級機關未達使用率標準",
                                "機關",
                                Optional.of(new Not(span("非 達標"), meets)),
                                number("0.1分", Units.POINTS)),
                        pointsEach(PointItem.Kind.ADD, "有償提供使用", "案件", kind("有償"), tenthEach, eachAtMost("1分")),
                        pointsEach(PointItem.Kind.ADD, "非公用財產標租", "案件", kind("標租"), tenthEach, eachAtMost("1分")),
                        pointsEach(PointItem.Kind.ADD, "委營OT案件", "案件", kind("委營OT"), number("0.2分", Units.POINTS)),
                        pointsEach(PointItem.Kind.ADD, "促參OT案件", "案件", kind("促參"), number("1分", Units.POINTS)))
                .steps()
                .target(Y109, "94.9")
                .published(Y109, "成果表", What.ACTUAL, "96.3%")
                .published(Y109, "成果表", What.ATTAINMENT, "100%");
    }

    private static Optional<Term> kind(String kind) {
        Type type = new Type.Choice(List.of("有償", "標租", "委營OT", "促參"));
        return Optional.of(new Comparison(
                span("類別 = \"" + kind + "\""),
                column("案件", "類別", type),
                List.of(new Comparison.Link(
                        Relation.EQUAL, span("="), new Constant(span(kind), new Text(kind), type, kind)))));
    }

    private static Card.Kpi capital() {
        Vintage early = Vintage.none().withCoversTo(NOV_30).asProvisional();
        InputDefinition paid = input("HF3.1", "實際支付數", Units.NTD);
        InputDefinition budget = input("HF3.1", "當年度預算數", Units.NTD);
        return Card.newKpi("HF3.1", "各機關資本支出預算達成率", Units.PERCENT)
                .owner("主計處")
                .inputs(paid, budget)
                .formula(percentage(term(paid), term(budget)))
                .reported(Y108, "83.17%")
                .reported(Y109, "74.33%", early)
                .target(Y109, "80%")
                .target(Y110, "82.6%")
                .published(Y109, "成果表", What.ATTAINMENT, "92.91%");
    }
}
