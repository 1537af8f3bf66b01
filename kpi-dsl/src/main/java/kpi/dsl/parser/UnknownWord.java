package kpi.dsl.parser;

import java.util.List;
import java.util.Optional;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Suggestion;
import kpi.source.Span;

/** Names what a clause was probably meant to be when its first word is no keyword. */
final class UnknownWord {
    /** Enough to see what is usual here. */
    private static final int SHOWN = 60;

    private UnknownWord() {}

    static void report(Reader reader, Context context, Statement statement) {
        if (statement.head().stream().anyMatch(token -> token.getType() == KpiGrammarLexer.OTHER)) {
            // A character that belongs to no word may be why the clause is not known.
            Characters.check(reader.lexed(), statement.head(), reader.problems());
            return;
        }
        Span span = reader.lexed().span(statement.first());
        String word = span.text();
        Optional<String> prefix = longestKeywordIn(word, context);
        if (prefix.isPresent()) {
            reader.problems()
                    .add(Problem.of(SyntaxCode.UNSPLIT_KEYWORD, span)
                            .with("word", word)
                            .with("keyword", prefix.get())
                            .edit(
                                    span,
                                    prefix.get() + " "
                                            + word.substring(prefix.get().length())));
            return;
        }
        Problem.Builder problem =
                Problem.of(SyntaxCode.UNKNOWN_CLAUSE, span).with("word", word).with("known", known(context));
        Suggestion.nearest(word, context.spellings()).ifPresent(near -> problem.edit(span, near));
        reader.problems().add(problem);
    }

    /** 單位元 was meant as 單位 元: a run of Han characters is one word. */
    private static Optional<String> longestKeywordIn(String word, Context context) {
        return context.keywords().stream()
                .flatMap(keyword -> keyword.chinese().stream())
                .filter(keyword -> word.startsWith(keyword) && word.length() > keyword.length())
                .max(java.util.Comparator.comparingInt(String::length));
    }

    private static LocalText known(Context context) {
        List<Keyword> keywords = List.copyOf(context.keywords());
        String chinese =
                String.join("、", keywords.stream().map(k -> k.chinese().get(0)).toList());
        String english =
                String.join(", ", keywords.stream().map(k -> k.english().get(0)).toList());
        return new LocalText(chinese, english).atMost(SHOWN);
    }
}
