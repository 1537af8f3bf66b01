package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.AbsenceWord;
import kpi.dsl.syntax.Attributes;
import kpi.dsl.syntax.DateWord;
import kpi.dsl.syntax.Entry;
import kpi.dsl.syntax.Id;
import kpi.dsl.syntax.InputDeclaration;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.MeasureWord;
import kpi.dsl.syntax.PublishedEntry;
import kpi.dsl.syntax.QualifiedName;
import kpi.dsl.syntax.TargetEntry;
import kpi.dsl.syntax.TargetRelation;
import kpi.dsl.syntax.UnitWord;
import kpi.source.Span;
import org.jspecify.annotations.Nullable;

/** Inputs, reported figures, targets and published figures: whatever is written {@code period: figure}. */
final class SeriesBuilder {
    private final Reader reader;
    private final Nodes nodes;

    SeriesBuilder(Reader reader) {
        this.reader = reader;
        this.nodes = reader.nodes();
    }

    KpiClause.Inputs inputs(Span span, KpiGrammarParser.InputsContext context) {
        List<InputDeclaration> inputs = new ArrayList<>();
        List<SharedSeries> lines = new ArrayList<>();
        for (KpiGrammarParser.InputLineContext line : context.inputLine()) {
            if (line instanceof KpiGrammarParser.NewInputsContext declared) {
                inputs.addAll(inputs(declared));
                lines.add(new SharedSeries(declared));
            } else {
                KpiGrammarParser.SeriesContext more = ((KpiGrammarParser.MoreOfSeriesContext) line).series();
                continueSeries(inputs, more);
                if (!lines.isEmpty()) {
                    lines.get(lines.size() - 1).goesOn(more);
                }
            }
        }
        lines.forEach(line -> line.problem(nodes, span).ifPresent(reader.problems()::add));
        return new KpiClause.Inputs(span, inputs);
    }

    private List<InputDeclaration> inputs(KpiGrammarParser.NewInputsContext line) {
        List<InputDeclaration> inputs = new ArrayList<>();
        Optional<UnitWord> unit = Optional.ofNullable(line.UNIT()).map(nodes::unit);
        List<Entry> series = line.series() == null ? List.of() : series(line.series());
        List<KpiGrammarParser.InputNameContext> names = line.inputNames().inputName();
        for (int i = 0; i < names.size(); i++) {
            QualifiedName name = nodes.qualifiedName(names.get(i).qualifiedName());
            boolean last = i == names.size() - 1;
            Span span = last ? nodes.span(names.get(i)).to(nodes.span(line)) : nodes.span(names.get(i));
            List<Label> aliases = nodes.labels(names.get(i).TEXT());
            // The unit is everyone's; figures behind several names are a problem of SharedSeries.
            inputs.add(new InputDeclaration(span, name, aliases, unit, last ? series : List.of()));
        }
        return inputs;
    }

    /** A line that begins with a period goes on with the input before it. */
    private void continueSeries(List<InputDeclaration> inputs, KpiGrammarParser.SeriesContext more) {
        List<Entry> entries = series(more);
        if (inputs.isEmpty()) {
            reader.problems()
                    .add(Problem.of(
                                    SyntaxCode.UNEXPECTED,
                                    entries.get(0).period().span())
                            .with("found", entries.get(0).period().span())
                            .with("expected", SyntaxTexts.expected("name")));
            return;
        }
        InputDeclaration last = inputs.remove(inputs.size() - 1);
        List<Entry> all = new ArrayList<>(last.series());
        all.addAll(entries);
        Span span = last.span().to(nodes.span(more));
        inputs.add(new InputDeclaration(span, last.name(), last.aliases(), last.unit(), all));
    }

    KpiClause.ReportedClause reported(Span span, KpiGrammarParser.ReportedClauseContext context) {
        List<Entry> entries = new ArrayList<>();
        Optional<Label> replaces = Optional.empty();
        for (KpiGrammarParser.ReportedSeriesContext line : context.reportedSeries()) {
            Attributes attributes = attributes(line.attributes());
            for (KpiGrammarParser.ReportedEntryContext entry : line.reportedEntry()) {
                List<Id> reached = entry.reached() == null
                        ? List.of()
                        : entry.reached().MILESTONE().stream().map(nodes::id).toList();
                entries.add(new Entry(
                        nodes.span(entry),
                        nodes.period(entry.PERIOD()),
                        Optional.ofNullable(entry.FIGURE()).map(nodes::figure),
                        Optional.ofNullable(entry.absence()).map(this::absence),
                        reached,
                        attributes));
            }
            for (KpiGrammarParser.AttributeContext attribute : line.attributes().attribute()) {
                if (attribute instanceof KpiGrammarParser.ReplacesContext said) {
                    if (replaces.isPresent()) {
                        twice(nodes.span(said), replaces.get().span());
                    }
                    replaces = Optional.of(nodes.label(said.TEXT()));
                }
            }
        }
        return new KpiClause.ReportedClause(span, entries, replaces);
    }

    /** What follows the last figure of a line qualifies every figure of that line. */
    private List<Entry> series(KpiGrammarParser.SeriesContext context) {
        Attributes attributes = attributes(context.attributes());
        List<Entry> entries = new ArrayList<>();
        for (KpiGrammarParser.EntryContext entry : context.entry()) {
            entries.add(new Entry(
                    nodes.span(entry),
                    nodes.period(entry.PERIOD()),
                    Optional.ofNullable(entry.FIGURE()).map(nodes::figure),
                    Optional.ofNullable(entry.absence()).map(this::absence),
                    List.of(),
                    attributes));
        }
        return entries;
    }

