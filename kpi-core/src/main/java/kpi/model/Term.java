package kpi.model;

import kpi.source.Span;
import kpi.value.Type;

/**
 * A typed formula: every node knows its type and the text it came from, and none can be built ill-typed.
 *
 * <p>Terms are trees of immutable records; what is used twice ({@link DefinitionTerm}) is shared, so an evaluator that
 * remembers definitions computes each once.
 */
public sealed interface Term
        permits Constant,
                InputTerm,
                DefinitionTerm,
                OwnFigure,
                LevelTerm,
                KpiFigure,
                PastValue,
                ColumnTerm,
                GroupKey,
                RowFigure,
                JoinedColumn,
                JoinedFigure,
                Arithmetic,
                Negation,
                Comparison,
                Logic,
                Not,
                Conditional,
                Excepted,
                Undefined,
                TextTest,
                Let,
                LocalTerm,
                FunctionCall,
                Aggregation,
                Standing,
                Capped,
                Rounded,
                MissingTest,
                Fallback,
                LeftOut,
                RoundedTo,
                LookUp,
                Converted {

    /** The text this term was written as. */
    Span span();

    /** The type of its value. */
    Type type();

    /** Answers the visitor's method for this case. */
    <R> R accept(Visitor<R> visitor);

    /** One method a case; a new case is a compile error in every visitor. */
    interface Visitor<R> {
        R constant(Constant term);

        R input(InputTerm term);

        R definition(DefinitionTerm term);

        R ownFigure(OwnFigure term);

        R level(LevelTerm term);

        R kpiFigure(KpiFigure term);

        R pastValue(PastValue term);

        R column(ColumnTerm term);

        R groupKey(GroupKey term);

        R rowFigure(RowFigure term);

        R joinedColumn(JoinedColumn term);

        R joinedFigure(JoinedFigure term);

        R arithmetic(Arithmetic term);

        R negation(Negation term);

        R comparison(Comparison term);

        R logic(Logic term);

        R not(Not term);

        R conditional(Conditional term);

        R excepted(Excepted term);

        R undefined(Undefined term);

        R textTest(TextTest term);

        R let(Let term);

        R local(LocalTerm term);

        R call(FunctionCall term);

        R aggregation(Aggregation term);

        R standing(Standing term);

        R capped(Capped term);

        R rounded(Rounded term);

        R missingTest(MissingTest term);

        R fallback(Fallback term);

        R leftOut(LeftOut term);

        R roundedTo(RoundedTo term);

        R lookUp(LookUp term);

        R converted(Converted term);
    }
}
