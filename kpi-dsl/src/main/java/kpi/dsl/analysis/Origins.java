package kpi.dsl.analysis;

import java.util.Optional;
import kpi.model.DefinitionTerm;
import kpi.model.InputTerm;
import kpi.model.Negation;
import kpi.model.Term;
import kpi.source.Span;

/** Where the unit of a term was decided: the declaration a reader must look at. */
record Origins(String name, Span span) {

    static Optional<Origins> of(Term term) {
        if (term instanceof InputTerm input && !input.input().kpi().isEmpty()) {
            return Optional.of(new Origins(input.input().name(), input.input().span()));
        }
        if (term instanceof DefinitionTerm definition) {
            return Optional.of(new Origins(
                    definition.definition().name(), definition.definition().span()));
        }
        return term instanceof Negation negation ? of(negation.operand()) : Optional.empty();
    }
}
