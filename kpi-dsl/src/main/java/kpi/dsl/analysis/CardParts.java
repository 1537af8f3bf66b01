package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Id;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.NodeRule;
import kpi.dsl.syntax.NodeRule.EveryWord;
import kpi.dsl.syntax.ScorecardItem;
import kpi.model.CardNode;
import kpi.model.SummaryFigure;
import kpi.source.Span;

/** What the lines of a scorecard may say where: what has no effect where it stands is refused. */
final class CardParts {
    private final Reporter reporter;

    CardParts(Reporter reporter) {
        this.reporter = reporter;
    }

    /** What its summary shows; empty for all. What only the whole scorecard can say is refused elsewhere. */
    List<SummaryFigure> summary(CardNode.Kind kind, List<ScorecardItem> items) {
        List<ScorecardItem.Summary> lines = new ArrayList<>();
        for (ScorecardItem item : items) {
            boolean ofTheKpi =
                    item instanceof ScorecardItem.Rule rule && rule.clause() instanceof KpiClause.PublishedColumn;
            boolean ofTheCard = item instanceof ScorecardItem.Summary || item instanceof KpiClause.PublishedClause;
            if (ofTheKpi) {
                reporter.report(Clauses.ofTheKpi(item.span()));
            } else if (ofTheCard && kind != CardNode.Kind.SCORECARD) {
                reporter.report(Problem.of(AnalysisCode.CLAUSE_OF_THE_SCORECARD, item.span())
                        .with("word", item.span().text()));
            } else if (item instanceof ScorecardItem.Summary line) {
                lines.add(line);
            }
        }
        for (ScorecardItem.Summary second : lines.subList(Math.min(1, lines.size()), lines.size())) {
            reporter.report(Problem.of(AnalysisCode.DUPLICATE_CLAUSE, second.span())
                    .related(lines.get(0).span(), "first-clause"));
        }
        return lines.stream().findFirst().map(this::figures).orElse(List.of());
    }

    private List<SummaryFigure> figures(ScorecardItem.Summary line) {
        Set<SummaryFigure> figures = new LinkedHashSet<>();
        for (Id word : line.measures()) {
            String name = word.spelling().strip().replaceAll("\\s+", " ");
            Optional<SummaryFigure> found = Arrays.stream(SummaryFigure.values())
                    .filter(figure -> figure.word().zh().equals(name)
                            || figure.word().en().equals(CanonicalName.of(name)))
                    .findFirst();
            if (found.isEmpty()) {
                unknown(word, name);
            } else if (!figures.add(found.get())) {
                reporter.report(Definitions.duplicate(name, word.span(), word.span()));
            }
        }
        return List.copyOf(figures);
    }

    private void unknown(Id word, String name) {
        List<String> known = Arrays.stream(SummaryFigure.values())
                .flatMap(figure -> List.of(figure.word().zh(), figure.word().en()).stream())
                .toList();
        Problem.Builder problem = Problem.of(AnalysisCode.UNKNOWN_MEASURE, word.span())
                .with("name", name)
                .with(
                        "known",
                        new LocalText(
                                String.join(
                                        "、",
                                        known.stream()
                                                .filter(CardParts::isChinese)
                                                .toList()),
                                String.join(
                                        ", ",
                                        known.stream()
                                                .filter(each -> !isChinese(each))
                                                .toList())));
        UnknownNames.suggest(problem, word.span(), name, known);
        reporter.report(problem);
    }

    private static boolean isChinese(String word) {
        return Character.isIdeographic(word.codePointAt(0));
    }

    /**
     * A gate on every perspective is one on perspectives: another kind of child would be held to it unsaid.
     *
     * @param ofKpis whether all KPIs below are rolled up, whatever stands between
     */
    void gates(List<NodeRule.Gate> gates, List<ScorecardItem> items, boolean ofKpis) {
        Set<EveryWord> children = new LinkedHashSet<>();
        for (ScorecardItem item : items) {
            if (item instanceof ScorecardItem.KpiReference || ofKpis && isNode(item)) {
                children.add(EveryWord.KPI);
            } else if (item instanceof ScorecardItem.Perspective) {
                children.add(EveryWord.PERSPECTIVE);
            } else if (item instanceof ScorecardItem.Objective) {
                children.add(EveryWord.OBJECTIVE);
            }
        }
        for (NodeRule.Gate gate : gates) {
            Optional<NodeRule.Every> every = gate.every()
                    .filter(said -> said.word() != EveryWord.CHILD && !children.equals(Set.of(said.word())));
            if (every.isPresent()) {
                gate(every.get(), children);
            }
        }
    }

    /** A rule for what is below, where the text puts nothing. */
    void nothing(NodeRule.RollUp rollUp, List<ScorecardItem> items) {
        boolean empty = items.stream().noneMatch(item -> isNode(item) || item instanceof ScorecardItem.KpiReference);
        if (empty && items.contains(rollUp)) {
            reporter.report(Problem.of(AnalysisCode.ROLL_UP_OF_NOTHING, rollUp.span()));
        }
    }

    private static boolean isNode(ScorecardItem item) {
        return item instanceof ScorecardItem.Perspective || item instanceof ScorecardItem.Objective;
    }

    private void gate(NodeRule.Every every, Set<EveryWord> children) {
        Span word = every.spoken();
        boolean chinese = isChinese(word.text());
        reporter.report(Problem.of(AnalysisCode.GATE_OF_CHILDREN, word)
                .with("word", word.text())
                .with(
                        "children",
                        new LocalText(
                                String.join(
                                        "、",
                                        children.stream().map(CardParts::zh).toList()),
                                String.join(
                                        ", ",
                                        children.stream().map(CardParts::en).toList())))
                .edit(word, chinese ? "各項" : "every child"));
    }

    private static String zh(EveryWord word) {
        return switch (word) {
            case CHILD -> "各項";
            case PERSPECTIVE -> "構面";
            case OBJECTIVE -> "策略目標";
            case KPI -> "指標";
        };
    }

    private static String en(EveryWord word) {
        return switch (word) {
            case CHILD -> "children";
            case PERSPECTIVE -> "perspectives";
            case OBJECTIVE -> "objectives";
            case KPI -> "KPIs";
        };
    }
}
