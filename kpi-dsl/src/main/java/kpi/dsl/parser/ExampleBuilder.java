package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expectation;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Figure;
import kpi.dsl.syntax.Given;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.MeasureWord;
import kpi.source.Span;

/** Examples: what is given, what is expected. */
final class ExampleBuilder {
    private final Reader reader;
    private final Nodes nodes;

    ExampleBuilder(Reader reader) {
        this.reader = reader;
        this.nodes = reader.nodes();
    }

    KpiClause example(Span span, KpiGrammarParser.ExampleContext context) {
        List<Given> givens = new ArrayList<>();
        context.given().forEach(given -> givens.add(given(given)));
        List<Expectation> expectations = new ArrayList<>();
        context.expectation().forEach(expectation -> expectations.add(expectation(expectation)));
        return new KpiClause.ExampleClause(
                span,
                nodes.optionalLabel(context.TEXT()),
                Optional.ofNullable(context.PERIOD()).map(nodes::period),
                givens,
                expectations);
    }

    private Given given(KpiGrammarParser.GivenContext context) {
        Span span = nodes.span(context);
        if (context instanceof KpiGrammarParser.GivenFigureContext figure) {
            return new Given.GivenInput(
                    span, nodes.qualifiedName(figure.qualifiedName()), nodes.figure(figure.FIGURE()));
        }
        KpiGrammarParser.GivenTableContext table = (KpiGrammarParser.GivenTableContext) context;
        List<Given.GivenCell> cells = new ArrayList<>();
        table.cell().forEach(cell -> cells.add(cell(cell)));
        return new Given.GivenRows(span, nodes.id(table.name()), count(nodes.span(table.COUNT())), cells);
    }

    private int count(Span span) {
        String digits = Folding.narrow(span.text()).replaceAll("[^0-9]", "");
        if (digits.length() <= 9) {
            return Integer.parseInt(digits);
        }
        reader.problems().add(Problem.of(SyntaxCode.BAD_WHOLE_NUMBER, span).with("text", span.text()));
        return 0;
    }

    private Given.GivenCell cell(KpiGrammarParser.CellContext context) {
        Span span = nodes.span(context);
        Span value = span.source().span(nodes.span(context.name()).end(), span.end());
        Span stripped = strip(value);
        Expression literal;
        if (context.FIGURE() != null) {
            literal = new Expression.NumberLiteral(stripped, stripped.text());
        } else if (context.DATE() != null) {
            literal = new Expression.DateLiteral(stripped, stripped.text());
        } else if (context.TEXT() != null) {
            literal = new Expression.TextLiteral(
                    stripped, nodes.label(context.TEXT()).text());
        } else {
            literal = new Expression.TruthLiteral(stripped, context.YES() != null);
        }
        return new Given.GivenCell(span, nodes.id(context.name()), literal);
    }

    private static Span strip(Span span) {
        String text = span.text();
        int start = span.start() + text.length() - text.stripLeading().length();
        return span.source().span(start, span.end());
    }

    private Expectation expectation(KpiGrammarParser.ExpectationContext context) {
        Span span = nodes.span(context);
        if (context instanceof KpiGrammarParser.ExpectedVerdictContext verdict) {
            return new Expectation.ExpectVerdict(span, verdict.IS_ATTAINED() != null);
        }
        KpiGrammarParser.ExpectedFigureContext expected = (KpiGrammarParser.ExpectedFigureContext) context;
        MeasureWord what = expected.measure() == null ? MeasureWord.ACTUAL : SeriesBuilder.measure(expected.measure());
        if (expected.EQ() == null) {
            if (expected.FIGURE().size() > 1) {
                Span end = span.source().span(span.end(), span.end());
                reader.problems().add(Problem.of(SyntaxCode.UNEXPECTED_END, end).with("expected", "="));
            }
            return new Expectation.ExpectFigure(span, what, nodes.figure(expected.FIGURE(0)));
        }
        return sum(span, expected);
    }

    private Expectation sum(Span span, KpiGrammarParser.ExpectedFigureContext context) {
        List<Expectation.SignedFigure> terms = new ArrayList<>();
        int figures = context.FIGURE().size();
        boolean negative = false;
        for (int i = 0; i < context.getChildCount() && terms.size() < figures - 1; i++) {
            if (context.getChild(i) instanceof org.antlr.v4.runtime.tree.TerminalNode node) {
                if (node.getSymbol().getType() == KpiGrammarParser.FIGURE) {
                    Figure figure = nodes.figure(node);
                    terms.add(new Expectation.SignedFigure(figure.span(), negative, figure));
                } else {
                    negative = node.getSymbol().getType() == KpiGrammarParser.MINUS;
                }
            }
        }
        return new Expectation.ExpectSum(span, terms, nodes.figure(context.FIGURE(figures - 1)));
    }
}
