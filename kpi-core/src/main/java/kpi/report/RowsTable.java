package kpi.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.result.Groups;
import kpi.result.KpiResult;
import kpi.result.Light;
import kpi.result.Mark;
import kpi.result.Rank;
import kpi.result.Reconciliation;

/** The first rows of a KPI per row or group, and how many more there are. */
final class RowsTable {
    /** As many as one looks at to see what rows are like; the whole is for CSV. */
    private static final int SHOWN = 10;

    private final Language language;

    RowsTable(Language language) {
        this.language = language;
    }

    void write(KpiResult kpi, Groups groups, Appendable out) throws IOException {
        if (groups.size() == 0) {
            return;
        }
        Groups.Shape shape = groups.shape();
        List<String> heading = new ArrayList<>(shape.keyColumns());
        int keys = heading.size();
        heading.add(word("實際值", "Actual"));
        if (shape.withAttainment()) {
            heading.add(word("目標達成度", "Attainment"));
        }
        if (shape.ranked()) {
            heading.add(word("序位", "Rank"));
        }
        if (shape.published()) {
            heading.add(word("公布值", "Published"));
        }
        int numbers = heading.size();
        if (shape.graded()) {
            heading.add(word("等級", "Grade"));
        }
        if (shape.lit()) {
            heading.add(word("燈號", "Light"));
        }
        if (shape.published()) {
            heading.add(word("核對", "Verdict"));
        }
        boolean[] right = new boolean[heading.size()];
        Arrays.fill(right, keys, numbers, true);
        TextTable table = new TextTable(right).row(heading);
        groups.stream().limit(SHOWN).forEach(row -> table.row(cells(shape, row)));
        out.append('\n').append(kpi.id()).append(' ').append(kpi.name()).append("\n\n");
        table.write(out);
        if (groups.size() > SHOWN) {
            long more = groups.size() - SHOWN;
            out.append(word("……另有 " + more + " 列", "… and " + more + " more")).append('\n');
        }
    }

    private List<String> cells(Groups.Shape shape, KpiResult row) {
        List<String> cells = new ArrayList<>();
        for (String column : shape.keyColumns()) {
            cells.add(
                    Optional.ofNullable(row.keys().get(column)).map(Keys::text).orElse(""));
        }
        cells.add(
                row.actual().hasValue()
                        ? row.actual().shown(language)
                                + (row.actual().marks().contains(Mark.PARTIAL) ? word("（資料不全）", " (partial)") : "")
                        : row.actual().state().name(language));
        if (shape.withAttainment()) {
            cells.add(row.attainment().hasValue() ? row.attainment().shown(language) : "–");
        }
        if (shape.ranked()) {
            cells.add(row.rank().map(this::place).orElse("–"));
        }
        Optional<Reconciliation> held = row.reconciliations().stream().findFirst();
        if (shape.published()) {
            cells.add(held.map(RowsTable::printed).orElse("–"));
        }
        if (shape.graded()) {
            cells.add(row.grade().orElse("–"));
        }
        if (shape.lit()) {
            cells.add(row.light().map(Light::text).orElse("–"));
        }
        if (shape.published()) {
            cells.add(held.map(each -> each.agreement().name(language)).orElse("–"));
        }
        return cells;
    }

    private static String printed(Reconciliation held) {
        return (held.text() + " " + held.printed().unit().symbol()).strip();
    }

    private String place(Rank rank) {
        return rank.text() + (rank.tied() ? word("（並列）", " (tied)") : "");
    }

    private String word(String zh, String en) {
        return language == Language.ZH_TW ? zh : en;
    }
}
