package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.source.Span;

/**
 * One line of inputs, with the lines of figures below it. Figures behind several names are each name's or the last
 * one's: nobody can tell, so it is a problem with both readings written out.
 */
final class SharedSeries {
    private final KpiGrammarParser.NewInputsContext line;
    private final List<KpiGrammarParser.SeriesContext> figures = new ArrayList<>();

    SharedSeries(KpiGrammarParser.NewInputsContext line) {
        this.line = line;
        Optional.ofNullable(line.series()).ifPresent(figures::add);
    }

    /** The line below goes on with figures. */
    void goesOn(KpiGrammarParser.SeriesContext more) {
        figures.add(more);
    }

    /** What is to be said of it; empty if the figures stand behind one name. */
    Optional<Problem> problem(Nodes nodes, Span clause) {
        List<Span> names =
                line.inputNames().inputName().stream().map(nodes::span).toList();
        if (names.size() < 2 || figures.isEmpty()) {
            return Optional.empty();
        }
        Span first = names.get(0);
        Span last = names.get(names.size() - 1);
        Span series = nodes.span(figures.get(0)).to(nodes.span(figures.get(figures.size() - 1)));
        String unit = line.UNIT() == null
                ? ""
                : last.source().span(last.end(), nodes.span(line.UNIT()).end()).text();
        String gap =
                last.source().span(last.end() + unit.length(), series.start()).text();
        String apart = "\n" + " ".repeat(indentation(clause, first));
        List<String> each = new ArrayList<>();
        List<String> lastAlone = new ArrayList<>();
        for (Span name : names) {
            each.add(name.text() + unit + gap + series.text());
            lastAlone.add(name.text() + unit + (name.equals(last) ? gap + series.text() : ""));
        }
        Span whole = first.to(series);
        return Optional.of(Problem.of(SyntaxCode.FIGURES_OF_SEVERAL, first.to(last))
                .with("names", first.to(last).text())
                .with("last", last.text())
                .related(series, "figures")
                .edit(whole, String.join(apart, each))
                .edit(whole, String.join(apart, lastAlone))
                .build());
    }

    /** Below the first name, and always deeper than the word of the clause, so that the lines go on with it. */
    private static int indentation(Span clause, Span first) {
        return first.line() == clause.line() ? first.displayColumn() - 1 : first.column() - 1;
    }
}
