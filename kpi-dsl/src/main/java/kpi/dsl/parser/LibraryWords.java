package kpi.dsl.parser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.LocalText;

/**
 * Finds the names in a clause that the library gave: functions, what functions ask for, and the figures of a KPI. Where an
 * author may have given the name, it is the author's.
 */
final class LibraryWords {
    private final LibraryNames library;
    private final DeclaredNames declared;
    private final List<Said> said;
    private final boolean ownFigures;
    private final boolean ofForeignRows;
    private final Map<Integer, LocalText> found = new HashMap<>();
    private final Deque<Call> open = new ArrayDeque<>();

    /** A bracket that is open: whose arguments stand in it, and whether its rows are those of a KPI. */
    private record Call(String function, boolean rowsOfKpi) {}

    private LibraryWords(
            LibraryNames library,
            DeclaredNames declared,
            List<Said> said,
            Optional<Keyword> clause,
            boolean ofForeignRows) {
        this.library = library;
        this.declared = declared;
        this.said = said;
        this.ownFigures = clause.filter(LibraryWords::hasOwnFigures).isPresent();
        this.ofForeignRows = ofForeignRows;
    }

    /**
     * The names, by where they begin.
     *
     * @param ofForeignRows whether the clause sees the columns of a table that this file does not declare
     */
    static Map<Integer, LocalText> of(
            LibraryNames library,
            DeclaredNames declared,
            List<Said> said,
            Optional<Keyword> clause,
            boolean ofForeignRows) {
        LibraryWords words = new LibraryWords(library, declared, said, clause, ofForeignRows);
        for (int i = 0; i < said.size(); i++) {
            words.look(i);
        }
        return words.found;
    }

    private static boolean hasOwnFigures(Keyword clause) {
        return clause == Keyword.ATTAINMENT_CLAUSE
                || clause == Keyword.ATTAINED
                || clause == Keyword.ATTAINED_WHEN
                || clause == Keyword.SCORE;
    }

    private void look(int i) {
        switch (type(i)) {
            case KpiGrammarParser.OPEN -> open.push(new Call("", false));
            case KpiGrammarParser.CALL_OPEN -> open.push(call(i));
            case KpiGrammarParser.CLOSE -> open.poll();
            case KpiGrammarParser.WORD -> {
                Said name = said.get(i);
                if (!name.plain()) {
                    meaning(i, name.written())
                            .filter(text -> !declared.names(text.zh()) && !declared.names(text.en()))
                            .ifPresent(text -> found.put(name.start(), text));
                }
            }
            default -> {
                // nothing that has a name
            }
        }
    }

    private Optional<LocalText> meaning(int i, String name) {
        if (type(i + 1) == KpiGrammarParser.CALL_OPEN) {
            return library.function(name).or(() -> LibraryNames.figure(name).filter(figure -> holdsKpi(i + 2)));
        }
        if (isLaterArgument(i)) {
            return library.option(open.element().function(), name);
        }
        return LibraryNames.figure(name)
                .filter(figure -> isFigure(i))
                .or(() -> LibraryNames.level(name).filter(level -> isLevel(i)));
    }

    private Call call(int i) {
        String function = i > 0 ? said.get(i - 1).written() : "";
        boolean ofRows = library.isOfRows(function);
        int rows = type(i + 1) == KpiGrammarParser.EACH ? i + 2 : i + 1;
        return new Call(function, ofRows && isKpi(rows));
    }

    /** Whether the bracket holds nothing but the id of a KPI. */
    private boolean holdsKpi(int i) {
        return isKpi(i) && type(i + 1) == KpiGrammarParser.CLOSE;
    }

    private boolean isKpi(int i) {
        return type(i) == KpiGrammarParser.ID
                || Operands.isName(type(i)) && declared.isKpi(said.get(i).written());
    }

    /** Whether it is a whole argument of a function of rows, and not the first. */
    private boolean isLaterArgument(int i) {
        return !open.isEmpty()
                && library.isOfRows(open.element().function())
                && type(i - 1) == KpiGrammarParser.COMMA
                && (type(i + 1) == KpiGrammarParser.COMMA || type(i + 1) == KpiGrammarParser.CLOSE);
    }

    private boolean isFigure(int i) {
        if (type(i - 1) == KpiGrammarParser.DOT) {
            return isKpi(i - 2);
        }
        if (type(i + 1) == KpiGrammarParser.DOT) {
            return false;
        }
        boolean ofAnotherPeriod = type(i - 1) == KpiGrammarParser.PAST || type(i + 1) == KpiGrammarParser.IN_PERIOD;
        return ownFigures || ofAnotherPeriod && !ofForeignRows || open.stream().anyMatch(Call::rowsOfKpi);
    }

    /** A figure beside the target: any formula of a text that states it may name it. */
    private boolean isLevel(int i) {
        boolean ofTable = type(i - 1) == KpiGrammarParser.DOT || type(i + 1) == KpiGrammarParser.DOT;
        return !ofTable
                && !ofForeignRows
                && (ownFigures || declared.hasLevel(said.get(i).written()));
    }

    private int type(int i) {
        return i >= 0 && i < said.size() ? said.get(i).type() : -1;
    }
}
