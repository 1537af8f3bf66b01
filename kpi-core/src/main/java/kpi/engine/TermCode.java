package kpi.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kpi.diagnostic.Language;
import kpi.model.Aggregation;
import kpi.model.Arithmetic;
import kpi.model.Capped;
import kpi.model.ColumnTerm;
import kpi.model.Comparison;
import kpi.model.Constant;
import kpi.model.Converted;
import kpi.model.DefinitionTerm;
import kpi.model.Excepted;
import kpi.model.Fallback;
import kpi.model.FunctionCall;
import kpi.model.LeftOut;
import kpi.model.Let;
import kpi.model.Local;
import kpi.model.LocalTerm;
import kpi.model.Logic;
import kpi.model.LookUp;
import kpi.model.MissingTest;
import kpi.model.Rounded;
import kpi.model.RoundedTo;
import kpi.model.RoundingRule;
import kpi.model.Substitute;
import kpi.model.Subterms;
import kpi.model.Term;
import kpi.model.TextTest;
import kpi.unit.KpiUnit;
import kpi.value.Quantity;
import kpi.value.Type;
import kpi.value.Value;

/** Aggregates written so that two that compute the same the same way are written alike, wherever they stand in a text. */
final class TermCode {
    private TermCode() {}

    /** A line for each term, each before what is below it. */
    static String of(Aggregation root) {
        StringBuilder code = new StringBuilder();
        code.append("aggregate ").append(root.aggregate().name(Language.EN));
        code.append(' ').append(root.aggregate().present()).append(' ').append(type(root.type()));
        code.append(' ')
                .append(root.where().isPresent())
                .append(' ')
                .append(root.values().size());
        Deque<Term> open = new ArrayDeque<>();
        push(open, root.values());
        root.where().ifPresent(open::push);
        Set<Object> named = new HashSet<>();
        while (!open.isEmpty()) {
            Term next = open.pop();
            List<Term> below = Subterms.of(next);
            code.append('\n').append(next.getClass().getSimpleName());
            code.append(' ').append(type(next.type())).append(' ').append(below.size());
            own(next).forEach(part -> code.append(' ').append(part));
            push(open, below);
            if (next instanceof DefinitionTerm use && named.add(use.definition())) {
                open.push(use.definition().value());
            }
        }
        return code.append('\n').toString();
    }

    private static void push(Deque<Term> open, List<Term> terms) {
        for (int i = terms.size() - 1; i >= 0; i--) {
            open.push(terms.get(i));
        }
    }

    private static String type(Type type) {
        return quoted(type.name(Language.EN));
    }

    /** What a term says beside the terms below it. */
    private static List<String> own(Term term) {
        List<String> own = new ArrayList<>();
        if (term instanceof Arithmetic each) {
            own.add(each.operator().name());
        } else if (term instanceof Capped each) {
            own.add(each.bound().name());
        } else if (term instanceof ColumnTerm each) {
            own.add(quoted(each.column()));
        } else if (term instanceof Comparison each) {
            each.links().forEach(link -> own.add(link.relation().name()));
        } else if (term instanceof Constant each) {
            own.add(value(each.value()));
        } else if (term instanceof Converted each) {
            own.add(unit(each.unit()));
        } else if (term instanceof DefinitionTerm each) {
            own.add(quoted(each.definition().name()));
        } else if (term instanceof Excepted each) {
            each.cases().forEach(one -> own.add(quoted(one.label())));
        } else if (term instanceof Fallback each) {
            own.add(each.when().name());
            if (each.instead() instanceof Substitute.As as) {
                own.add(as.absence().name());
                own.add(quoted(as.reason().orElse("")));
            }
        } else if (term instanceof FunctionCall each) {
            own.add(quoted(each.function().name(Language.EN)));
        } else if (term instanceof LeftOut each) {
            own.add(each.when().name());
        } else if (term instanceof Let each) {
            each.locals().stream().map(Local::name).map(TermCode::quoted).forEach(own::add);
        } else if (term instanceof LocalTerm each) {
            own.add(quoted(each.local().name()));
        } else if (term instanceof Logic each) {
            own.add(each.operator().name());
        } else if (term instanceof LookUp each) {
            own.add(quoted(each.table().toString()));
            own.add(each.interpolated() + " " + each.extended() + " "
                    + each.table().matching());
        } else if (term instanceof MissingTest each) {
            own.add(each.kind().name());
        } else if (term instanceof Rounded each) {
            own.add(rule(each.rule()));
        } else if (term instanceof RoundedTo each) {
            own.add(each.mode().name());
        } else if (term instanceof TextTest each) {
            own.add(each.kind().name());
        }
        return own;
    }

    private static String rule(RoundingRule rule) {
        return rule instanceof RoundingRule.Places places
                ? places.places() + " " + unit(places.unit()) + " " + places.mode()
                : ((RoundingRule.Step) rule).step() + " " + rule.mode();
    }

    private static String value(Value value) {
        return value instanceof Quantity quantity
                ? quantity.canonical() + " " + unit(quantity.unit())
                : quoted(value.getClass().getSimpleName() + " " + value.display(Language.EN));
    }

    private static String unit(KpiUnit unit) {
        return quoted(unit.symbol()) + "*" + unit.scale()
                + quoted(unit.dimension().symbol());
    }

    /** A text that cannot run into the next. */
    private static String quoted(String text) {
        return text.length() + ":" + text;
    }
}
