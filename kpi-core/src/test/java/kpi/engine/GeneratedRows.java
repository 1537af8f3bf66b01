package kpi.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.Table;
import kpi.data.TableBuilder;
import kpi.data.TableSchema;
import kpi.function.RowOptions;
import kpi.model.ActualRule;
import kpi.model.Aggregate;
import kpi.model.Aggregation;
import kpi.model.Bound;
import kpi.model.Comparison;
import kpi.model.PointItem;
import kpi.model.Term;
import kpi.model.Within;
import kpi.number.Exact;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.CalendarKind;
import kpi.value.ReportingPeriod;

/** Tables, and aggregates over them, made up: with all widths of columns, missing cells, and numbers at the ends of a long. */
final class GeneratedRows {
    private static final List<String> TEXTS = List.of("甲", "乙", "丙", "a", "b", "c");

    private static final List<String> FUNCTIONS = List.of(
            "sum",
            "sum",
            "count",
            "average",
            "min",
            "max",
            "count distinct",
            "weighted mean",
            "ratio of sums",
            "mean of ratios",
            "harmonic mean",
            "variance",
            "median");

    private final Random random;
    private final World world;
    private final Table table;

    private GeneratedRows(long seed) {
        this.random = new Random(seed);
        this.table = table();
        this.world = new World()
                .table(table)
                .input("限", "7")
                .input("暫", "3", Provenance.exact().asProvisional())
                .input("千", "2", World.covering(LocalDate.of(2020, 11, 30)))
                .missing("缺", "", Absence.NOT_YET_RELEASED)
                .definition("倍", "2 + 0.5");
    }

    static GeneratedRows of(long seed) {
        return new GeneratedRows(seed);
    }

    World world() {
        return world;
    }

    Table rows() {
        return table;
    }

