package kpi.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.result.Agreement;
import kpi.result.Figure;
import kpi.result.Groups;
import kpi.result.KpiResult;
import kpi.result.LegalFloor;
import kpi.result.Light;
import kpi.result.Mark;
import kpi.result.MilestoneProgress;
import kpi.result.NodeResult;
import kpi.result.Reconciliation;
import kpi.result.ScorecardResult;
import kpi.result.Verdict;
import kpi.value.Dates;

/**
 * A result as the tables an official report prints: the KPIs, the summary (執行成果總表), and what became of the published
 * figures (公布值核對). For people; its layout is not stable. What cannot be seen in a name is written by its number.
 */
public final class TableReport {
    private static final int MOST_ROWS_TOLD = 10;

    private final ScorecardResult result;
    private final Language language;
    private final Appendable out;
    private final Footnotes notes = new Footnotes();

    private TableReport(ScorecardResult result, Language language, Appendable out) {
        this.result = result;
        this.language = language;
        this.out = new ShownText(out);
    }

    /** Writes the tables; lines end in LF. */
    public static void write(ScorecardResult result, Language language, Appendable out) throws IOException {
        write(result, result.kpis(), language, out);
    }

    /** Writes the tables with only some of the KPIs; the summary is that of the whole scorecard. */
    public static void write(ScorecardResult result, List<KpiResult> kpis, Language language, Appendable out)
            throws IOException {
        TableReport report = new TableReport(result, language, out);
        report.title();
        report.kpis(kpis);
        RowsTable rows = new RowsTable(language);
        for (KpiResult kpi : kpis) {
            if (kpi.groups().isPresent()) {
                rows.write(kpi, kpi.groups().get(), report.out);
            }
        }
        if (!kpis.isEmpty() && kpis.size() == result.kpis().size()) {
            report.summaries(rows);
        }
        new JudgedTable(language, result).write(kpis, report.out);
        report.reconciliation(kpis);
    }

    private void title() throws IOException {
        out.append(result.name().isEmpty() ? result.id() : result.id() + " " + result.name())
                .append(word("　", "  "))
                .append(result.period().display(language));
        if (result.knownOn().isPresent()) {
            String day = Dates.display(result.knownOn().get(), result.calendar());
            out.append(word("（" + day + " 所知）", " (as known on " + day + ")"));
        }
        out.append("\n\n");
    }

    private void kpis(List<KpiResult> kpis) throws IOException {
        int dimensions = result.dimensions().size();
        boolean graded = CsvReport.isGraded(kpis);
        boolean[] right = new boolean[graded ? 8 + dimensions : 7 + dimensions];
        for (int i = 4; i < 6 + dimensions; i++) {
            right[i] = true;
        }
        List<String> heading = new ArrayList<>(List.of(
                word("構面", "Perspective"),
                word("策略目標", "Objective"),
                word("主責局處", "Owner"),
                "KPI",
                word("實際值(目標值)", "Actual (target)"),
                word("目標達成度", "Attainment")));
        heading.addAll(dimensionNames());
        heading.add(word("達成", "Attained"));
        if (graded) {
            heading.add(word("等級", "Grade"));
        }
        boolean lit = kpis.stream().anyMatch(kpi -> kpi.light().isPresent());
        if (lit) {
            heading.add(word("燈號", "Light"));
        }
        TextTable table = new TextTable(Arrays.copyOf(right, heading.size()));
        table.row(heading);
        String perspective = "";
        String objective = "";
        for (KpiResult kpi : kpis) {
            String its = kpi.perspective().orElse("");
            String aim = objective(kpi);
            List<String> row = new ArrayList<>(List.of(
                    its.equals(perspective) ? "" : its,
                    aim.equals(objective) && its.equals(perspective) ? "" : aim,
                    kpi.owner().orElse(""),
                    kpi.id() + " " + kpi.name(),
                    actual(kpi),
                    attainment(kpi)));
            result.dimensions().keySet().forEach(dimension -> row.add(noted(kpi.dimensions(), dimension)));
            row.add(
                    kpi.groups().isPresent()
                            ? "–"
                            : kpi.verdict().name(language)
                                    + (kpi.verdictMarks().contains(Mark.ASSERTED) ? asserted(kpi) : ""));
            if (graded) {
                row.add(kpi.grade().orElse("–"));
            }
            if (lit) {
                row.add(kpi.light().map(Light::text).orElse(""));
            }
            table.row(row);
            perspective = its;
            objective = aim;
        }
        table.write(out);
        notes.write(out);
    }

