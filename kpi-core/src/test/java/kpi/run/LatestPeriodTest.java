package kpi.run;

import static kpi.run.Card.PLAIN;
import static kpi.run.Card.Y109;
import static kpi.run.Card.Y110;
import static kpi.run.Card.input;
import static kpi.run.Card.stated;
import static kpi.run.Card.term;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.TableSchema;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.CalendarKind;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;

/** Which period a tool takes when nobody says: the latest with data, else the latest with a target. */
class LatestPeriodTest {
    private static final ReportingPeriod Y111 = ReportingPeriod.roc(111);

    private static Card.Kpi kpi() {
        return Card.newKpi("K", "甲", Units.NTD)
                .inputs(input("K", "數", Units.NTD))
                .formula(term(input("K", "數", Units.NTD)));
    }

    private static Optional<ReportingPeriod> latest(Card card, Consumer<Facts.Builder> brought) {
        KpiProgram program = card.program();
        Facts.Builder facts = program.facts();
        brought.accept(facts);
        return program.latestPeriod(facts.build().orElseThrow());
    }

    private static Optional<ReportingPeriod> latest(Card card) {
        return latest(card, facts -> {});
    }

    @Test
    void withoutDataAndTargetsThereIsNone() {
        assertEquals(Optional.empty(), latest(new Card().kpi(kpi())));
        assertEquals(
                Optional.empty(),
                latest(new Card().kpi(kpi()), facts -> facts.input("數", Quantity.of("1", Units.NTD))));
    }

    @Test
    void dataGoBeforeTargets() {
        Card card = new Card().kpi(kpi().target(Y109, "1元").target(Y111, "1元"));
        assertEquals(Optional.of(Y111), latest(card));
        assertEquals(
                Optional.of(Y110),
                latest(
                        card,
                        facts -> facts.input("數", Y109, Quantity.of("1", Units.NTD), PLAIN)
                                .input("數", Y110, Quantity.of("1", Units.NTD), PLAIN)));
    }

    @Test
    void whatIsSaidToBeMissingIsNoDatum() {
        assertEquals(
                Optional.empty(),
                latest(new Card().kpi(kpi()), facts -> facts.missing("K", "數", Y110, Absence.NOT_YET_RELEASED, "")));
    }

    @Test
    void everyKindOfDataCounts() {
        assertEquals(Optional.of(Y110), latest(new Card().kpi(kpi().reported(Y110, "1元"))));
        assertEquals(
                Optional.of(Y110),
                latest(new Card().kpi(kpi()), facts -> facts.actual("K", Y110, Quantity.of("1", Units.NTD), PLAIN)));
        assertEquals(Optional.of(Y110), latest(new Card().kpi(kpi()).ratings(Y110, "K", 1, 2, 3)));
        Card withInput = new Card()
                .kpi(Card.newKpi("K", "甲", Units.NTD)
                        .inputs(input("K", "數", Units.NTD, stated(Y110, "1", Units.NTD, PLAIN)))
                        .formula(term(input("K", "數", Units.NTD))));
        assertEquals(Optional.of(Y110), latest(withInput));
    }

    @Test
    void rowsSayTheirPeriodInTheFirstColumnOfPeriods() {
        TableSchema schema = TableSchema.of(
                "表",
                ColumnSchema.of("年度", new ColumnType.PeriodType(CalendarKind.ROC)),
                ColumnSchema.of("期限", new ColumnType.PeriodType(CalendarKind.ROC)));
        Card card = new Card().kpi(kpi()).table(schema);
        assertEquals(
                Optional.of(Y110),
                latest(
                        card,
                        facts -> facts.addRows(
                                "表", List.of(Map.of("年度", "110", "期限", "111"), Map.of("年度", "109", "期限", "111")))));
    }

    @Test
    void aYearIsLaterThanItsLastMonth() {
        assertEquals(
                Optional.of(Y109),
                latest(
                        new Card().kpi(kpi()),
                        facts -> facts.input("數", ReportingPeriod.rocMonth(109, 12), Quantity.of("1", Units.NTD), PLAIN)
                                .input("數", Y109, Quantity.of("1", Units.NTD), PLAIN)));
    }
}
