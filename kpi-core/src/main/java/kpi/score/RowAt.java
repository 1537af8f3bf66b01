package kpi.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.StopSignal;
import kpi.explain.Explanation;
import kpi.model.GroupKey;
import kpi.model.JoinedColumn;
import kpi.model.KpiReferences;
import kpi.model.KpiVersion;
import kpi.model.PublishedColumn;
import kpi.model.Term;
import kpi.result.Rank;
import kpi.result.Reconciliation;
import kpi.unit.KpiUnit;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Type;
import kpi.value.Value;

/**
 * One row or group of a KPI, in a period.
 *
 * @param data what it came to; without reference to the facts
 */
record RowAt(Data data, Pass pass, RowBase base, int index) {
    RowAt {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(pass, "pass");
        Objects.requireNonNull(base, "base");
    }

    /** What a row came to. */
    record Data(
            ReportingPeriod period,
            Scored scored,
            Map<String, Value> keys,
            Optional<Rank> rank,
            Optional<Reconciliation> reconciliation) {}

    static RowAt of(Pass pass, ScoredRows rows, int index) {
        Data data =
                new Data(pass.period(), rows.row(index), rows.base().keys(index), rows.rank(index), Optional.empty());
        return new RowAt(data, pass, rows.base(), index);
    }

    /** Whether its rule walks, or looks something up in, the rows of a dataset. */
    boolean walks(String table) {
        return data.scored()
                .version()
                .filter(version -> KpiReferences.rows(version).containsKey(table))
                .isPresent();
    }

    /** The same with what became of its printed figure. */
    RowAt with(Optional<Reconciliation> reconciliation) {
        Data held = new Data(data.period(), data.scored(), data.keys(), data.rank(), reconciliation);
        return new RowAt(held, pass, base, index);
    }

    /** The number that a column prints for it: of its own row or, for a group, of the one row with its keys. */
    Optional<Quantity> printed(PublishedColumn column) {
        if (base instanceof RowBase.OfRows of) {
            return of.has(column.column()) ? of.cell(index, column.column()).quantity() : Optional.empty();
        }
        Optional<KpiUnit> unit = pass.table(column.table()).flatMap(table -> table.unit(column.column()));
        return unit.flatMap(printedIn -> {
            List<Term> keys = new ArrayList<>();
            data.keys().forEach((name, value) -> keys.add(new GroupKey(column.span(), name, Type.of(value))));
            Term cell = new JoinedColumn(
                    column.span(),
                    column.table(),
                    column.column(),
                    List.copyOf(data.keys().keySet()),
                    keys,
                    Type.measure(printedIn.dimension()));
            return pass.evaluate(cell, base, index).quantity();
        });
    }

    /** How its figures came about, found out when asked. */
    KpiResults.Explainer explainer(Explaining detail) {
        if (detail == Explaining.NONE) {
            return KpiResults.Explainer.NONE;
        }
        return new KpiResults.Explainer() {
            @Override
            public Optional<Explanation> actual() {
                return again().actual().explanation();
            }

            @Override
            public Optional<Explanation> target() {
                return again().planned().explanation();
            }

            @Override
            public Optional<Explanation> attainment() {
                return again().attainment().explanation();
            }

            private Scored again() {
                KpiVersion version = data.scored().version().orElseThrow();
                return pass.explained(data.scored().kpi(), version, base, index, detail);
            }
        };
    }

    /** The rows of one pass. */
    static List<RowAt> all(Pass pass, ScoredRows rows) {
        StopSignal stop = pass.signal();
        return java.util.stream.IntStream.range(0, rows.size())
                .peek(index -> stop.step())
                .mapToObj(index -> of(pass, rows, index))
                .toList();
    }
}
