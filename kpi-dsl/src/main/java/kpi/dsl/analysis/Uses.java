package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kpi.dsl.syntax.AttainedRule;
import kpi.dsl.syntax.AttainmentWord;
import kpi.dsl.syntax.Declaration.KpiDeclaration;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.PointItem;
import kpi.dsl.syntax.Step;

/** The names a KPI's formulas use, as written: enough to know which KPIs must be read before it. */
final class Uses {
    private final Set<String> names = new LinkedHashSet<>();

    private Uses() {}

    /** Canonical names in the order of the text; dotted names also as one. */
    static Set<String> of(KpiDeclaration kpi) {
        Uses uses = new Uses();
        expressions(kpi.clauses()).forEach(uses::read);
        tables(kpi.clauses()).forEach(uses::add);
        return uses.names;
    }

    private void read(Expression root) {
        Expressions.walk(root, node -> {
            if (node instanceof Expression.Name name) {
                add(name.spelling());
            } else if (node instanceof Expression.Member member) {
                add(member.table().spelling());
                add(member.table().spelling() + "." + member.column().spelling());
            } else if (node instanceof Expression.Each each) {
                add(each.table().spelling());
            }
        });
    }

    private void add(String spelling) {
        names.add(CanonicalName.of(spelling));
    }

    private static List<String> tables(List<KpiClause> clauses) {
        List<String> tables = new ArrayList<>();
        for (KpiClause clause : clauses) {
            if (clause instanceof KpiClause.PointsClause points) {
                points.items().forEach(item -> item.eachTable().ifPresent(table -> tables.add(table.spelling())));
            } else if (clause instanceof KpiClause.RollUpClause rollUp) {
                rollUp.children().forEach(child -> tables.add(child.id()));
            } else if (clause instanceof KpiClause.VersionClause version) {
                version.clauses().stream()
                        .filter(KpiClause.PointsClause.class::isInstance)
                        .forEach(inner -> tables.addAll(tables(List.of(inner))));
            }
        }
        return tables;
    }

    /** Versions do not nest deeper than the parser's limit. */
    private static List<Expression> expressions(List<KpiClause> clauses) {
        List<Expression> found = new ArrayList<>();
        for (KpiClause clause : clauses) {
            if (clause instanceof KpiClause.FormulaClause formula) {
                found.add(formula.value());
            } else if (clause instanceof KpiClause.Definition definition) {
                found.add(definition.value());
            } else if (clause instanceof KpiClause.PointsClause points) {
                points.items().forEach(item -> item(item, found));
                points.groups().forEach(group -> caps(group.caps(), found));
                points.gates().forEach(gate -> gate.condition().ifPresent(found::add));
                caps(points.total(), found);
            } else if (clause instanceof KpiClause.ActualClause actual) {
                steps(actual.steps(), found);
            } else if (clause instanceof KpiClause.AttainmentClause attainment) {
                method(attainment.method(), found);
                steps(attainment.steps(), found);
            } else if (clause instanceof KpiClause.AttainedClause attained
                    && attained.rule() instanceof AttainedRule.WhenAttainment when) {
                found.add(when.condition());
            } else if (clause instanceof KpiClause.RankClause rank) {
                rank.where().ifPresent(found::add);
            } else if (clause instanceof KpiClause.RollUpClause rollUp) {
                rollUp.gates().forEach(gate -> gate.condition().ifPresent(found::add));
                rollUp.rule().formula().ifPresent(found::add);
            } else if (clause instanceof KpiClause.VersionClause version) {
                found.addAll(expressions(version.clauses()));
            }
        }
        return found;
    }

    private static void method(AttainmentWord method, List<Expression> found) {
        if (method instanceof AttainmentWord.ByFormula formula) {
            found.add(formula.value());
        } else if (method instanceof AttainmentWord.Between between) {
            found.add(between.from());
            found.add(between.to());
        } else if (method instanceof AttainmentWord.BestOf best) {
            method(best.first(), found);
            method(best.second(), found);
        }
    }

    private static void item(PointItem item, List<Expression> found) {
        item.where().ifPresent(found::add);
        item.when().ifPresent(found::add);
        found.add(item.amount());
        item.allotted().ifPresent(found::add);
        caps(item.caps(), found);
    }

    private static void caps(List<PointItem.Cap> caps, List<Expression> found) {
        caps.forEach(cap -> found.add(cap.amount()));
    }

    private static void steps(List<Step> steps, List<Expression> found) {
        steps.forEach(step -> found.addAll(Expressions.ofStep(step)));
    }
}
