package kpi.examples.benchmarks;

import com.ezylang.evalex.Expression;
import com.googlecode.aviator.AviatorEvaluator;
import com.ql.util.express.DefaultContext;
import com.ql.util.express.ExpressRunner;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.mvel2.MVEL;

/** Expression languages that have a runtime of their own: CEL in double, FEEL and QLExpress in BigDecimal. */
final class Peers {
    private static final Pattern WHOLE = Pattern.compile("(?<![\\w.])(\\d+)(?![\\d.])");

    private Peers() {}

    /** Compiles the text of a question, over and over. */
    static Engine.Risky<Object> compiler(String engine, Question question) {
        String text = question.theirs();
        switch (engine) {
            case "EvalEx":
                return () -> new Expression(text).getAbstractSyntaxTree();
            case "Aviator":
                return () -> AviatorEvaluator.newInstance().compile(text, false);
            case "JEXL": {
                JexlEngine jexl = new JexlBuilder().create();
                return () -> jexl.createExpression(text);
            }
            case "MVEL":
                return () -> MVEL.compileExpression(text);
            case "QLExpress": {
                ExpressRunner runner = new ExpressRunner(true, false);
                return () -> runner.parseInstructionSet(text);
            }
            case "CEL": {
                CelCompiler compiler = celCompiler(question);
                CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder().build();
                String doubles = doubles(text);
                return () -> runtime.createProgram(compiler.compile(doubles).getAst());
            }
            default: {
                FeelEngineApi feel = FeelEngineBuilder.forJava().build();
                return () -> feel.parseExpression(text).parsedExpression();
            }
        }
    }

    static IntFunction<Object> cel(Question question) {
        try {
            CelRuntime.Program program = CelRuntimeFactory.standardCelRuntimeBuilder()
                    .build()
                    .createProgram(celCompiler(question)
                            .compile(
                                    question == Question.CAPPED
                                            ? "a / b * 100.0 > 100.0 ? 100.0 : a / b * 100.0"
                                            : doubles(question.theirs()))
                            .getAst());
            long[][] rows = question.longs();
            List<String> names = question.names();
            return row -> {
                Map<String, Object> variables = new HashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    variables.put(names.get(i), (double) rows[row][i]);
                }
                return Engine.checked(() -> program.eval(variables));
            };
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static CelCompiler celCompiler(Question question) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder();
        question.names().forEach(name -> builder.addVar(name, SimpleType.DOUBLE));
        return builder.build();
    }

    /** CEL does not mix whole numbers and doubles. */
    private static String doubles(String text) {
        Matcher whole = WHOLE.matcher(text);
        return whole.replaceAll("$1.0");
    }

    static IntFunction<Object> feel(Question question) {
        FeelEngineApi feel = FeelEngineBuilder.forJava().build();
        String text = question == Question.CAPPED ? "min(100, a / b * 100)" : question.theirs();
        var parsed = feel.parseExpression(text).parsedExpression();
        BigDecimal[][] rows = question.decimals();
        List<String> names = question.names();
        return row -> feel.evaluate(parsed, variables(names, rows[row])).result();
    }

    static IntFunction<Object> qlExpress(Question question) {
        ExpressRunner runner = new ExpressRunner(true, false);
        String text = question == Question.CAPPED ? "a / b * 100 > 100 ? 100 : a / b * 100" : question.theirs();
        BigDecimal[][] rows = question.decimals();
        List<String> names = question.names();
        return row -> Engine.checked(() -> {
            DefaultContext<String, Object> context = new DefaultContext<>();
            context.putAll(variables(names, rows[row]));
            return runner.execute(text, context, null, true, false);
        });
    }

    private static Map<String, Object> variables(List<String> names, BigDecimal[] values) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            variables.put(names.get(i), values[i]);
        }
        return variables;
    }
}
