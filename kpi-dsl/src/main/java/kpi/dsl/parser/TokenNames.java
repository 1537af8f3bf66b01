package kpi.dsl.parser;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Token types by the names the grammar gives them. */
final class TokenNames {
    private static final Map<String, Integer> TYPES = types();

    private TokenNames() {}

    static int type(String name) {
        return Optional.ofNullable(TYPES.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the grammar has no token " + name));
    }

    /** The type of a token, if the grammar has one of this name. */
    static Optional<Integer> find(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    static String name(int type) {
        String name = KpiGrammarParser.VOCABULARY.getSymbolicName(type);
        return name == null ? "" : name;
    }

    private static Map<String, Integer> types() {
        Map<String, Integer> types = new HashMap<>();
        for (int type = 1; type <= KpiGrammarParser.VOCABULARY.getMaxTokenType(); type++) {
            types.put(name(type), type);
        }
        return Map.copyOf(types);
    }
}
