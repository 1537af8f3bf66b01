package kpi.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kpi.source.Span;

/**
 * What a KPI's rules name: other KPIs, and what has rows they walk or look up; and where each is named first. Walks with a
 * stack of its own: a sum may have thousands of terms.
 */
public final class KpiReferences {
    private final Map<String, Span> kpis = new LinkedHashMap<>();
    private final Map<String, Span> rows = new LinkedHashMap<>();
    private final Map<String, Set<String>> cells = new LinkedHashMap<>();
    private final List<PastValue> recalled = new ArrayList<>();
    private final Set<Definition> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private KpiReferences() {}

    /**
     * The ids of the KPIs that are used, in the order they are met, over all versions of the KPI.
     *
     * @param ids the ids of all KPIs: an aggregate over one of them uses it, too
     */
    public static Map<String, Span> of(KpiModel kpi, Collection<String> ids) {
        KpiReferences references = new KpiReferences();
        kpi.versions().forEach(references::read);
        if (kpi.per() instanceof Per.EachRow row) {
            references.rows.putIfAbsent(row.table(), kpi.span());
        }
        Map<String, Span> found = new LinkedHashMap<>(references.kpis);
        references.rows.forEach((name, span) -> {
            if (ids.contains(name)) {
                found.putIfAbsent(name, span);
            }
        });
        return found;
    }

    /** The datasets, and KPIs per row or group, whose rows a version aggregates or looks up, in the order they are met. */
    public static Map<String, Span> rows(KpiVersion version) {
        KpiReferences references = new KpiReferences();
        references.read(version);
        return Collections.unmodifiableMap(references.rows);
    }

    /** The columns whose cells a version reads, by the dataset or KPI they are of, in the order they are met. */
    public static Map<String, Set<String>> cells(KpiVersion version) {
        KpiReferences references = new KpiReferences();
        references.read(version);
        return Collections.unmodifiableMap(references.cells);
    }

    /** What a version looks up in other periods, each term once; empty for all but a few. */
    public static List<PastValue> recalled(KpiVersion version) {
        KpiReferences references = new KpiReferences();
        references.read(version);
        return List.copyOf(references.recalled);
    }

    private void read(KpiVersion version) {
        if (version.rule() instanceof ActualRule.Points points) {
            for (PointItem item : points.items()) {
                item.table().ifPresent(table -> rows.putIfAbsent(table, item.span()));
                RuleTerms.insideRows(item).forEach(this::walk);
            }
        }
        RuleTerms.outside(version).forEach(this::walk);
    }

    private void walk(Term root) {
        Deque<Term> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Term next = open.pop();
            read(next);
            if (next instanceof DefinitionTerm named && seen.add(named.definition())) {
                open.push(named.definition().value());
            }
            List<Term> below = Subterms.of(next);
            for (int i = below.size() - 1; i >= 0; i--) {
                open.push(below.get(i));
            }
        }
    }

    private void read(Term term) {
        if (term instanceof ColumnTerm cell) {
            read(cell.table(), cell.column());
        } else if (term instanceof PastValue past) {
            recalled.add(past);
        } else if (term instanceof KpiFigure figure) {
            kpis.putIfAbsent(figure.kpi(), figure.span());
        } else if (term instanceof RowFigure figure) {
            kpis.putIfAbsent(figure.kpi(), figure.span());
        } else if (term instanceof JoinedFigure figure) {
            kpis.putIfAbsent(figure.kpi(), figure.span());
            rows.putIfAbsent(figure.kpi(), figure.span());
        } else if (term instanceof JoinedColumn column) {
            rows.putIfAbsent(column.table(), column.span());
            read(column.table(), column.column());
        } else if (term instanceof Aggregation aggregation) {
            rows.putIfAbsent(aggregation.table(), aggregation.span());
        }
    }

    private void read(String table, String column) {
        cells.computeIfAbsent(table, any -> new LinkedHashSet<>()).add(column);
    }
}