    private static String objective(KpiResult kpi) {
        String id = kpi.objective().orElse("");
        String name = kpi.objectiveName().orElse("");
        return (id + " " + name).strip();
    }

    private String actual(KpiResult kpi) {
        Figure actual = kpi.actual();
        if (!actual.hasValue()) {
            return actual.state().name(language) + notes.sign(kpi.id() + " " + actual.display(language));
        }
        StringBuilder cell = new StringBuilder(actual.shown(language));
        if (kpi.target().hasValue()) {
            String relation =
                    kpi.targetRelation().filter(sign -> !sign.equals("≧")).orElse("");
            cell.append(" (").append(relation).append(kpi.target().shown(language));
            kpi.aimDetails().tolerance().ifPresent(within -> cell.append(" ± ").append(within.display(language)));
            cell.append(')');
        }
        kpi.targetBand()
                .ifPresent(band -> cell.append(" (")
                        .append(band.from().display(language))
                        .append("–")
                        .append(band.to().display(language))
                        .append(')'));
        cell.append(ActualNotes.signs(actual, notes, language));
        kpi.milestones().ifPresent(progress -> cell.append(notes.sign(milestones(progress))));
        if (actual.marks().contains(Mark.PARTIAL)) {
            cell.append(notes.sign(ScoresTable.partial(language)));
        }
        kpi.aimDetails().reason().ifPresent(why -> cell.append(notes.sign(word("目標值：" + why, "target: " + why))));
        kpi.legalFloor().ifPresent(floor -> cell.append(notes.sign(floor(floor))));
        return cell.toString();
    }

    /** {@code 里程碑：開工；下一里程碑：半程}. */
    private String milestones(MilestoneProgress progress) {
        String counted = word("里程碑：", "milestone: ") + progress.counted().orElse(word("尚未達成任何一項", "none reached"));
        return counted
                + progress.next()
                        .map(next -> word("；下一里程碑：", "; the next: ") + next)
                        .orElse("");
    }

    private String floor(LegalFloor floor) {
        String figure = floor.figure().display(language);
        boolean kept = floor.kept().orElse(false);
        return word(
                "法定下限 " + figure + "：" + (kept ? "符合" : "不符"),
                "legal floor " + figure + ": " + (kept ? "kept" : "not kept"));
    }

    private String attainment(KpiResult kpi) {
        Figure attainment = kpi.attainment();
        if (attainment.hasValue()) {
            return attainment.shown(language) + (attainment.marks().contains(Mark.ASSERTED) ? asserted(kpi) : "");
        }
        return "–";
    }

    private String asserted(KpiResult kpi) {
        LocalText plain = new LocalText("認定，未經計算", "asserted, not computed");
        return notes.sign(kpi.attainmentRaw().reason().orElse(plain).in(language));
    }

    private String score(Map<String, Figure> scores, String dimension) {
        Figure score = scores.get(dimension);
        if (score == null || score.value().isEmpty()) {
            return "–";
        }
        return JudgedTable.digits(score.value().get(), language);
    }

    private String noted(Map<String, Figure> scores, String dimension) {
        Figure score = scores.get(dimension);
        boolean provisional = score != null && score.marks().contains(Mark.PROVISIONAL);
        return score(scores, dimension) + (provisional ? notes.sign(word("暫定", "provisional")) : "");
    }

    private List<String> dimensionNames() {
        return result.dimensions().values().stream()
                .map(name -> language == Language.EN ? capital(name.en()) : name.in(language))
                .toList();
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : Character.toString(Character.toUpperCase(word.charAt(0))) + word.substring(1);
    }

