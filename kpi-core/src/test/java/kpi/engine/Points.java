package kpi.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.model.ActualRule;
import kpi.model.Bound;
import kpi.model.Gate;
import kpi.model.PointGate;
import kpi.model.PointGroup;
import kpi.model.PointItem;
import kpi.model.Term;
import kpi.unit.KpiUnit;
import kpi.unit.Units;

/** Points rules for tests; the terms stand in a world whose tables they name by {@code T.column}. */
public final class Points {
    private final World world;
    private final List<PointItem> items = new ArrayList<>();
    private final List<PointGroup> groups = new ArrayList<>();
    private final List<PointGate> gates = new ArrayList<>();
    private final List<PointItem.Cap> total = new ArrayList<>();

    public Points(World world) {
        this.world = world;
    }

    /** The rule of HF2.1, as printed. */
    public static Points hf21(World world) {
        return new Points(world)
                .line(PointItem.Kind.BASE, "達成使用率標準", "80分")
                .each(PointItem.Kind.DEDUCT, "一級機關未達使用率標準", "機關", "not 機關.達使用率標準", "0.1分")
                .each(PointItem.Kind.ADD, "有償提供使用", "案件", "案件.類別 = \"有償提供使用\"", "0.1分 * 案件.處數", world.cap("1分"))
                .each(PointItem.Kind.ADD, "非公用財產標租", "案件", "案件.類別 = \"非公用標租\"", "0.1分 * 案件.處數", world.cap("1分"))
                .each(PointItem.Kind.ADD, "委營OT案件", "案件", "案件.類別 = \"委營OT\"", "0.2分")
                .each(PointItem.Kind.ADD, "促參OT案件", "案件", "案件.類別 = \"促參\"", "1分");
    }

    public Points line(PointItem.Kind kind, String label, String amount) {
        return add(kind, label, Optional.empty(), Optional.empty(), Optional.empty(), amount, List.of());
    }

    public Points when(PointItem.Kind kind, String label, String when, String amount) {
        return add(kind, label, Optional.empty(), Optional.empty(), Optional.of(when), amount, List.of());
    }

    public Points each(
            PointItem.Kind kind, String label, String table, String where, String amount, PointItem.Cap... caps) {
        Optional<String> filter = where.isEmpty() ? Optional.empty() : Optional.of(where);
        return add(kind, label, Optional.of(table), filter, Optional.empty(), amount, List.of(caps));
    }

    private Points add(
            PointItem.Kind kind,
            String label,
            Optional<String> table,
            Optional<String> where,
            Optional<String> when,
            String amount,
            List<PointItem.Cap> caps) {
        items.add(new PointItem(
                World.span(label),
                kind,
                label,
                table,
                where.map(world::term),
                when.map(world::term),
                world.term(amount),
                caps));
        return this;
    }

    /** A part that is worth at most its points. */
    public Points allotted(String label, String worth, String amount, PointItem.Cap... caps) {
        items.add(new PointItem(
                World.span(label),
                PointItem.Kind.ALLOTTED,
                label,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(world.term(worth)),
                world.term(amount),
                List.of(caps)));
        return this;
    }

    /** The last lines together. */
    public Points group(String label, int lines, PointItem.Cap... caps) {
        groups.add(new PointGroup(World.span(label), label, items.size() - lines, items.size(), List.of(caps)));
        return this;
    }

    /** A gate that asks for parts. */
    public Points gate(String least, Gate.Consequence otherwise, PointGate.Part... parts) {
        gates.add(new PointGate(
                World.span("門檻條件"), List.of(parts), Optional.of(world.term(least)), Optional.empty(), otherwise));
        return this;
    }

    /** A gate with a condition. */
    public Points gateWhen(String condition, Gate.Consequence otherwise) {
        gates.add(new PointGate(
                World.span("門檻條件"), List.of(), Optional.empty(), Optional.of(world.term(condition)), otherwise));
        return this;
    }

    /** The limits of the total. */
    public Points total(PointItem.Cap... caps) {
        total.addAll(List.of(caps));
        return this;
    }

    static PointItem.Cap cap(PointItem.Scope scope, Bound bound, Term limit) {
        return new PointItem.Cap(limit.span(), scope, bound, limit);
    }

    public PointsOutcome evaluate() {
        return evaluate(Units.POINTS);
    }

    public PointsOutcome evaluate(KpiUnit unit) {
        return ReferenceEngine.points(
                new ActualRule.Points(World.span("計分"), items, groups, gates, total), unit, world.scope());
    }

    /** The signed amounts and the total, as {@link World#shown} shows them. */
    public List<String> shown() {
        PointsOutcome outcome = evaluate();
        List<String> shown = new ArrayList<>();
        outcome.items().forEach(item -> shown.add(World.shown(item.amount())));
        shown.add(World.shown(outcome.total()));
        return shown;
    }
}
