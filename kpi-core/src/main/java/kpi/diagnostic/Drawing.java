package kpi.diagnostic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kpi.source.Place;
import kpi.source.Source;
import kpi.source.Span;

/** Draws one problem as plain text. */
final class Drawing {
    private static final int MAXIMUM_RELATED = 10;

    private static final int MAXIMUM_NAME = 120;

    /** An edit that breaks a line into more lines is told by its place. */
    private static final int MAXIMUM_BREAKS = 3;

    private final Problem problem;
    private final Language language;
    private final List<String> rows = new ArrayList<>();
    private final String margin;

    Drawing(Problem problem, Language language) {
        this.problem = problem;
        this.language = language;
        this.margin = " ".repeat(widestNumber());
    }

    String draw() {
        rows.add(word(problem.severity(), language) + " " + problem.code() + ": " + problem.message(language));
        rows.add(margin + "--> " + location(problem.place()));
        List<Problem.Related> elsewhere = new ArrayList<>(shownRelated());
        if (problem.place() instanceof Place.InText text) {
            drawText(text.where(), elsewhere);
        } else if (problem.place() instanceof Place.InCell cell && isShown(cell.where())) {
            drawCell(cell.where(), '^', "");
        }
        elsewhere.forEach(this::drawRelated);
        int hidden = problem.related().size() - MAXIMUM_RELATED;
        if (hidden > 0) {
            rows.add(margin + " | " + say("more-places", Map.of("count", hidden)));
        }
        rows.add(say("help", Map.of()) + problem.remedy(language));
        problem.edits().forEach(edit -> rows.add("  " + describe(edit)));
        return String.join("\n", rows.stream().map(String::stripTrailing).toList());
    }

    private List<Problem.Related> shownRelated() {
        return problem.related()
                .subList(0, Math.min(MAXIMUM_RELATED, problem.related().size()));
    }

    /** Draws the line of the problem, and under it what lies on the same line, which is then done. */
    private void drawText(Span span, List<Problem.Related> related) {
        if (span.source().fault().isPresent()) {
            return;
        }
        Snippet snippet = new Snippet(span);
        row("", "");
        row(Integer.toString(span.line()), snippet.line.text());
        row("", snippet.marks(span, '^'));
        related.removeIf(other -> {
            Optional<Span> where = other.place().span().filter(snippet::shows);
            where.ifPresent(found -> row("", snippet.marks(found, '-') + " " + other.text(language)));
            return where.isPresent();
        });
        if (span.endLine() > span.line() && span.endColumn() > 1) {
            Source source = span.source();
            int last = span.endLine();
            Snippet end = new Snippet(source.span(source.offset(last, 1), span.end()));
            if (last > span.line() + 1) {
                rows.add("...");
            }
            row(Integer.toString(last), end.line.text());
            row("", end.marks(end.span, '^'));
        }
    }

    private void drawRelated(Problem.Related related) {
        Place place = related.place();
        Optional<Source> source = place.span().map(Span::source);
        if (source.isEmpty() || !source.equals(problem.place().span().map(Span::source))) {
            rows.add(margin + "::: " + location(place));
        }
        String label = " " + related.text(language);
        if (place instanceof Place.InText text && text.where().source().fault().isEmpty()) {
            Snippet snippet = new Snippet(text.where());
            row("", "");
            row(Integer.toString(text.where().line()), snippet.line.text());
            row("", snippet.marks(text.where(), '-') + label);
        } else if (place instanceof Place.InCell cell && isShown(cell.where())) {
            drawCell(cell.where(), '-', label);
        } else {
            rows.add(margin + " =" + label);
        }
    }

    /** A whole row without its text has nothing to show; an empty cell is shown as such. */
    private static boolean isShown(Place.Cell cell) {
        return cell.row() > 0 && !(cell.column().isEmpty() && cell.rawText().isEmpty());
    }

    private void drawCell(Place.Cell cell, char mark, String label) {
        String raw = cell.rawText().isEmpty() ? say("empty", Map.of()) : cell.rawText();
        ShownLine line = ShownLine.of(raw, 0);
        row("", "");
        row(Long.toString(cell.row()), line.text());
        row("", line.marks(0, raw.length(), mark) + label);
    }

    private void row(String number, String text) {
        rows.add(" ".repeat(margin.length() - number.length()) + number + " | " + text);
    }

