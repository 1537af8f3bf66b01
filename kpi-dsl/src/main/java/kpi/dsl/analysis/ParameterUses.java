package kpi.dsl.analysis;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Step;

/**
 * How a definition uses its parameters, told from its text alone: which stand for rows, and which are added to,
 * compared with or kept within one another and so are of one unit.
 */
final class ParameterUses {
    private final Map<String, String> parents = new LinkedHashMap<>();
    private final Set<String> rows = new HashSet<>();

    private ParameterUses() {}

    static ParameterUses of(List<String> parameters, Expression body) {
        ParameterUses uses = new ParameterUses();
        parameters.forEach(name -> uses.parents.put(name, name));
        Expressions.walk(body, uses::use);
        return uses;
    }

    Set<String> rows() {
        return rows;
    }

    /** The class of each parameter, numbered. */
    Map<String, Integer> classes() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        Map<String, Integer> classes = new LinkedHashMap<>();
        for (String name : parents.keySet()) {
            String root = root(name);
            numbers.putIfAbsent(root, numbers.size());
            classes.put(name, numbers.getOrDefault(root, 0));
        }
        return classes;
    }

    private String root(String name) {
        String at = name;
        while (!at.equals(parents.getOrDefault(at, at))) {
            at = parents.getOrDefault(at, at);
        }
        return at;
    }

    private void join(Expression left, Expression right) {
        Optional<String> one = parameter(left);
        Optional<String> other = parameter(right);
        if (one.isPresent() && other.isPresent()) {
            parents.put(root(other.get()), root(one.get()));
        }
    }

    /** A parameter that has the unit of the whole expression. */
    private Optional<String> parameter(Expression expression) {
        Expression at = expression;
        while (true) {
            if (at instanceof Expression.Bracketed bracketed) {
                at = bracketed.inner();
            } else if (at instanceof Expression.Unary unary) {
                at = unary.operand();
            } else if (at instanceof Expression.Stepped stepped) {
                at = stepped.base();
            } else if (at instanceof Expression.Binary binary && isSum(binary)) {
                Optional<String> right = parameterAlone(binary.right());
                if (right.isPresent()) {
                    return right;
                }
                at = binary.left();
            } else {
                return parameterAlone(at);
            }
        }
    }

    private Optional<String> parameterAlone(Expression expression) {
        return expression instanceof Expression.Name name
                ? Optional.of(CanonicalName.of(name.spelling())).filter(parents::containsKey)
                : Optional.empty();
    }

    private static boolean isSum(Expression.Binary binary) {
        return binary.operator() == Expression.Binary.Operator.ADD
                || binary.operator() == Expression.Binary.Operator.SUBTRACT;
    }

    private void use(Expression node) {
        if (node instanceof Expression.Binary binary && isSum(binary)) {
            join(binary.left(), binary.right());
        } else if (node instanceof Expression.Comparison comparison) {
            comparison.links().forEach(link -> join(comparison.first(), link.right()));
        } else if (node instanceof Expression.Directed directed) {
            join(directed.left(), directed.right());
        } else if (node instanceof Expression.Membership membership) {
            membership.choices().forEach(choice -> join(membership.operand(), choice));
        } else if (node instanceof Expression.Conditional conditional) {
            join(conditional.then(), conditional.otherwise());
        } else if (node instanceof Expression.Guarded guarded) {
            Expression first = guarded.rows().get(0).value();
            guarded.rows().forEach(row -> join(first, row.value()));
            guarded.otherwise().ifPresent(otherwise -> join(first, otherwise));
        } else if (node instanceof Expression.Excepted excepted) {
            excepted.cases().forEach(each -> join(excepted.base(), each.value()));
        } else if (node instanceof Expression.Stepped stepped) {
            for (Step step : stepped.steps()) {
                Expressions.ofStep(step).forEach(bound -> join(stepped.base(), bound));
            }
        } else if (node instanceof Expression.Application application) {
            apply(application);
        }
    }

    private void apply(Expression.Application application) {
        String name = CanonicalName.of(application.name().spelling());
        boolean joins =
                Set.of("min", "max", "mean", "average", "最小值", "最大值", "平均").contains(name);
        List<Expression> arguments = application.arguments();
        if (joins && arguments.size() > 1) {
            arguments.forEach(each -> join(arguments.get(0), each));
        } else if (Calls.aggregate(name).isPresent() && arguments.size() == 1) {
            tableOf(arguments.get(0)).ifPresent(rows::add);
        }
    }

    private Optional<String> tableOf(Expression argument) {
        Expression at = argument;
        at = Calls.unfiltered(at);
        if (at instanceof Expression.Each each) {
            return parameterAlone(each.table());
        }
        if (at instanceof Expression.Member member) {
            return parameterAlone(member.table());
        }
        return parameterAlone(at);
    }
}
