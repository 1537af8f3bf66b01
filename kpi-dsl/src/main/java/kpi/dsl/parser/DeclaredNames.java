package kpi.dsl.parser;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.dsl.syntax.ColumnDeclaration;
import kpi.dsl.syntax.Declaration;
import kpi.dsl.syntax.Id;
import kpi.dsl.syntax.InputDeclaration;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.LevelWord;
import kpi.dsl.syntax.LookUpColumn;
import kpi.dsl.syntax.Parameter;
import kpi.dsl.syntax.Per;
import kpi.dsl.syntax.SourceFile;

/** The names that the author of a file gave. */
final class DeclaredNames {
    private final Set<String> names = new HashSet<>();
    private final Set<String> kpis = new HashSet<>();
    private final Set<LevelWord> levels = EnumSet.noneOf(LevelWord.class);
    private final Set<String> rows = new HashSet<>();
    private final Set<Integer> ofForeignRows = new HashSet<>();

    DeclaredNames(SourceFile file) {
        file.declarations().forEach(this::add);
        for (Declaration declaration : file.declarations()) {
            if (declaration instanceof Declaration.KpiDeclaration kpi && isForeign(kpi.per())) {
                ofForeignRows.add(kpi.span().start());
            }
        }
    }

    private boolean isForeign(Optional<Per> per) {
        return per.filter(rule -> rule instanceof Per.EachRow row
                        && !rows.contains(row.table().spelling()))
                .isPresent();
    }

    boolean names(String spelling) {
        return names.contains(Folding.narrow(spelling));
    }

    boolean isKpi(String id) {
        return kpis.contains(Folding.narrow(id));
    }

    /** Whether a figure beside the target is stated anywhere, by its name in either language. */
    boolean hasLevel(String name) {
        return LibraryNames.level(name)
                .filter(text -> levels.stream()
                        .anyMatch(
                                level -> Keyword.valueOf(level.name()).english().contains(text.en())))
                .isPresent();
    }

    /** Whether the declaration that begins here is of a KPI for each row of a table declared elsewhere. */
    boolean isOfForeignRows(int start) {
        return ofForeignRows.contains(start);
    }

    private void add(Declaration declaration) {
        if (declaration instanceof Declaration.KpiDeclaration kpi) {
            add(kpi.id());
            kpis.add(Folding.narrow(kpi.id().spelling()));
            rows.add(kpi.id().spelling());
            clauses(kpi.clauses());
        } else if (declaration instanceof Declaration.DatasetDeclaration table) {
            add(table);
        } else if (declaration instanceof Declaration.LookUpDeclaration table) {
            add(table.name());
            table.keys().stream().map(LookUpColumn::column).forEach(this::add);
            add(table.value().column());
        } else if (declaration instanceof Declaration.DefineDeclaration define) {
            add(define);
        } else if (declaration instanceof Declaration.UnitDeclaration unit) {
            add(unit.name());
        } else if (declaration instanceof Declaration.ScorecardDeclaration card) {
            add(card.id());
        } else if (declaration instanceof Declaration.DimensionDeclaration dimension) {
            add(dimension.id());
        }
    }

    private void clauses(List<KpiClause> clauses) {
        for (KpiClause clause : clauses) {
            if (clause instanceof KpiClause.Inputs inputs) {
                inputs.inputs().forEach(this::add);
            } else if (clause instanceof KpiClause.Tables tables) {
                tables.tables().forEach(this::add);
            } else if (clause instanceof KpiClause.Definition definition) {
                add(definition.name().name());
            } else if (clause instanceof KpiClause.Define define) {
                add(define.declaration());
            } else if (clause instanceof KpiClause.LevelClause level) {
                levels.add(level.level());
            } else if (clause instanceof KpiClause.VersionClause version) {
                clauses(version.clauses());
            }
        }
    }

    private void add(InputDeclaration input) {
        add(input.name().name());
        labels(input.aliases());
    }

    private void add(Declaration.DatasetDeclaration table) {
        add(table.name());
        rows.add(table.name().spelling());
        table.columns().forEach(this::add);
    }

    private void add(ColumnDeclaration column) {
        add(column.name());
        labels(column.aliases());
    }

    private void add(Declaration.DefineDeclaration define) {
        add(define.name());
        define.parameters().stream().map(Parameter::name).forEach(this::add);
    }

    private void labels(List<Label> labels) {
        labels.forEach(label -> names.add(Folding.narrow(label.text())));
    }

    private void add(Id id) {
        names.add(Folding.narrow(id.spelling()));
    }
}
