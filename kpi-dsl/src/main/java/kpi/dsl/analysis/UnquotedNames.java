package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;
import kpi.dsl.parser.KpiParser;
import kpi.dsl.parser.Parsed;
import kpi.dsl.syntax.Declaration;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.SourceFile;
import kpi.source.Source;
import kpi.source.Span;

/**
 * Declared names that stand in a formula as the page prints them, although they are read as names in 【】 only: 15-64歲人口數,
 * 罰鍰、規費收入, {@code cases closed}. What they break is told as that, at each of them, and not as a missing operator
 * somewhere inside.
 */
public final class UnquotedNames {
    /** Each is looked for at each character. */
    private static final int MOST = 200;

    private final Limits limits;
    private final List<String> names;

    private UnquotedNames(Collection<String> names, Limits limits) {
        this.limits = limits;
        this.names = names.stream()
                .map(String::strip)
                .distinct()
                .filter(this::needsQuotes)
                .limit(MOST)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** The problems of one formula; nothing changes where none of its errors lies in such a name. */
    public static List<Problem> explain(List<Problem> found, Source formula, Collection<String> names, Limits limits) {
        return hasErrors(found) ? new UnquotedNames(names, limits).explain(found, formula.whole()) : found;
    }

    /** The problems of files, by the inputs of each KPI. */
    public static List<Problem> explain(List<Problem> found, List<SourceFile> files, Limits limits) {
        List<Problem> explained = found;
        if (!hasErrors(found)) {
            return explained;
        }
        for (SourceFile file : files) {
            for (Declaration declaration : file.declarations()) {
                if (declaration instanceof Declaration.KpiDeclaration kpi) {
                    List<String> names = inputs(kpi.clauses()).toList();
                    explained = new UnquotedNames(names, limits).explain(explained, kpi.span());
                }
            }
        }
        return explained;
    }

    private static boolean hasErrors(List<Problem> found) {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    private static Stream<String> inputs(List<KpiClause> clauses) {
        return clauses.stream().flatMap(clause -> {
            if (clause instanceof KpiClause.Inputs inputs) {
                return inputs.inputs().stream().map(input -> input.name().spelling());
            }
            return clause instanceof KpiClause.VersionClause version ? inputs(version.clauses()) : Stream.empty();
        });
    }

    private List<Problem> explain(List<Problem> found, Span region) {
        if (names.isEmpty()) {
            return found;
        }
        List<Span> places = places(region);
        boolean breaks = found.stream().anyMatch(problem -> liesIn(problem, places));
        if (!breaks) {
            return found;
        }
        List<Problem> explained = new ArrayList<>(
                found.stream().filter(problem -> !liesIn(problem, places)).toList());
        for (Span place : places) {
            explained.add(Problem.of(AnalysisCode.NAME_WITHOUT_QUOTES, place)
                    .with("name", place.text())
                    .edit(place, "【" + place.text() + "】")
                    .build());
        }
        return explained;
    }

    private static boolean liesIn(Problem problem, List<Span> places) {
        Optional<Span> span = problem.place().span();
        return problem.severity() == Severity.ERROR
                && span.isPresent()
                && places.stream().anyMatch(place -> touches(place, span.get()));
    }

    private static boolean touches(Span name, Span problem) {
        return name.source().equals(problem.source())
                && name.start() <= problem.start()
                && problem.start() < name.end();
    }

    /** Where the names stand, outside quotes and comments; the longest at each place. */
    private List<Span> places(Span region) {
        String text = region.source().text();
        List<Span> places = new ArrayList<>();
        int at = region.start();
        while (at < region.end()) {
            int behind = behindQuoted(text, at, region.end());
            if (behind > at) {
                at = behind;
                continue;
            }
            Optional<String> name = nameAt(text, at, region);
            if (name.isPresent()) {
                places.add(region.source().span(at, at + name.get().length()));
                at += name.get().length();
            } else {
                at++;
            }
        }
        return places;
    }

    private Optional<String> nameAt(String text, int at, Span region) {
        return names.stream()
                .filter(name -> text.startsWith(name, at) && at + name.length() <= region.end())
                .filter(name -> isEdge(text, at - 1, at) && isEdge(text, at + name.length() - 1, at + name.length()))
                .findFirst();
    }

    /** Whether a word may end between two characters. */
    private static boolean isEdge(String text, int left, int right) {
        return left < 0 || right >= text.length() || !isWordPart(text.charAt(left)) || !isWordPart(text.charAt(right));
    }

    private static int behindQuoted(String text, int at, int end) {
        char first = text.charAt(at);
        int pair = "\"“「【".indexOf(first);
        int close = pair >= 0 ? text.indexOf("\"”」】".charAt(pair), at + 1) : first == '#' ? text.indexOf('\n', at) : at;
        return close < 0 || close >= end ? (pair >= 0 || first == '#' ? end : at) : close == at ? at : close + 1;
    }

    /** A name that is no plain word and does not read as a name by itself. */
    private boolean needsQuotes(String name) {
        boolean plain = name.isEmpty()
                || !Character.isDigit(name.charAt(0)) && name.chars().allMatch(c -> isWordPart((char) c));
        if (plain || name.chars().allMatch(c -> c < 128 && !Character.isLetter(c))) {
            return false;
        }
        Parsed<Expression> alone = KpiParser.formula(Source.of("name", name), limits);
        return !alone.problems().isEmpty()
                || !(alone.tree() instanceof Expression.Name
                        || alone.tree() instanceof Expression.Application
                        || alone.tree() instanceof Expression.Noted
                        || alone.tree() instanceof Expression.Member);
    }

    private static boolean isWordPart(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }
}