    private boolean chance(int ofHundred) {
        return random.nextInt(100) < ofHundred;
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private Table table() {
        TableSchema schema = new TableSchema(
                "T",
                List.of(
                        number("n"),
                        number("m"),
                        number("w"),
                        number("h"),
                        ColumnSchema.of("元", new ColumnType.Number(Units.NTD)).orMissing(),
                        ColumnSchema.of("率", new ColumnType.Number(Units.PERCENT))
                                .orMissing(),
                        ColumnSchema.of("t", new ColumnType.TextType()).orMissing(),
                        ColumnSchema.of("u", new ColumnType.TextType()).orMissing(),
                        ColumnSchema.of("f", new ColumnType.TruthType()).orMissing(),
                        ColumnSchema.of("d", new ColumnType.DateType(CalendarKind.WESTERN))
                                .orMissing(),
                        ColumnSchema.of("p", new ColumnType.PeriodType(CalendarKind.ROC))
                                .orMissing()));
        int rows = chance(4) ? 1000 + random.nextInt(200) : chance(20) ? 60 + random.nextInt(10) : random.nextInt(12);
        Map<String, Integer> gaps = new HashMap<>();
        for (ColumnSchema column : schema.columns()) {
            gaps.put(column.name(), chance(70) ? 0 : chance(50) ? 3 : 40);
        }
        int wide = random.nextInt(5);
        int places = random.nextInt(4);
        TableBuilder builder = new TableBuilder(schema, "T.csv");
        for (int row = 0; row < rows; row++) {
            Map<String, Object> cells = new HashMap<>();
            cells.put("n", Exact.of(random.nextInt(21) - 5, places));
            cells.put("m", Exact.of(integer(wide), random.nextInt(3)));
            cells.put("w", Exact.of(chance(95) ? random.nextInt(4) : -1, 1));
            cells.put("h", chance(3) ? hugeNumber() : Exact.of(random.nextInt(1000)));
            cells.put("元", Exact.of(random.nextInt(100_000)));
            cells.put("率", Exact.of(random.nextInt(12_000), 2));
            cells.put("t", one(TEXTS));
            cells.put("u", "x" + random.nextInt(chance(50) ? 3 : 300));
            cells.put("f", chance(60));
            cells.put("d", LocalDate.of(2020, 1, 1).plusDays(random.nextInt(700)));
            cells.put("p", ReportingPeriod.roc(107 + random.nextInt(4)));
            for (ColumnSchema column : schema.columns()) {
                if (chance(gaps.get(column.name()))) {
                    cells.put(
                            column.name(),
                            one(List.of(Absence.NOT_REPORTED, Absence.NOT_REPORTED, Absence.MEANINGLESS)));
                }
            }
            builder.addRow(cells, row + 2L);
        }
        return builder.build(false).orElseThrow();
    }

    private static ColumnSchema number(String name) {
        return ColumnSchema.of(name, new ColumnType.Number(Units.NUMBER)).orMissing();
    }

    private long integer(int wide) {
        return switch (wide) {
            case 0 -> random.nextInt(200) - 100;
            case 1 -> random.nextInt(60_000) - 30_000;
            case 2 -> random.nextInt();
            case 3 -> random.nextLong() >> 8;
            default -> random.nextLong() >> 20;
        };
    }

    private Exact hugeNumber() {
        return chance(50)
                ? Exact.of("123456789012345678901234567890")
                : Exact.of(1).dividedBy(Exact.of(7));
    }

    /** An aggregate over the rows, perhaps several that are added. */
    Term term() {
        if (chance(15)) {
            return world.term(aggregate("sum") + " + " + aggregate("count") + " * 2 - " + aggregate("max"));
        }
        Aggregation read = (Aggregation) world.term(aggregate("sum"));
        Optional<Aggregation> known = built(read, one(FUNCTIONS));
        return known.<Term>map(term -> term).orElse(read);
    }

    /** Columns that tell groups apart. */
    List<String> keyColumns() {
        return one(List.of(
                List.of("t"),
                List.of("u"),
                List.of("f"),
                List.of("d"),
                List.of("p"),
                List.of("n"),
                List.of("率"),
                List.of("t", "p"),
                List.of("u", "t", "f")));
    }

    /** An aggregate over the rows that agree with the row around it. */
    Term within() {
        Aggregation read = (Aggregation) world.term(aggregate("sum"));
        Aggregation of = built(read, one(FUNCTIONS)).orElse(read);
        List<Within> within = keyColumns().stream()
                .map(name -> new Within(name, column(name)))
                .toList();
        return new Aggregation(of.span(), of.aggregate(), "T", within, of.where(), of.value(), of.second(), of.type());
    }

    /** A few lines of points over the rows, with limits on each row. */
    ActualRule.Points points() {
        List<PointItem> items = new ArrayList<>();
        int lines = 1 + random.nextInt(3);
        for (int i = 0; i < lines; i++) {
            String worth = chance(40) ? one(List.of("0.1分 * n", "0.1分", "w", "if(f, 0.2分, 0.5分)")) : value(2);
            String where = chance(60) ? " where " + truth(1) : "";
            Aggregation line = (Aggregation) world.term("sum{T: " + worth + where + "}");
            List<PointItem.Cap> caps = new ArrayList<>();
            while (caps.size() < 2 && chance(40)) {
                Bound bound = chance(70) ? Bound.AT_MOST : Bound.AT_LEAST;
                Term limit = chance(30) ? column("n") : world.term(one(List.of("1分", "0.5", "限", "暫")));
                caps.add(Points.cap(PointItem.Scope.EACH, bound, limit));
            }
            PointItem.Kind kind = one(List.of(PointItem.Kind.ADD, PointItem.Kind.DEDUCT));
            items.add(new PointItem(
                    line.span(),
                    kind,
                    "line " + i,
                    Optional.of("T"),
                    line.where(),
                    Optional.empty(),
                    line.value().orElseThrow(),
                    caps));
        }
        return new ActualRule.Points(items.get(0).span(), items, List.of(), List.of(), List.of());
    }

    /** Some rows, by their numbers. */
    int[] someRows(int most) {
        return random.ints(Math.min(most, table.rows()), 0, Math.max(1, table.rows()))
                .toArray();
    }

    private String aggregate(String word) {
        String where = chance(65) ? " where " + truth(2) : "";
        return word + "{T" + (word.equals("count") ? "" : ": " + value(3)) + where + "}";
    }

    private Optional<Aggregation> built(Aggregation read, String function) {
        Aggregate named = Aggregate.of(function);
        if (!named.function().parameters().isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> present = chance(25) ? Optional.of(one(List.of(1, 2, 5))) : Optional.empty();
        Aggregate aggregate = new Aggregate(named.function(), RowOptions.NONE, present);
        Optional<Term> value = read.value();
        if (function.equals("count distinct") && chance(70)) {
            value = Optional.of(column(one(List.of("t", "u", "f", "d", "p", "n", "m"))));
        }
        Optional<Term> second =
                named.function().values() > 1 ? Optional.of(column(one(List.of("w", "n", "元")))) : Optional.empty();
        if (!aggregate.needsValue()) {
            value = Optional.empty();
        }
        return Optional.of(
                new Aggregation(read.span(), aggregate, "T", List.of(), read.where(), value, second, read.type()));
    }

    private Term column(String name) {
        return ((Comparison) world.term("T." + name + " = T." + name)).first();
    }

    /** A number at each row; bare numbers only, so that everything may be added. */
    private String value(int depth) {
        if (depth == 0 || chance(30)) {
            return one(List.of("n", "n", "m", "m", "w", "h", "3", "0.25", "限", "倍", "10"));
        }
        String a = value(depth - 1);
        String b = value(depth - 1);
        return switch (random.nextInt(16)) {
            case 0, 1 -> "(" + a + " + " + b + ")";
            case 2 -> "(" + a + " - " + b + ")";
            case 3 -> a + " * " + b;
            case 4 -> "min(" + a + ", " + b + ")";
            case 5 -> "max(" + a + ", " + b + ")";
            case 6 -> "atMost(" + a + ", " + one(List.of("3", "0.55", "限")) + ")";
            case 7 -> "atLeast(" + a + ", " + one(List.of("0", "1.5", "99999999999")) + ")";
            case 8 -> "if(" + truth(1) + ", " + a + ", " + b + ")";
            case 9 -> "rounded(" + a + ", " + one(List.of("0", "1")) + ")";
            case 10 -> "-" + a;
            case 11 -> chance(30) ? "(" + a + ") / (" + b + ")" : "(" + a + ") / 4";
            case 12 -> chance(40) ? "(" + a + " + " + one(List.of("暫", "千")) + ")" : "(" + a + ") / 3";
            case 13 -> chance(10) ? "缺" : "(" + a + ")";
            case 14 -> "w * w";
            default -> chance(50) ? "ifMissing(n, " + b + ")" : a;
        };
    }

    private String truth(int depth) {
        if (depth > 0 && chance(40)) {
            return switch (random.nextInt(3)) {
                case 0 -> "(" + truth(depth - 1) + " and " + truth(depth - 1) + ")";
                case 1 -> "(" + truth(depth - 1) + " or " + truth(depth - 1) + ")";
                default -> "(not " + truth(depth - 1) + ")";
            };
        }
        String relation = one(List.of("<", ">", "≦", "≧", "=", "≠"));
        return switch (random.nextInt(10)) {
            case 0, 1 -> "n " + relation + " " + one(List.of("0", "0.5", "7", "1 / 3"));
            case 2 -> value(1) + " " + relation + " " + value(1);
            case 3, 4 -> "t " + one(List.of("=", "≠")) + " \"" + one(TEXTS) + "\"";
            case 5 -> "f";
            case 6 -> "isMissing(" + one(List.of("n", "m", "t")) + ")";
            case 7 -> "元 " + relation + " 50千元";
            case 8 -> "率 " + relation + " 60%";
            default -> "0 < n < 限";
        };
    }
}
