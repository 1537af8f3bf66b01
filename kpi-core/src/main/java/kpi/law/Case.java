package kpi.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.data.ColumnSchema;
import kpi.data.Rating;
import kpi.data.TableSchema;
import kpi.data.Vintage;
import kpi.diagnostic.Checked;
import kpi.model.InputDefinition;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.source.Place;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Value;

/**
 * Facts as a law changes them: inputs that have a figure, reported actuals and scores, and rows by dataset; what is not in
 * them is missing.
 *
 * <p>Immutable; every method answers a changed copy.
 */
record Case(Map<Key, Quantity> inputs, Map<StatedFigure, Quantity> stated, Map<String, List<Map<String, Value>>> rows) {
    /** What is known later stands in place of what the text states. */
    private static final Vintage AFTER_THE_TEXT = Vintage.none().withKnownOn(LocalDate.MAX);

    Case {
        stated = Collections.unmodifiableMap(new LinkedHashMap<>(stated));
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        Map<String, List<Map<String, Value>>> copy = new LinkedHashMap<>();
        rows.forEach((table, list) -> copy.put(table, List.copyOf(list)));
        rows = Collections.unmodifiableMap(copy);
    }

    /**
     * An input of a KPI, or its reported actual.
     *
     * @param name of the input; empty of the reported actual
     */
    record Key(String kpi, String name) {
        static Key of(InputDefinition input) {
            return new Key(input.kpi(), input.name());
        }

        static Key of(StatedFigure reported) {
            return new Key(reported.kpi(), "");
        }
    }

    static Case of(Facts facts, Demand demand) {
        Map<Key, Quantity> inputs = new LinkedHashMap<>();
        demand.inputs()
                .forEach(input -> facts.input(input.kpi(), input.name(), demand.period())
                        .ifPresent(figure -> inputs.put(Key.of(input), figure)));
        Map<String, List<Map<String, Value>>> rows = new LinkedHashMap<>();
        demand.tables().forEach(table -> rows.put(table.name(), facts.rows(table.name())));
        Map<StatedFigure, Quantity> stated = new LinkedHashMap<>();
        for (StatedFigure figure : demand.stated()) {
            given(facts, figure, demand.period()).ifPresent(found -> stated.put(figure, found));
        }
        return new Case(inputs, stated, rows);
    }

    private static Optional<Quantity> given(Facts facts, StatedFigure figure, ReportingPeriod period) {
        if (figure.dimension().isEmpty()) {
            return facts.actual(figure.kpi(), period);
        }
        String dimension = figure.dimension().get();
        if (figure.part().isEmpty()) {
            return facts.rating(figure.kpi(), dimension);
        }
        JudgedPart part = figure.part().get();
        return facts.ratings(figure.kpi(), dimension, period).stream()
                .filter(rating -> rating.stage().equals(part.stage())
                        && rating.scorer().equals(part.scorer())
                        && rating.criterion().equals(part.criterion()))
                .map(Rating::score)
                .findFirst();
    }

    private static Rating rating(StatedFigure of, JudgedPart part, Quantity score, ReportingPeriod period) {
        return new Rating(
                of.kpi(),
                of.dimension().orElseThrow(),
                period,
                score,
                part.stage(),
                part.scorer(),
                part.criterion(),
                Optional.empty(),
                "…", // some stages ask for a reason
                Place.input(of.name()));
    }

    /** Empty where a cell that must be there is missing. */
    Optional<Facts> facts(KpiProgram program, Demand demand) {
        Facts.Builder builder = program.facts();
        inputs.forEach((key, figure) -> {
            if (demand.instead().contains(key)) {
                builder.input(key.kpi(), key.name(), demand.period(), figure, AFTER_THE_TEXT);
            } else {
                builder.input(key.kpi(), key.name(), figure);
            }
        });
        stated.forEach((of, figure) -> {
            if (of.part().isPresent()) {
                builder.addRatings(List.of(rating(of, of.part().get(), figure, demand.period())));
            } else if (of.dimension().isPresent()) {
                builder.rating(of.kpi(), of.dimension().get(), "", figure, "");
            } else {
                builder.actual(
                        of.kpi(),
                        demand.period(),
                        figure,
                        demand.instead().contains(Key.of(of)) ? AFTER_THE_TEXT : Vintage.none());
            }
        });
        for (TableSchema table : demand.tables()) {
            List<Map<String, Value>> list = rows.getOrDefault(table.name(), List.of());
            for (Map<String, Value> row : list) {
                for (ColumnSchema column : table.columns()) {
                    if (!column.mayBeMissing() && !row.containsKey(column.name())) {
                        return Optional.empty();
                    }
                }
            }
            builder.addRows(table.name(), list);
        }
        Checked<Facts> facts = builder.build();
        return facts.hasErrors() ? Optional.empty() : facts.value();
    }

    Case with(Key key, Quantity figure) {
        Map<Key, Quantity> changed = new LinkedHashMap<>(inputs);
        changed.put(key, figure);
        return new Case(changed, stated, rows);
    }

    Case without(Key key) {
        Map<Key, Quantity> changed = new LinkedHashMap<>(inputs);
        changed.remove(key);
        return new Case(changed, stated, rows);
    }

    Case with(StatedFigure of, Quantity figure) {
        Map<StatedFigure, Quantity> changed = new LinkedHashMap<>(stated);
        changed.put(of, figure);
        return new Case(inputs, changed, rows);
    }

    Case without(StatedFigure of) {
        Map<StatedFigure, Quantity> changed = new LinkedHashMap<>(stated);
        changed.remove(of);
        return new Case(inputs, changed, rows);
    }

    List<Map<String, Value>> of(String table) {
        return rows.getOrDefault(table, List.of());
    }

    Case with(String table, List<Map<String, Value>> list) {
        Map<String, List<Map<String, Value>>> changed = new LinkedHashMap<>(rows);
        changed.put(table, list);
        return new Case(inputs, stated, changed);
    }

    Case with(String table, int row, String column, Value value) {
        List<Map<String, Value>> list = new ArrayList<>(of(table));
        Map<String, Value> cells = new LinkedHashMap<>(list.get(row));
        cells.put(column, value);
        list.set(row, cells);
        return with(table, list);
    }

    Case withoutRow(String table, int row) {
        List<Map<String, Value>> list = new ArrayList<>(of(table));
        list.remove(row);
        return with(table, list);
    }

    Case withRow(String table, Map<String, Value> cells) {
        List<Map<String, Value>> list = new ArrayList<>(of(table));
        list.add(cells);
        return with(table, list);
    }
}
