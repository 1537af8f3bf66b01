package kpi.dsl.parser;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.Language;

/**
 * A clause as it is to be printed.
 *
 * @param place what kind of clause it is, which decides how it is aligned with its neighbours
 * @param family clauses of one family that follow each other are aligned
 * @param language the language its keyword is printed in, or that of the clause around it
 * @param pieces its words and signs, the comments between them included
 * @param blankBefore whether the author left a line blank before it
 * @param comment what is noted behind its last word, or behind its closing brace
 */
public record ClauseText(
        Place place,
        String family,
        Language language,
        List<Piece> pieces,
        Optional<BlockText> block,
        boolean blankBefore,
        Optional<String> comment)
        implements BlockText.Item {
    /** Where a clause stands. */
    public enum Place {
        /** A declaration of the file. */
        FILE,
        /** A clause of a KPI or a scorecard that begins with a keyword. */
        CLAUSE,
        /** A line of a points rule. */
        POINTS,
        /** A band of a grade. */
        BAND,
        /** A line of an example. */
        EXAMPLE,
        /** A defined name. */
        DEFINITION,
        /** A line that begins with no keyword. */
        LINE
    }

    public ClauseText {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(language, "language");
        pieces = List.copyOf(pieces);
        Objects.requireNonNull(block, "block");
        Objects.requireNonNull(comment, "comment");
    }
}
