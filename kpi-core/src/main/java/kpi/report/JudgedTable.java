package kpi.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.explain.Explanation;
import kpi.result.Figure;
import kpi.result.JudgedScore;
import kpi.result.KpiResult;
import kpi.result.Mark;
import kpi.result.ScorecardResult;
import kpi.value.Dates;
import kpi.value.Quantity;

/** How people judged: who gave what in which stage, how far they agree, what is not rated. */
final class JudgedTable {
    private static final int PLACES = 2;

    private final Language language;
    private final ScorecardResult result;

    JudgedTable(Language language, ScorecardResult result) {
        this.language = language;
        this.result = result;
    }

    /** Writes the tables of the KPIs that are judged by a rule; nothing of those that have no ratings at all. */
    void write(List<KpiResult> kpis, Appendable out) throws IOException {
        for (KpiResult kpi : kpis) {
            for (JudgedScore judged : kpi.judged().values()) {
                if (judged.stages().stream().anyMatch(stage -> !stage.scorers().isEmpty())) {
                    write(kpi, judged, out);
                }
            }
        }
    }

    /** Digits as far as they go, two places of those that never end. */
    static String digits(Quantity value, Language language) {
        if (value.in(value.unit()).isDecimal()) {
            return value.plain();
        }
        String shown = value.display(language, PLACES);
        int space = shown.indexOf(' ');
        return space < 0 ? shown : shown.substring(0, space);
    }

    private void write(KpiResult kpi, JudgedScore judged, Appendable out) throws IOException {
        LocalText name = Optional.ofNullable(result.dimensions().get(judged.dimension()))
                .orElse(new LocalText(judged.dimension(), judged.dimension()));
        out.append('\n')
                .append(kpi.id())
                .append(' ')
                .append(name.in(language))
                .append(word("評分", " ratings"))
                .append("\n\n");
        Set<String> criteria = new LinkedHashSet<>();
        judged.stages()
                .forEach(stage -> stage.scorers()
                        .forEach(scorer -> criteria.addAll(scorer.criteria().keySet())));
        List<String> heading = new ArrayList<>(List.of(word("階段", "Stage"), word("評分者", "Scorer")));
        heading.addAll(criteria);
        heading.addAll(List.of(word("得分", "Score"), word("日期", "Date"), word("理由", "Reason")));
        boolean[] right = new boolean[heading.size()];
        java.util.Arrays.fill(right, 2, 3 + criteria.size(), true);
        TextTable table = new TextTable(right).row(heading);
        for (JudgedScore.Stage stage : judged.stages()) {
            for (JudgedScore.Scorer scorer : stage.scorers()) {
                List<String> row = new ArrayList<>(List.of(stage.name(), scorer.name()));
                for (String criterion : criteria) {
                    row.add(Optional.ofNullable(scorer.criteria().get(criterion))
                            .map(score -> digits(score, language))
                            .orElse(""));
                }
                row.add(digits(scorer.score()));
                row.add(scorer.date()
                        .map(day -> Dates.display(day, result.calendar()))
                        .orElse(""));
                row.add(scorer.reason());
                table.row(row);
            }
        }
        table.write(out);
        for (JudgedScore.Stage stage : judged.stages()) {
            stage(stage, out);
        }
        Figure score =
                Optional.ofNullable(kpi.dimensions().get(judged.dimension())).orElseThrow();
        line(name.in(language), score, out);
    }

    private void stage(JudgedScore.Stage stage, Appendable out) throws IOException {
        line(stage.name(), stage.score(), out);
        if (stage.agreement().isPresent()) {
            String range = digits(stage.agreement().get().range(), language);
            String deviation = digits(stage.agreement().get().meanDeviation(), language);
            out.append(word(
                            "　全距 " + range + "，平均絕對差 " + deviation,
                            "  range " + range + ", mean absolute deviation " + deviation))
                    .append('\n');
        }
        for (LocalText lack : stage.lacking()) {
            out.append(word("　", "  ")).append(lack.in(language)).append('\n');
        }
    }

    private void line(String name, Figure score, Appendable out) throws IOException {
        out.append(name).append(word("：", ": "));
        Optional<Explanation> how = score.explanation().filter(known -> score.hasValue());
        out.append(how.map(known -> known.line(language)).orElseGet(() -> score.display(language)));
        for (Mark mark : List.of(Mark.PROVISIONAL, Mark.PARTIAL)) {
            if (score.hasValue() && score.marks().contains(mark)) {
                out.append(word("（", " (")).append(mark.name(language)).append(word("）", ")"));
            }
        }
        out.append('\n');
    }

    private String digits(Figure score) {
        return score.value().map(value -> digits(value, language)).orElse("–");
    }

    private String word(String zh, String en) {
        return language == Language.ZH_TW ? zh : en;
    }
}