    /** Each scorecard: what its KPIs come to, and what it rolls up. */
    private void summaries(RowsTable rows) throws IOException {
        for (int i = 0; i < result.cards().size(); i++) {
            NodeResult card = result.cards().get(i);
            String title = result.cards().size() == 1 ? "" : word("：", ": ") + card.name();
            summary(card, title);
            if (i == 0) {
                list(Verdict.NOT_ATTAINED);
                list(Verdict.UNDECIDED);
                if (result.dimensions().isEmpty() && result.partial()) {
                    out.append(word("資料不全。", "Not all data are there.")).append('\n');
                }
            }
            new ScoresTable(language).write(card, out);
            for (NodeResult node : card.totalLast().toList()) {
                if (node.score().flatMap(KpiResult::groups).isPresent()) {
                    rows.write(node.score().get(), node.score().get().groups().get(), out);
                }
            }
        }
    }

    private void summary(NodeResult card, String title) throws IOException {
        boolean undecided = card.undecided() > 0;
        out.append('\n').append(word("執行成果總表", "Summary")).append(title).append("\n\n");
        List<String> heading = new ArrayList<>(List.of(word("構面", "Perspective")));
        shown(card, heading, "objectives", word("策略目標數", "Objectives"));
        shown(card, heading, "kpis", word("KPI個數", "KPIs"));
        shown(card, heading, "attained", word("達成數", "Attained"));
        shown(card, heading, "not-attained", word("未達成數", "Not attained"));
        if (undecided) {
            heading.add(word("未判定數", "Undecided"));
        }
        if (card.withoutTarget() > 0) {
            heading.add(word("不設目標數", "Without target"));
        }
        shown(card, heading, "attained-share", word("達成項數比率", "Attained share"));
        shown(card, heading, "mean-attainment", word("平均目標達成度", "Mean attainment"));
        heading.addAll(dimensionNames());
        boolean[] right = new boolean[heading.size()];
        java.util.Arrays.fill(right, 1, right.length, true);
        TextTable table = new TextTable(right).row(heading);
        for (NodeResult node : card.totalLast().toList()) {
            if (node.kind() == NodeResult.Kind.OBJECTIVE) {
                continue;
            }
            boolean total = node.kind() == NodeResult.Kind.SCORECARD;
            List<String> row = new ArrayList<>(List.of(total ? word("合計", "Total") : node.name()));
            shown(card, row, "objectives", Integer.toString(node.objectives()));
            shown(card, row, "kpis", Integer.toString(node.kpis()));
            shown(card, row, "attained", Integer.toString(node.attained()));
            shown(card, row, "not-attained", Integer.toString(node.notAttained()));
            if (undecided) {
                row.add(Integer.toString(node.undecided()));
            }
            if (card.withoutTarget() > 0) {
                row.add(Integer.toString(node.withoutTarget()));
            }
            shown(card, row, "attained-share", share(node.attainedShare()));
            shown(card, row, "mean-attainment", share(node.meanAttainment()));
            result.dimensions().keySet().forEach(dimension -> row.add(score(node.dimensions(), dimension)));
            table.row(row);
        }
        table.write(out);
    }

    /** A cell of the summary, unless the scorecard chooses others. */
    private static void shown(NodeResult card, List<String> row, String figure, String cell) {
        if (card.summarises(figure)) {
            row.add(cell);
        }
    }

    private String share(Figure figure) {
        return figure.hasValue() ? figure.shown(language) : "–";
    }

    private void list(Verdict verdict) throws IOException {
        List<String> names = result.kpis().stream()
                .filter(kpi -> kpi.verdict() == verdict && kpi.groups().isEmpty())
                .map(kpi -> kpi.id() + " " + kpi.name()
                        + (kpi.attainment().hasValue() ? " " + kpi.attainment().shown(language) : ""))
                .toList();
        if (!names.isEmpty()) {
            out.append(verdict.name(language))
                    .append(word("：", ": "))
                    .append(String.join(word("、", ", "), names))
                    .append('\n');
        }
    }

