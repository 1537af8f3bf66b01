package kpi.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.model.KpiPart;
import kpi.model.RowFigure;
import kpi.model.Subterms;
import kpi.model.Term;

/** Rows of a KPI whose figures are missing. */
final class RowFigures {
    private RowFigures() {}

    /** A count without a value counts rows of a KPI that have an actual. */
    static Optional<Outcome> counted(RowWalker.Row row, List<Term> values) {
        if (!values.isEmpty() || !row.view().hasFigures()) {
            return Optional.empty();
        }
        return Optional.of(row.view().figure(row.index(), KpiPart.ACTUAL))
                .filter(actual -> actual.value().isEmpty());
    }

    /** Whether an outcome is missing because a figure of this row of a KPI is. */
    static boolean areLacking(RowWalker.Row row, List<Term> terms, Outcome outcome) {
        if (!(outcome instanceof Outcome.Missing) || !row.view().hasFigures()) {
            return false;
        }
        if (terms.isEmpty()) {
            return true;
        }
        List<Term> open = new ArrayList<>(terms);
        for (int i = 0; i < open.size(); i++) {
            Term next = open.get(i);
            if (next instanceof RowFigure figure
                    && figure.kpi().equals(row.view().name())
                    && row.view().figure(row.index(), figure.part()) instanceof Outcome.Missing) {
                return true;
            }
            open.addAll(Subterms.of(next));
        }
        return false;
    }
}
