package kpi.examples.benchmarks;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** The least that can be done with ANTLR: a parse tree turned into closures over doubles, with nothing checked. */
final class BareFormula {
    private BareFormula() {}

    static ToDoubleFunction<double[]> compile(String text, List<String> names) {
        BareParser parser = new BareParser(new CommonTokenStream(new BareLexer(CharStreams.fromString(text))));
        return closure(parser.formula().sum(), names);
    }

    private static ToDoubleFunction<double[]> closure(ParseTree tree, List<String> names) {
        if (tree instanceof BareParser.ValueContext value) {
            return value(value, names);
        }
        ToDoubleFunction<double[]> result = closure(tree.getChild(0), names);
        for (int i = 1; i < tree.getChildCount(); i += 2) {
            ToDoubleFunction<double[]> left = result;
            ToDoubleFunction<double[]> right = closure(tree.getChild(i + 1), names);
            Token operator = ((TerminalNode) tree.getChild(i)).getSymbol();
            result = switch (operator.getType()) {
                case BareParser.PLUS -> x -> left.applyAsDouble(x) + right.applyAsDouble(x);
                case BareParser.MINUS -> x -> left.applyAsDouble(x) - right.applyAsDouble(x);
                case BareParser.STAR -> x -> left.applyAsDouble(x) * right.applyAsDouble(x);
                default -> x -> left.applyAsDouble(x) / right.applyAsDouble(x);
            };
        }
        return result;
    }

    private static ToDoubleFunction<double[]> value(BareParser.ValueContext value, List<String> names) {
        if (value.sum() != null) {
            return closure(value.sum(), names);
        }
        if (value.NAME() != null) {
            int slot = names.indexOf(value.getText());
            return x -> x[slot];
        }
        double number = Double.parseDouble(value.getText());
        return x -> number;
    }
}