    private void reconciliation(List<KpiResult> kpis) throws IOException {
        List<Reconciliation> all = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (KpiResult kpi : kpis) {
            for (Reconciliation each : kpi.reconciliations()) {
                all.add(each);
                if (each.agreement() != Agreement.AGREES) {
                    lines.add(line(kpi.id() + " " + kpi.name(), each, ours(kpi, each.what())));
                }
            }
            rows(kpi, all, lines);
        }
        for (NodeResult card : result.cards()) {
            for (Reconciliation each : card.reconciliations()) {
                all.add(each);
                if (each.agreement() != Agreement.AGREES) {
                    Figure ours = each.what() == Reconciliation.What.ATTAINED_SHARE
                            ? card.attainedShare()
                            : card.meanAttainment();
                    lines.add(line(card.id(), each, ours));
                }
            }
        }
        if (all.isEmpty()) {
            return;
        }
        out.append('\n').append(word("公布值核對", "Published figures")).append(word("：", ": "));
        List<String> counts = new ArrayList<>();
        for (Agreement agreement : Agreement.values()) {
            long count =
                    all.stream().filter(each -> each.agreement() == agreement).count();
            if (count > 0 || agreement != Agreement.UNDECIDED) {
                counts.add(agreement.name(language) + " " + count);
            }
        }
        out.append(String.join(word("、", ", "), counts)).append('\n');
        for (String line : lines) {
            out.append(line).append('\n');
        }
    }

    /** Printed figures of rows: all are counted; of those that do not agree the first are told, contradictions before. */
    private void rows(KpiResult kpi, List<Reconciliation> all, List<String> lines) {
        List<String> contradicting = new ArrayList<>();
        List<String> within = new ArrayList<>();
        kpi.groups().stream().flatMap(Groups::stream).forEach(row -> {
            for (Reconciliation each : row.reconciliations()) {
                all.add(each);
                if (each.agreement() != Agreement.AGREES) {
                    String keys = String.join(
                            " ", row.keys().values().stream().map(Keys::text).toList());
                    (each.agreement() == Agreement.WITHIN_INPUT_ROUNDING ? within : contradicting)
                            .add(held(kpi.id() + " " + keys, each, row.actual()));
                }
            }
        });
        List<String> different = new ArrayList<>(contradicting);
        different.addAll(within);
        lines.addAll(different.subList(0, Math.min(MOST_ROWS_TOLD, different.size())));
        if (different.size() > MOST_ROWS_TOLD) {
            int more = different.size() - MOST_ROWS_TOLD;
            lines.add("- " + kpi.id() + word("：另有 " + more + " 列未列出", ": " + more + " more rows are not listed"));
        }
    }

    private static Figure ours(KpiResult kpi, Reconciliation.What what) {
        return switch (what) {
            case ACTUAL -> kpi.actual();
            case TARGET -> kpi.target();
            case ATTAINMENT, ATTAINED_SHARE, MEAN_ATTAINMENT -> kpi.attainment();
        };
    }

    private String line(String whose, Reconciliation each, Figure ours) {
        return held(whose, each, ours) + finding(each);
    }

    private String held(String whose, Reconciliation each, Figure ours) {
        String printed = word("「" + each.page() + "」印", each.page() + " prints the ")
                + each.what().name(language)
                + " "
                + each.text();
        String agreement = word("，此處為 ", ", here it is ")
                + ours.shown(language)
                + word("：", ": ")
                + each.agreement().name(language);
        return "- " + whose + word("：", ": ") + printed + agreement + word("。", ".");
    }

    private String finding(Reconciliation each) {
        if (each.agreement() != Agreement.CONTRADICTS && each.finding().isEmpty()) {
            return each.why()
                    .map(why -> word("原因：", " Why: ") + why.in(language) + word("。", "."))
                    .orElse("");
        }
        Optional<LocalText> full = each.finding().map(Reconciliation.Finding::full);
        return full.map(text -> word("可得此數者：", " What gives that figure: ") + text.in(language) + word("。", "."))
                .orElse(word("未找出可得此數的算法。", " Nothing was found that gives that figure."));
    }

    private String word(String zh, String en) {
        return language == Language.ZH_TW ? zh : en;
    }
}
