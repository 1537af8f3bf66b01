package kpi.dsl.catalogue;

import java.util.List;
import java.util.stream.Collectors;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;

/** Problems as an author sees them, in one language after the other. */
final class Drawn {
    private static final String BETWEEN = "\n\n";

    private Drawn() {}

    static String of(List<Problem> problems) {
        return in(Language.ZH_TW, problems) + "\n\n" + in(Language.EN, problems) + "\n";
    }

    private static String in(Language language, List<Problem> problems) {
        return problems.stream().map(problem -> problem.draw(language)).collect(Collectors.joining(BETWEEN));
    }
}
