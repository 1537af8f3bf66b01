package kpi.dsl.analysis;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.dsl.syntax.Expression;
import kpi.model.Definition;
import kpi.model.Facet;
import kpi.model.KpiFigure;
import kpi.model.KpiPart;
import kpi.model.Level;
import kpi.model.Term;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.value.Type;

/** Which figure of which KPI a name or a dotted id stands for, and of what type it is. */
final class FigureNames {
    private final Scope scope;

    FigureNames(Scope scope) {
        this.scope = scope;
    }

    /** The KPI that a name or a dotted id stands for. */
    Optional<Symbols.KpiSignature> kpi(Expression expression) {
        if (expression instanceof Expression.Member member) {
            return scope.symbols()
                    .kpi(member.table().spelling() + "." + member.column().spelling());
        }
        return expression instanceof Expression.Name name ? scope.symbols().kpi(name.spelling()) : Optional.empty();
    }

    /** A figure of a KPI: its only one, or that of the row or group at hand; empty where a problem was reported. */
    Optional<Term> figureOf(Span span, Symbols.KpiSignature kpi, Facet facet) {
        return kpi.rows().isEmpty()
                ? Optional.of(figure(span, kpi, facet))
                : new Joins(scope).figure(span, kpi, new KpiPart.Figure(facet), type(facet, kpi.unit()));
    }

    static KpiFigure figure(Span span, Symbols.KpiSignature kpi, Facet facet) {
        return new KpiFigure(span, kpi.id(), facet, type(facet, kpi.unit()));
    }

    static Optional<Facet> facet(String spelling) {
        return switch (CanonicalName.of(spelling)) {
            case "實際值", "actual" -> Optional.of(Facet.ACTUAL);
            case "目標值", "target" -> Optional.of(Facet.TARGET);
            case "目標達成度", "attainment" -> Optional.of(Facet.ATTAINMENT);
            default -> Optional.empty();
        };
    }

    static Optional<Level> level(String spelling) {
        String name = CanonicalName.of(spelling);
        return Arrays.stream(Level.values())
                .filter(level -> name.equals(level.name(Language.EN)) || name.equals(level.name(Language.ZH_TW)))
                .findFirst();
    }

    /** The figure of a KPI per row or group that a name stands for: a definition, or 實際值 and the like. */
    static Optional<KpiPart> part(Symbols.KpiSignature kpi, String spelling) {
        Definition definition = kpi.definitions().get(CanonicalName.of(spelling));
        return definition != null
                ? Optional.of(new KpiPart.Named(definition.name()))
                : facet(spelling).map(KpiPart.Figure::new);
    }

    static Type type(Symbols.KpiSignature kpi, KpiPart part) {
        return part instanceof KpiPart.Figure figure
                ? type(figure.facet(), kpi.unit())
                : Objects.requireNonNull(kpi.definitions().get(CanonicalName.of(((KpiPart.Named) part).definition())))
                        .type();
    }

    static Type type(Facet facet, KpiUnit unit) {
        return switch (facet) {
            case ACTUAL, TARGET, TARGET_LOWEST, TARGET_HIGHEST -> Type.measure(unit.dimension());
            case ATTAINMENT, ATTAINED -> Type.measure(Dimension.PERCENT);
        };
    }
}
