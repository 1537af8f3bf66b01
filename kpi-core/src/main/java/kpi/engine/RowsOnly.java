package kpi.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import kpi.model.Aggregation;
import kpi.model.Arithmetic;
import kpi.model.Capped;
import kpi.model.ColumnTerm;
import kpi.model.Comparison;
import kpi.model.Conditional;
import kpi.model.Constant;
import kpi.model.Converted;
import kpi.model.DefinitionTerm;
import kpi.model.Excepted;
import kpi.model.Fallback;
import kpi.model.FunctionCall;
import kpi.model.LeftOut;
import kpi.model.Let;
import kpi.model.LocalTerm;
import kpi.model.Logic;
import kpi.model.LookUp;
import kpi.model.MissingTest;
import kpi.model.Negation;
import kpi.model.Not;
import kpi.model.Rounded;
import kpi.model.RoundedTo;
import kpi.model.Subterms;
import kpi.model.Term;
import kpi.model.TextTest;
import kpi.model.Undefined;

/** Whether an aggregate asks for nothing but the rows of its dataset, so that it may be gathered without any other fact. */
final class RowsOnly {
    private static final Set<Class<?>> OF_ROWS = Set.of(
            Arithmetic.class,
            Capped.class,
            Comparison.class,
            Conditional.class,
            Constant.class,
            Converted.class,
            DefinitionTerm.class,
            Excepted.class,
            Fallback.class,
            FunctionCall.class,
            LeftOut.class,
            Let.class,
            LocalTerm.class,
            Logic.class,
            MissingTest.class,
            Negation.class,
            Not.class,
            Rounded.class,
            RoundedTo.class,
            TextTest.class,
            Undefined.class);

    private RowsOnly() {}

    static boolean holds(Aggregation term) {
        return term.within().isEmpty()
                && !term.aggregate().function().isAboutOneRow()
                && below(term).stream().allMatch(each -> isOf(each, term.table()));
    }

    private static boolean isOf(Term term, String table) {
        if (term instanceof ColumnTerm column) {
            return column.table().equals(table);
        }
        return OF_ROWS.contains(term.getClass())
                || term instanceof LookUp found && found.table().index().isPresent();
    }

    /** The terms below it, each once, and those of the names it uses; each before what is below it. */
    static List<Term> below(Aggregation term) {
        Set<Term> met = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Term> open = new ArrayList<>();
        term.where().ifPresent(open::add);
        open.addAll(term.values());
        for (int i = 0; i < open.size(); i++) {
            Term next = open.get(i);
            if (next instanceof DefinitionTerm use && met.add(use.definition().value())) {
                open.add(use.definition().value());
            }
            open.addAll(Subterms.of(next));
        }
        return open;
    }
}
