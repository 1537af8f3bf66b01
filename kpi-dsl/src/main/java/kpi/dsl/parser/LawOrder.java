package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;

/** Puts the words of a law where a language has them: {@code actual never falls when X rises} is X 增 時，實際值不減. */
final class LawOrder {
    private LawOrder() {}

    static void apply(List<Said> said, boolean chinese) {
        if (said.size() < 2 || said.get(0).type() != KpiGrammarParser.LAW) {
            return;
        }
        List<Said> ordered = new ArrayList<>();
        ordered.add(said.get(0));
        int from = 1;
        while (from < said.size()) {
            int to = from + 1;
            while (to < said.size() && !beginsLaw(said, to)) {
                to++;
            }
            ordered.addAll(law(said.subList(from, to), chinese));
            from = to;
        }
        said.clear();
        said.addAll(ordered);
    }

    private static boolean beginsLaw(List<Said> said, int i) {
        return said.get(i).beginsLine()
                && !LawWords.goesOnBehind(said.get(i - 1).type())
                && said.get(i).type() != KpiGrammarParser.LAW_WHEN
                && said.get(i).type() != KpiGrammarParser.LAW_TO
                && said.get(i).type() != KpiGrammarLexer.COMMA;
    }

    private static List<Said> law(List<Said> law, boolean chinese) {
        int when = indexOf(law, KpiGrammarParser.LAW_WHEN);
        boolean claimFirst = when == 1 && isClaim(law.get(0));
        Said claim = claimFirst ? law.get(0) : law.get(law.size() - 1);
        if (when < 1 || when + 1 == law.size() || !isClaim(claim)) {
            return law;
        }
        List<Said> change = new ArrayList<>(claimFirst ? law.subList(when + 1, law.size()) : law.subList(0, when));
        Said time = law.get(when).inLine(KpiGrammarParser.LAW_WHEN);
        List<Said> ordered = new ArrayList<>();
        if (chinese) {
            rowsBehind(change);
            ordered.addAll(change);
            ordered.add(time);
            ordered.add(time.inLine(KpiGrammarLexer.COMMA));
            ordered.add(claim);
        } else {
            rowsBefore(change);
            ordered.add(claim);
            ordered.add(time);
            ordered.addAll(change);
        }
        Said first = ordered.get(0);
        List<Said> line = new ArrayList<>();
        line.add(law.get(0).beginsLine() ? first.beginningLine() : first.inLine(first.type()));
        ordered.subList(1, ordered.size())
                .forEach(word -> line.add(word.beginsLine() ? word.inLine(word.type()) : word));
        return line;
    }

    private static void rowsBehind(List<Said> change) {
        change.removeIf(word -> word.type() == KpiGrammarParser.LAW_ROW || word.type() == KpiGrammarParser.LAW_WITH);
        if (change.get(0).type() == KpiGrammarParser.LAW_ROWS) {
            change.add(1, change.remove(0));
        }
    }

    private static void rowsBefore(List<Said> change) {
        int rows = indexOf(change, KpiGrammarParser.LAW_ROWS);
        int added = indexOf(change, KpiGrammarParser.LAW_ADDED);
        if (rows == 1) {
            change.add(0, change.remove(1));
        } else if (added == 1) {
            Said word = change.get(1);
            if (change.size() > 2) {
                change.add(2, word.inLine(KpiGrammarParser.LAW_WITH));
            }
            change.add(0, word.inLine(KpiGrammarParser.LAW_ROW));
        }
    }

    private static int indexOf(List<Said> said, int type) {
        for (int i = 0; i < said.size(); i++) {
            if (said.get(i).type() == type) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isClaim(Said said) {
        return switch (said.type()) {
            case KpiGrammarParser.ACTUAL_NEVER_FALLS,
                    KpiGrammarParser.ACTUAL_NEVER_RISES,
                    KpiGrammarParser.ACTUAL_UNCHANGED,
                    KpiGrammarParser.ATTAINMENT_NEVER_FALLS,
                    KpiGrammarParser.ATTAINMENT_NEVER_RISES,
                    KpiGrammarParser.ATTAINMENT_UNCHANGED -> true;
            default -> false;
        };
    }
}
