package kpi.dsl.analysis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kpi.diagnostic.Problem;
import kpi.model.LookUpRow;
import kpi.model.LookUpTable;
import kpi.source.Span;
import kpi.value.NumberRange;

/** A band that ends before the next one begins: the band is marked, and its end put where the next one begins. */
final class LookUpEnds {
    private static final Pattern FIGURE = Pattern.compile("[0-9０-９][0-9０-９,.．]*(?:\\s?[%％‰])?");

    private LookUpEnds() {}

    static Problem.Builder gap(LookUpTable table, LookUpRow lower, LookUpRow upper) {
        Problem.Builder problem =
                Problem.of(AnalysisCode.LOOK_UP_GAP, lower.place()).related(upper.place(), "next-band");
        Optional<Span> end =
                lower.place().span().flatMap(row -> figure(row, table.keys().size(), true));
        Optional<Span> begin =
                upper.place().span().flatMap(row -> figure(row, table.keys().size(), false));
        if (end.isPresent() && begin.isPresent() && table.step().isEmpty() && meetAtAPoint(lower, upper)) {
            problem.edit(end.get(), begin.get().text());
        }
        return problem;
    }

    /** Whether one of the two holds the point where they would meet, and the other does not. */
    private static boolean meetAtAPoint(LookUpRow lower, LookUpRow upper) {
        Optional<NumberRange> first = last(lower);
        Optional<NumberRange> second = last(upper);
        return first.isPresent()
                && second.isPresent()
                && first.get().highIn() != second.get().lowIn()
                && !first.get().high().equals(second.get().low());
    }

    private static Optional<NumberRange> last(LookUpRow row) {
        return row.keys().get(row.keys().size() - 1).within();
    }

    /** Two bands with one end in both: it belongs to the one or the other, and the author says to which. */
    static void offer(Problem.Builder problem, LookUpTable table, LookUpRow lower, LookUpRow upper) {
        Optional<NumberRange> first = last(lower);
        Optional<NumberRange> second = last(upper);
        boolean shared = table.step().isEmpty()
                && first.filter(NumberRange::highIn).isPresent()
                && second.filter(NumberRange::lowIn).isPresent()
                && first.get().high().equals(second.get().low());
        Optional<Span> one = lower.place().span();
        Optional<Span> other = upper.place().span();
        if (!shared || one.isEmpty() || other.isEmpty()) {
            return;
        }
        int keys = table.keys().size();
        boolean chinese = MethodChoices.isChinese(one.get()) || MethodChoices.isChinese(other.get());
        Span below = cell(one.get(), keys);
        Span above = cell(other.get(), keys);
        figure(one.get(), keys, true)
                .ifPresent(end -> problem.edit(
                        below,
                        low(first.get(), figure(one.get(), keys, false), chinese)
                                + (chinese ? "未滿 " : "below ")
                                + end.text()));
        figure(other.get(), keys, false)
                .ifPresent(begin -> problem.edit(
                        above,
                        (chinese ? "超過 " : "over ")
                                + begin.text()
                                + high(second.get(), figure(other.get(), keys, true), chinese)));
    }

    private static String low(NumberRange range, Optional<Span> figure, boolean chinese) {
        if (range.low().isEmpty() || figure.isEmpty()) {
            return "";
        }
        String text = figure.get().text();
        if (range.lowIn()) {
            return chinese ? text + " 以上" : text + " and above, ";
        }
        return chinese ? "超過 " + text + "，" : "over " + text + ", ";
    }

    private static String high(NumberRange range, Optional<Span> figure, boolean chinese) {
        if (range.high().isEmpty() || figure.isEmpty()) {
            return "";
        }
        String text = figure.get().text();
        if (range.highIn()) {
            return chinese ? "，" + text + " 以下" : ", " + text + " and below";
        }
        return chinese ? "，未滿 " + text : ", below " + text;
    }

    /** The cell of the last key, without the blanks around it. */
    private static Span cell(Span row, int keys) {
        String text = row.text();
        int from = 0;
        for (int bar = 1; bar < keys; bar++) {
            from = behindBar(text, from);
        }
        int to = Math.max(from, behindBar(text, from) - 1);
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return row.source().span(row.start() + from, row.start() + to);
    }

    /** The last, or the first, figure in the cell of the last key. */
    private static Optional<Span> figure(Span row, int keys, boolean last) {
        String text = row.text();
        int from = 0;
        for (int bar = 1; bar < keys; bar++) {
            from = behindBar(text, from);
        }
        int to = Math.max(from, behindBar(text, from) - 1);
        Matcher figures = FIGURE.matcher(text).region(from, to);
        Optional<Span> found = Optional.empty();
        while (figures.find() && (last || found.isEmpty())) {
            found = Optional.of(row.source().span(row.start() + figures.start(), row.start() + figures.end()));
        }
        return found;
    }

    private static int behindBar(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '|' || text.charAt(i) == '｜') {
                return i + 1;
            }
        }
        return text.length();
    }
}
