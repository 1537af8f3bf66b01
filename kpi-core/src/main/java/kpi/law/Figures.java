package kpi.law;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kpi.diagnostic.Language;
import kpi.model.Facet;
import kpi.number.Exact;
import kpi.number.Rounding;
import kpi.result.Figure;
import kpi.result.KpiResult;
import kpi.result.Mark;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;

/** The figures of a KPI for facts: one, or one of each row or group. */
final class Figures {
    /** Two approximate values that agree in so many digits are one. */
    private static final int DIGITS = 15;

    private final KpiProgram program;
    private final String kpi;
    private final Facet of;
    private final Demand demand;

    Figures(KpiProgram program, String kpi, Facet of, Demand demand) {
        this.program = program;
        this.kpi = kpi;
        this.of = of;
        this.demand = demand;
    }

    /** No figures where the facts cannot be. */
    List<Figure> of(Case facts) {
        return facts.facts(program, demand)
                .map(given -> {
                    KpiResult result = evaluate(given);
                    Stream<KpiResult> each =
                            result.groups().map(groups -> groups.stream()).orElseGet(() -> Stream.of(result));
                    return each.map(one -> of == Facet.ATTAINMENT ? one.attainment() : one.actual())
                            .toList();
                })
                .orElse(List.of());
    }

    private KpiResult evaluate(kpi.run.Facts facts) {
        return program.evaluate(kpi, facts, Evaluation.of(demand.period()));
    }

    static Optional<Exact> number(Figure figure) {
        return figure.value().map(value -> value.canonical());
    }

    /** Below, equal or above; two approximate values that agree in their first digits are equal. */
    static int compare(Figure first, Figure second) {
        Exact one = number(first).orElseThrow();
        Exact other = number(second).orElseThrow();
        if (first.marks().contains(Mark.APPROXIMATE) || second.marks().contains(Mark.APPROXIMATE)) {
            one = one.roundToDigits(DIGITS, Rounding.HALF_UP);
            other = other.roundToDigits(DIGITS, Rounding.HALF_UP);
        }
        return one.compareTo(other);
    }

    static String shown(Figure figure, Language language) {
        return figure.value().map(RowText::figure).orElseGet(() -> figure.display(language));
    }
}
