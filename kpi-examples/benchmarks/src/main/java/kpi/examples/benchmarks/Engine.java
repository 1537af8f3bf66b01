package kpi.examples.benchmarks;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.googlecode.aviator.AviatorEvaluator;
import com.googlecode.aviator.AviatorEvaluatorInstance;
import com.googlecode.aviator.Options;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import kpi.diagnostic.Language;
import kpi.dsl.KpiCompiler;
import kpi.number.Exact;
import kpi.number.Rounding;
import kpi.run.Formula;
import kpi.run.ScaledFormula;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Quantity;
import net.objecthunter.exp4j.ExpressionBuilder;
import org.apache.commons.jexl3.JexlArithmetic;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.MapContext;
import org.mvel2.MVEL;

/** Who evaluates a question; each answers a function from the number of the inputs to the value. */
final class Engine {
    private Engine() {}

    static Formula compiled(Question question) {
        Map<String, KpiUnit> inputs = new LinkedHashMap<>();
        question.names().forEach(name -> inputs.put(name, question.isPoints() ? Units.NUMBER : Units.NTD));
        return KpiCompiler.standard()
                .formula(question.ours(), inputs, question.isPoints() ? Units.POINTS : Units.PERCENT)
                .orElseThrow();
    }

    static ScaledFormula scaled(Question question) {
        List<Integer> whole = Collections.nCopies(question.names().size(), 0);
        return compiled(question).scaled(whole, question.isPoints() ? 1 : 2, Rounding.HALF_UP);
    }

    static IntFunction<Object> exact(Question question) {
        Formula formula = compiled(question);
        Exact[][] rows = new Exact[Question.ROWS][];
        long[][] longs = question.longs();
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Exact[longs[i].length];
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = Exact.of(longs[i][j]);
            }
        }
        return row -> formula.evaluate(rows[row]);
    }

    /** Figures that know how they came about; {@code read} also writes the line of each. */
    static IntFunction<Object> figures(Question question, boolean read) {
        Formula formula = compiled(question);
        KpiUnit unit = question.isPoints() ? Units.NUMBER : Units.NTD;
        List<Map<String, Quantity>> rows = new ArrayList<>();
        for (long[] longs : question.longs()) {
            Map<String, Quantity> row = new LinkedHashMap<>();
            for (int i = 0; i < longs.length; i++) {
                row.put(question.names().get(i), Quantity.of(Exact.of(longs[i]), unit));
            }
            rows.add(row);
        }
        return read
                ? row -> formula.evaluate(rows.get(row)).explain().line(Language.EN)
                : row -> formula.evaluate(rows.get(row));
    }

    static IntFunction<Object> scaledDecimals(Question question) {
        ScaledFormula formula = scaled(question);
        BigDecimal[][] rows = question.decimals();
        return row -> formula.evaluate(rows[row]);
    }

    static IntFunction<Object> handDecimals(Question question) {
        BigDecimal[][] rows = question.decimals();
        return switch (question) {
            case RATIO -> row -> percent(rows[row][0], rows[row][1]);
            case CAPPED -> row -> percent(rows[row][0], rows[row][1]).min(HUNDRED);
            case BUDGET -> row -> {
                BigDecimal[] x = rows[row];
                return percent(x[0].add(x[1]), x[2].add(x[3]).add(x[4]));
            };
            case POINTS -> row -> {
                BigDecimal[] x = rows[row];
                return BASE.subtract(TENTH.multiply(x[0]))
                        .add(TENTH.multiply(x[1]))
                        .add(TENTH.multiply(x[2]))
                        .add(FIFTH.multiply(x[3]))
                        .add(x[4]);
            };
        };
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal BASE = BigDecimal.valueOf(80);
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal FIFTH = new BigDecimal("0.2");

    private static BigDecimal percent(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, MathContext.DECIMAL128).multiply(HUNDRED).setScale(2, RoundingMode.HALF_UP);
    }

    static IntFunction<Object> evalEx(Question question) {
        ExpressionConfiguration configuration = ExpressionConfiguration.builder()
                .mathContext(MathContext.DECIMAL128)
                .build();
        Expression expression = new Expression(question.theirs(), configuration);
        BigDecimal[][] rows = question.decimals();
        List<String> names = question.names();
        return row -> {
            for (int i = 0; i < names.size(); i++) {
                expression.with(names.get(i), rows[row][i]);
            }
            return checked(() -> expression.evaluate().getNumberValue());
        };
    }

    static IntFunction<Object> aviator(Question question) {
        AviatorEvaluatorInstance aviator = AviatorEvaluator.newInstance();
        aviator.setOption(Options.ALWAYS_PARSE_FLOATING_POINT_NUMBER_INTO_DECIMAL, true);
        aviator.setOption(Options.ALWAYS_PARSE_INTEGRAL_NUMBER_INTO_DECIMAL, true);
        aviator.setOption(Options.MATH_CONTEXT, MathContext.DECIMAL128);
        com.googlecode.aviator.Expression expression = aviator.compile(question.theirs(), true);
        BigDecimal[][] rows = question.decimals();
        List<String> names = question.names();
        return row -> expression.execute(variables(names, rows[row]));
    }

    static IntFunction<Object> jexl(Question question) {
        String text = question == Question.CAPPED ? "a / b * 100 > 100 ? 100 : a / b * 100" : question.theirs();
        JexlExpression expression = new JexlBuilder()
                .arithmetic(new JexlArithmetic(true, MathContext.DECIMAL128, 34))
                .create()
                .createExpression(text);
        BigDecimal[][] rows = question.decimals();
        List<String> names = question.names();
        return row -> {
            JexlContext context = new MapContext(variables(names, rows[row]));
            return expression.evaluate(context);
        };
    }

    static IntFunction<Object> mvel(Question question) {
        String text = question == Question.CAPPED
                ? "x = a / b * 100B; x > 100B ? 100B : x"
                : question.theirs().replaceAll("(\\d+(?:\\.\\d+)?)", "$1B");
        Serializable expression = MVEL.compileExpression(text);
        BigDecimal[][] rows = question.decimals();
        List<String> names = question.names();
        return row -> MVEL.executeExpression(expression, variables(names, rows[row]));
    }

    static IntFunction<Object> exp4j(Question question) {
        String text = question == Question.CAPPED ? "a / b * 100" : question.theirs();
        net.objecthunter.exp4j.Expression expression = new ExpressionBuilder(text)
                .variables(Map.copyOf(variables(question.names(), question.decimals()[0])).keySet())
                .build();
        long[][] rows = question.longs();
        List<String> names = question.names();
        boolean capped = question == Question.CAPPED;
        return row -> {
            for (int i = 0; i < names.size(); i++) {
                expression.setVariable(names.get(i), rows[row][i]);
            }
            double value = expression.evaluate();
            return capped ? Math.min(100, value) : value;
        };
    }

    private static Map<String, Object> variables(List<String> names, BigDecimal[] values) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            variables.put(names.get(i), values[i]);
        }
        return variables;
    }

    /** Something that may throw. */
    interface Risky<T> {
        T get() throws Exception;
    }

    static <T> T checked(Risky<T> value) {
        try {
            return value.get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
