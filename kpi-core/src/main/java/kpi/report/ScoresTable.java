package kpi.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.result.KpiResult;
import kpi.result.Light;
import kpi.result.Mark;
import kpi.result.NodeResult;
import kpi.result.RolledUp;
import kpi.result.RoundedParts;
import kpi.unit.Units;
import kpi.value.Quantity;

/** What is rolled up, node by node: the figure of each, its weight and the weight that counted, how much is there, its grade. */
final class ScoresTable {
    private static final int PLACES = 2;

    private final Language language;
    private final Footnotes notes = new Footnotes();

    ScoresTable(Language language) {
        this.language = language;
    }

    /** Writes the table of a scorecard whose nodes roll up; nothing of one whose nodes do not. */
    void write(NodeResult card, Appendable out) throws IOException {
        List<NodeResult> scored =
                card.totalLast().filter(node -> hasFigure(node.score())).toList();
        if (scored.isEmpty()) {
            return;
        }
        boolean graded = scored.stream()
                .anyMatch(node -> node.score().orElseThrow().grade().isPresent());
        List<String> heading = new ArrayList<>(List.of(
                word("彙總", "Roll-up"),
                word("分數", "Score"),
                word("權重", "Weight"),
                word("實計權重", "Effective weight"),
                word("資料完備率", "Coverage"),
                word("資料確定率", "Confidence")));
        if (graded) {
            heading.add(word("等級", "Grade"));
        }
        boolean lit = scored.stream()
                .anyMatch(node -> node.score().orElseThrow().light().isPresent());
        if (lit) {
            heading.add(word("燈號", "Light"));
        }
        boolean[] right = new boolean[heading.size()];
        java.util.Arrays.fill(right, 1, 6, true);
        TextTable table = new TextTable(right).row(heading);
        for (NodeResult node : scored) {
            KpiResult score = node.score().orElseThrow();
            Optional<RolledUp.Child> child = child(scored, score.id());
            List<String> row = new ArrayList<>(List.of(
                    node.kind() == NodeResult.Kind.SCORECARD ? word("總分", "Total") : node.name(),
                    figure(score),
                    child.flatMap(RolledUp.Child::weight).map(this::share).orElse(""),
                    child.flatMap(RolledUp.Child::effectiveWeight)
                            .map(this::share)
                            .orElse(""),
                    score.rollUp().map(how -> share(how.coverage())).orElse(""),
                    score.rollUp().map(how -> share(how.confidence())).orElse("")));
            if (graded) {
                row.add(score.grade().orElse(""));
            }
            if (lit) {
                row.add(score.light().map(Light::text).orElse(""));
            }
            table.row(row);
        }
        out.append('\n').append(card.name().isEmpty() ? card.id() : card.name()).append("\n\n");
        table.write(out);
        notes.write(out);
        for (NodeResult node : scored) {
            parts(node, scored, out);
        }
    }

    /** Shares in the table that do not make 100 % as they are printed. */
    private void parts(NodeResult node, List<NodeResult> scored, Appendable out) throws IOException {
        List<RolledUp.Child> children =
                node.score().flatMap(KpiResult::rollUp).map(RolledUp::children).orElse(List.of());
        List<Quantity> shares = children.stream()
                .filter(child -> scored.stream()
                        .anyMatch(other -> other.score().orElseThrow().id().equals(child.id())))
                .flatMap(child -> child.effectiveWeight().stream())
                .toList();
        Optional<LocalText> note = RoundedParts.of(shares, Quantity.of(100, 0, Units.PERCENT), PLACES)
                .flatMap(RoundedParts::note);
        if (note.isPresent()) {
            String name = node.kind() == NodeResult.Kind.SCORECARD ? "" : node.name() + word("：", ": ");
            out.append(name)
                    .append(word("實計權重，", "effective weights: "))
                    .append(note.get().in(language))
                    .append(word("。", "."))
                    .append('\n');
        }
    }

    /** What is said of a figure that lacks something that belongs to it. */
    static String partial(Language language) {
        return language == Language.ZH_TW ? "資料不全" : "partial: not all data are there";
    }

    /** One per row or group has its figures in a table of its own. */
    private static boolean hasFigure(Optional<KpiResult> score) {
        return score.filter(figure -> figure.groups().isEmpty()).isPresent();
    }

    private static Optional<RolledUp.Child> child(List<NodeResult> nodes, String id) {
        return nodes.stream()
                .flatMap(node -> node.score().flatMap(KpiResult::rollUp).stream())
                .flatMap(how -> how.children().stream())
                .filter(child -> child.id().equals(id))
                .findFirst();
    }

    private String figure(KpiResult score) {
        if (score.actual().hasValue()) {
            boolean partial = score.actual().marks().contains(Mark.PARTIAL);
            return score.actual().shown(language) + (partial ? notes.sign(partial(language)) : "");
        }
        String why = score.actual()
                .reason()
                .map(reason -> score.id() + " " + reason.in(language))
                .orElse(score.id());
        return score.actual().state().name(language) + notes.sign(why);
    }

    /** Cut where it does not end: 160/3 % is shown as 53.33 %. */
    private String share(Quantity share) {
        return share.display(language, share.plain().contains("/") ? PLACES : places(share.plain()));
    }

    private static int places(String plain) {
        int point = plain.indexOf('.');
        return point < 0 ? 0 : plain.length() - point - 1;
    }

    private String word(String zh, String en) {
        return language == Language.ZH_TW ? zh : en;
    }
}
