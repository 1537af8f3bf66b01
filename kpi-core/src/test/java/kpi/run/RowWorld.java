package kpi.run;

import static kpi.run.Card.aggregate;
import static kpi.run.Card.calc;
import static kpi.run.Card.column;
import static kpi.run.Card.newKpi;
import static kpi.run.Card.number;
import static kpi.run.Card.span;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.TableSchema;
import kpi.model.Aggregate;
import kpi.model.Aggregation;
import kpi.model.Arithmetic.Operator;
import kpi.model.Definition;
import kpi.model.Facet;
import kpi.model.GroupKey;
import kpi.model.JoinedFigure;
import kpi.model.KpiPart;
import kpi.model.Per;
import kpi.model.RankRule;
import kpi.model.RowFigure;
import kpi.model.Term;
import kpi.model.Within;
import kpi.unit.Dimension;
import kpi.unit.Units;
import kpi.value.CalendarKind;
import kpi.value.Type;

/** Hospitals, what is measured in them, and KPIs per row and per hospital; for tests. */
final class RowWorld {
    static final Type NUMBER = Type.measure(Dimension.NUMBER);
    static final String TABLE = "量測";
    static final TableSchema SCHEMA = TableSchema.of(
            TABLE,
            ColumnSchema.of("年", new ColumnType.PeriodType(CalendarKind.ROC)).orMissing(),
            ColumnSchema.of("院", new ColumnType.TextType()).asKey(),
            ColumnSchema.of("項", new ColumnType.TextType()).asKey(),
            ColumnSchema.of("值", new ColumnType.Number(Units.NUMBER)).orMissing());
    static final Term VALUE = column(TABLE, "值", NUMBER);

    /** One measured value; an empty one is missing. */
    record Row(String year, String hospital, String measure, Optional<Integer> value) {
        static Row of(String hospital, String measure, int value) {
            return new Row("109", hospital, measure, Optional.of(value));
        }

        Map<String, Object> cells() {
            Map<String, Object> cells = new HashMap<>();
            cells.put("年", year);
            cells.put("院", hospital);
            cells.put("項", measure);
            value.ifPresent(number -> cells.put("值", number));
            return cells;
        }
    }

    private final Card card = new Card().table(SCHEMA);

    /** {@code 10 / 值} at each row; 0 makes it fail. */
    static Card.Kpi perRow() {
        Term ten = number("10", Units.NUMBER);
        return newKpi("V", "每列", Units.NUMBER)
                .plain()
                .per(new Per.EachRow(TABLE))
                .formula(Card.calc(calc(ten, Operator.DIVIDE, VALUE), Operator.MULTIPLY, number("1", Units.NUMBER)));
    }

    /** What a term is at each row. */
    static Card.Kpi perRow(String id, Term term) {
        return newKpi(id, id, Units.NUMBER).plain().per(new Per.EachRow(TABLE)).formula(term);
    }

    /** What a term is for each hospital. */
    static Card.Kpi perHospital(String id, Term term) {
        return newKpi(id, id, Units.NUMBER)
                .plain()
                .per(new Per.EachGroup(List.of("院")))
                .formula(term);
    }

    static Card.Kpi once(String id, Term term) {
        return newKpi(id, id, Units.NUMBER).plain().formula(term);
    }

    static Term over(Aggregate aggregate, String kpi) {
        return aggregate(
                aggregate,
                kpi,
                Optional.empty(),
                aggregate.needsValue() ? Optional.of(rowFigure(kpi, KpiPart.ACTUAL)) : Optional.empty());
    }

    static Term rowFigure(String kpi, KpiPart part) {
        return new RowFigure(span(kpi), kpi, part, NUMBER);
    }

    static Term ofTable(Aggregate aggregate) {
        return aggregate(
                aggregate, TABLE, Optional.empty(), aggregate.needsValue() ? Optional.of(VALUE) : Optional.empty());
    }

    static Term withinHospital(Aggregate aggregate) {
        return new Aggregation(
                span("同院"),
                aggregate,
                TABLE,
                List.of(new Within("院", column(TABLE, "院", Type.TEXT))),
                Optional.empty(),
                aggregate.needsValue() ? Optional.of(VALUE) : Optional.empty(),
                NUMBER);
    }

    /** The figure of a KPI per hospital for the same hospital. */
    static Term ofSameHospital(String kpi) {
        GroupKey key = new GroupKey(span("院"), "院", Type.TEXT);
        return new JoinedFigure(span(kpi), kpi, KpiPart.ACTUAL, List.of("院"), List.of(key), NUMBER);
    }

    static Definition definition(String name, Term term) {
        return new Definition(name, term, span(name));
    }

    static RankRule rank(RankRule.Ties ties, String... within) {
        return new RankRule(span("序位"), List.of(within), Optional.empty(), true, ties, Facet.ACTUAL);
    }

    RowWorld kpi(Card.Kpi kpi) {
        card.kpi(kpi);
        return this;
    }

    KpiProgram program() {
        return card.program();
    }

    static Facts facts(KpiProgram program, List<Row> rows) {
        List<Map<String, Object>> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(row.cells()));
        return program.facts().addRows(TABLE, cells).build().orElseThrow();
    }
}