    private AbsenceWord absence(KpiGrammarParser.AbsenceContext context) {
        AbsenceWord.Kind kind = switch (context.getStart().getType()) {
            case KpiGrammarParser.NOT_REPORTED -> AbsenceWord.Kind.NOT_REPORTED;
            case KpiGrammarParser.NOT_APPLICABLE -> AbsenceWord.Kind.NOT_APPLICABLE;
            case KpiGrammarParser.MEANINGLESS -> AbsenceWord.Kind.MEANINGLESS;
            default -> AbsenceWord.Kind.NOT_YET_RELEASED;
        };
        return new AbsenceWord(nodes.span(context), kind);
    }

    private Attributes attributes(KpiGrammarParser.AttributesContext context) {
        Attributed said = new Attributed();
        for (KpiGrammarParser.AttributeContext attribute : context.attribute()) {
            Span span = nodes.span(attribute);
            if (attribute instanceof KpiGrammarParser.CoversToContext covers) {
                said.coversTo = once(said.coversTo, nodes.date(covers.DATE()), span);
            } else if (attribute instanceof KpiGrammarParser.KnownOnContext known) {
                said.knownOn = once(said.knownOn, nodes.date(known.DATE()), span);
            } else if (attribute instanceof KpiGrammarParser.BasisContext) {
                said.basis = once(said.basis, new Id(span, span.text(), false), span);
            } else if (attribute instanceof KpiGrammarParser.ProvisionalContext) {
                said.provisional = once(said.provisional, true, span);
            } else if (attribute instanceof KpiGrammarParser.FinalContext) {
                said.provisional = once(said.provisional, false, span);
            } else if (attribute instanceof KpiGrammarParser.NoteTextContext note) {
                said.note = once(said.note, nodes.label(note.TEXT()), span);
            }
        }
        return new Attributes(
                Optional.ofNullable(said.coversTo),
                Optional.ofNullable(said.knownOn),
                Optional.ofNullable(said.basis),
                Optional.ofNullable(said.provisional),
                Optional.ofNullable(said.note));
    }

    private static final class Attributed {
        private @Nullable DateWord coversTo;
        private @Nullable DateWord knownOn;
        private @Nullable Id basis;
        private @Nullable Boolean provisional;
        private @Nullable Label note;
    }

    private <T> T once(@Nullable T before, T now, Span span) {
        if (before != null) {
            twice(span, before instanceof kpi.dsl.syntax.Node node ? node.span() : span);
        }
        return now;
    }

    private void twice(Span second, Span first) {
        reader.problems().add(Problem.of(SyntaxCode.TWICE_SAID, second).related(first, "said-here"));
    }

    /** Before the figure, or in words behind it: 38以下. */
    private static Optional<TargetRelation> relation(KpiGrammarParser.TargetContext target) {
        if (target.GRADE_FROM() != null) {
            return Optional.of(TargetRelation.AT_LEAST);
        }
        return target.GRADE_UP_TO() != null ? Optional.of(TargetRelation.AT_MOST) : relation(target.targetRelation());
    }

    KpiClause.TargetClause targets(Span span, KpiGrammarParser.TargetClauseContext context) {
        List<TargetEntry> entries = new ArrayList<>();
        for (KpiGrammarParser.TargetContext target : context.target()) {
            entries.add(new TargetEntry(
                    nodes.span(target),
                    nodes.period(target.PERIOD()),
                    relation(target),
                    target.FIGURE().stream().findFirst().map(nodes::figure),
                    Optional.empty(),
                    target.FIGURE().stream().skip(1).findFirst().map(nodes::figure),
                    nodes.optionalLabel(target.TEXT())));
        }
        return new KpiClause.TargetClause(span, entries);
    }

    static Optional<TargetRelation> relation(KpiGrammarParser.@Nullable TargetRelationContext context) {
        return Optional.ofNullable(context)
                .map(relation -> switch (relation.getStart().getType()) {
                    case KpiGrammarParser.GE -> TargetRelation.AT_LEAST;
                    case KpiGrammarParser.LE -> TargetRelation.AT_MOST;
                    default -> TargetRelation.EQUAL;
                });
    }

    KpiClause.PublishedClause published(Span span, KpiGrammarParser.PublishedClauseContext context) {
        List<PublishedEntry> entries = new ArrayList<>();
        for (KpiGrammarParser.PublishedContext page : context.published()) {
            List<PublishedEntry.PublishedFigure> figures = new ArrayList<>();
            for (KpiGrammarParser.PublishedFigureContext figure : page.publishedFigure()) {
                figures.add(new PublishedEntry.PublishedFigure(
                        nodes.span(figure),
                        measure(figure.measure()),
                        relation(figure.targetRelation()),
                        nodes.figure(figure.FIGURE())));
            }
            entries.add(new PublishedEntry(
                    nodes.span(page), nodes.period(page.PERIOD()), nodes.optionalLabel(page.TEXT()), figures));
        }
        return new KpiClause.PublishedClause(span, entries);
    }

    static MeasureWord measure(KpiGrammarParser.MeasureContext context) {
        return MeasureWord.valueOf(TokenNames.name(context.getStart().getType()));
    }
}
