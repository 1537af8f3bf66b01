package kpi.dsl.review;

import java.util.ArrayList;
import java.util.List;
import kpi.dsl.syntax.Declaration;
import kpi.dsl.syntax.Declaration.DatasetDeclaration;
import kpi.dsl.syntax.Declaration.KpiDeclaration;
import kpi.dsl.syntax.Declaration.UnitDeclaration;
import kpi.dsl.syntax.InputDeclaration;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.SourceFile;

/** What files declare, each kind by itself. */
final class Declared {
    private final List<KpiDeclaration> kpis = new ArrayList<>();
    private final List<DatasetDeclaration> datasets = new ArrayList<>();
    private final List<UnitDeclaration> units = new ArrayList<>();

    Declared(List<SourceFile> files) {
        for (SourceFile file : files) {
            file.declarations().forEach(this::add);
        }
    }

    private void add(Declaration declaration) {
        if (declaration instanceof KpiDeclaration kpi) {
            kpis.add(kpi);
            clauses(kpi, KpiClause.Tables.class).forEach(clause -> datasets.addAll(clause.tables()));
        } else if (declaration instanceof DatasetDeclaration dataset) {
            datasets.add(dataset);
        } else if (declaration instanceof UnitDeclaration unit) {
            units.add(unit);
        }
    }

    List<KpiDeclaration> kpis() {
        return kpis;
    }

    /** Those of the files and those beside a KPI. */
    List<DatasetDeclaration> datasets() {
        return datasets;
    }

    List<UnitDeclaration> units() {
        return units;
    }

    static List<InputDeclaration> inputs(KpiDeclaration kpi) {
        return clauses(kpi, KpiClause.Inputs.class).stream()
                .flatMap(clause -> clause.inputs().stream())
                .toList();
    }

    /** The clauses of a kind in a KPI and in its versions, which nest no deeper than the parser's limit. */
    static <T extends KpiClause> List<T> clauses(KpiDeclaration kpi, Class<T> kind) {
        List<T> found = new ArrayList<>();
        collect(kpi.clauses(), kind, found);
        return found;
    }

    private static <T extends KpiClause> void collect(List<KpiClause> clauses, Class<T> kind, List<T> found) {
        for (KpiClause clause : clauses) {
            if (kind.isInstance(clause)) {
                found.add(kind.cast(clause));
            }
            if (clause instanceof KpiClause.VersionClause version) {
                collect(version.clauses(), kind, found);
            }
        }
    }
}
