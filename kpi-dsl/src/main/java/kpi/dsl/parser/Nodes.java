package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.dsl.syntax.Bracket;
import kpi.dsl.syntax.DateWord;
import kpi.dsl.syntax.Figure;
import kpi.dsl.syntax.Id;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.PeriodWord;
import kpi.dsl.syntax.QualifiedName;
import kpi.dsl.syntax.UnitWord;
import kpi.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** The small nodes that many clauses share. */
final class Nodes {
    private final Lexed lexed;

    /** One string for all places that spell it alike: a file of ten thousand KPIs names the same few inputs. */
    private final Map<String, String> spellings = new HashMap<>();

    Nodes(Lexed lexed) {
        this.lexed = lexed;
    }

    Span span(ParserRuleContext context) {
        Token stop = context.getStop();
        return stop == null || stop.getStopIndex() < context.getStart().getStartIndex()
                ? lexed.span(context.getStart())
                : lexed.span(context.getStart(), stop);
    }

    Span span(TerminalNode node) {
        return lexed.span(node.getSymbol());
    }

    Label label(TerminalNode text) {
        Span span = span(text);
        return new Label(span, span.text().substring(1, span.text().length() - 1));
    }

    Optional<Label> optionalLabel(@Nullable TerminalNode text) {
        return Optional.ofNullable(text).map(this::label);
    }

    List<Label> labels(List<TerminalNode> texts) {
        List<Label> labels = new ArrayList<>();
        texts.forEach(text -> labels.add(label(text)));
        return labels;
    }

    Id id(KpiGrammarParser.IdContext context) {
        if (context instanceof KpiGrammarParser.PlainIdContext plain) {
            return id(plain.name());
        }
        KpiGrammarParser.DottedIdContext dotted = (KpiGrammarParser.DottedIdContext) context;
        return new Id(
                span(dotted), dotted.WORD(0).getText() + "." + dotted.WORD(1).getText(), false);
    }

    Id id(KpiGrammarParser.NameContext context) {
        Span span = span(context);
        boolean quoted = context.QUOTED_NAME() != null;
        return new Id(span, spelling(span, quoted), quoted);
    }

    /** A name that is one token. */
    Id id(TerminalNode name) {
        Span span = span(name);
        boolean quoted = span.text().startsWith("【");
        return new Id(span, spelling(span, quoted), quoted);
    }

    private String spelling(Span span, boolean quoted) {
        String spelling = Names.spelling(span.text(), quoted);
        String known = spellings.putIfAbsent(spelling, spelling);
        return known == null ? spelling : known;
    }

    List<Id> ids(KpiGrammarParser.IdsContext context) {
        List<Id> ids = new ArrayList<>();
        context.id().forEach(id -> ids.add(id(id)));
        return ids;
    }

    QualifiedName qualifiedName(KpiGrammarParser.QualifiedNameContext context) {
        Optional<Bracket> qualifier = Optional.ofNullable(context.QUALIFIER()).map(bracket -> {
            Span span = span(bracket);
            return new Bracket(
                    span, span.text().substring(1, span.text().length() - 1).strip());
        });
        return new QualifiedName(span(context), id(context.name()), qualifier);
    }

    PeriodWord period(TerminalNode node) {
        Span span = span(node);
        return new PeriodWord(span, span.text());
    }

    DateWord date(TerminalNode node) {
        Span span = span(node);
        return new DateWord(span, span.text());
    }

    UnitWord unit(TerminalNode node) {
        Span span = span(node);
        return new UnitWord(span, span.text());
    }

    Figure figure(TerminalNode node) {
        Span span = span(node);
        return new Figure(span, span.text());
    }
}