    private String location(Place place) {
        if (place.span().isPresent()) {
            Span span = place.span().get();
            String name = VisibleText.of(span.source().name(), MAXIMUM_NAME);
            return span.source().fault().isPresent() ? name : name + ":" + span.line() + ":" + span.column();
        }
        if (place.cell().isPresent()) {
            Place.Cell cell = place.cell().get();
            return (cell.file().isEmpty()
                            ? say("table", Map.of("table", cell.table()))
                            : VisibleText.of(cell.file(), MAXIMUM_NAME))
                    + (cell.row() == 0 ? "" : say("row", Map.of("row", cell.row())))
                    + (cell.column().isEmpty() ? "" : say("column", Map.of("column", cell.column())));
        }
        return say("input", Map.of("name", place.input().orElseThrow()));
    }

    /** What an edit does: the line as it becomes or, where that is not one line, what is put where. */
    private String describe(Edit edit) {
        Span range = edit.range();
        Span line = lineOf(range);
        String changed = range.source().text().substring(line.start(), range.start())
                + edit.newText()
                + range.source().text().substring(range.end(), Math.max(range.end(), line.end()));
        boolean isOneLine = line.contains(range) && edit.newText().chars().noneMatch(c -> c == '\n' || c == '\r');
        if (isOneLine && isInSourceOfProblem(range) && !changed.isBlank()) {
            int start = range.start() - line.start();
            String shown = ShownLine.of(changed, start).text();
            boolean isOnLineOfProblem =
                    problem.place().span().filter(span -> isOn(span, range)).isPresent();
            return say(isOnLineOfProblem ? "change" : "change-line", Map.of("line", range.line())) + shown.strip();
        }
        if (line.contains(range) && isInSourceOfProblem(range) && breaksIntoFew(changed)) {
            return say("change-line", Map.of("line", range.line())).stripTrailing() + lines(changed);
        }
        String at = isInSourceOfProblem(range) ? range.line() + ":" + range.column() : range.toString();
        if (edit.newText().isEmpty()) {
            return say("delete", Map.of("text", range, "place", at));
        }
        if (range.start() == range.end()) {
            return say("insert", Map.of("text", edit.newText(), "place", at));
        }
        return say("replace", Map.of("old", range, "text", edit.newText(), "place", at));
    }

    private static boolean breaksIntoFew(String changed) {
        long breaks = changed.chars().filter(c -> c == '\n').count();
        return breaks > 0
                && breaks <= MAXIMUM_BREAKS
                && changed.indexOf('\r') < 0
                && changed.lines().noneMatch(String::isBlank);
    }

    /** Lines under one another, indented among themselves as they will be. */
    private static String lines(String changed) {
        StringBuilder shown = new StringBuilder();
        changed.stripIndent()
                .lines()
                .forEach(line -> shown.append("\n    ")
                        .append(ShownLine.of(line, 0).text().stripTrailing()));
        return shown.toString();
    }

    /** The whole first line of a span, without its line break. */
    private static Span lineOf(Span span) {
        int start = span.source().offset(span.line(), 1);
        return span.source().span(start, start + span.source().line(span.line()).length());
    }

    private boolean isInSourceOfProblem(Span range) {
        return problem.place().span().map(Span::source).equals(Optional.of(range.source()));
    }

    private static boolean isOn(Span one, Span other) {
        return one.source().equals(other.source()) && one.line() == other.line();
    }

    private int widestNumber() {
        long largest = numberOf(problem.place());
        if (problem.place().span().isPresent()) {
            largest = Math.max(largest, problem.place().span().get().endLine());
        }
        for (Problem.Related related : shownRelated()) {
            largest = Math.max(largest, numberOf(related.place()));
        }
        return Long.toString(largest).length();
    }

    private static long numberOf(Place place) {
        return place.span()
                .map(span -> (long) span.line())
                .orElseGet(() -> place.cell().map(Place.Cell::row).orElse(0L));
    }

    private String say(String key, Map<String, Object> arguments) {
        Map<String, LocalText> shown = new LinkedHashMap<>();
        arguments.forEach((name, value) -> shown.put(name, Arguments.text(value)));
        return Template.fill(CommonCode.TEXTS.text("draw." + key, language), shown, language);
    }

    static String word(Severity severity, Language language) {
        return CommonCode.TEXTS.text("draw." + severity.name().toLowerCase(Locale.ROOT), language);
    }

    /** The first line of a span, as shown. */
    private static final class Snippet {
        private final Span span;
        private final int lineStart;
        private final ShownLine line;

        Snippet(Span span) {
            Span whole = lineOf(span);
            this.span = span;
            this.lineStart = whole.start();
            this.line = ShownLine.of(whole.text(), span.start() - lineStart);
        }

        boolean shows(Span other) {
            return isOn(span, other) && line.shows(other.start() - lineStart);
        }

        String marks(Span other, char mark) {
            return line.marks(other.start() - lineStart, other.end() - lineStart, mark);
        }
    }
}
