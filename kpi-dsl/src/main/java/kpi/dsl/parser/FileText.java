package kpi.dsl.parser;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import kpi.diagnostic.Language;
import kpi.diagnostic.Limits;
import kpi.dsl.syntax.SourceFile;
import kpi.source.Source;
import org.antlr.v4.runtime.Token;

/** A file cut into clauses, and these into the words and signs the parser read: what the formatter lays out. */
public final class FileText {
    private FileText() {}

    /**
     * The clauses of a file, with what is wrong with it; with problems there are none.
     *
     * @param keywords the language its keywords are to be printed in; empty for the language each is written in
     * @param library the names that have a spelling in that language too
     */
    public static Parsed<List<BlockText.Item>> of(
            Source source, Limits limits, Optional<Language> keywords, LibraryNames library) {
        NavigableMap<Integer, Token> read = new TreeMap<>();
        Problems problems = new Problems(limits);
        SourceFile tree = KpiParser.file(
                source,
                Grammar.telling(tokens -> tokens.forEach(token -> {
                    if (token.getStopIndex() >= token.getStartIndex()) {
                        read.put(token.getStartIndex(), token);
                    }
                })),
                problems);
        if (problems.count() > 0) {
            return new Parsed<>(List.of(), problems.toList());
        }
        Lexed lexed = new Lexed(source);
        List<Statement> statements = Layout.of(lexed, new Problems(limits));
        TextBuilder text = new TextBuilder(lexed, read, keywords, library, new DeclaredNames(tree), RowWords.of(tree));
        return new Parsed<>(text.file(statements), List.of());
    }
}
