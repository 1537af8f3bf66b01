package kpi.explain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
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
import kpi.model.GroupKey;
import kpi.model.InputTerm;
import kpi.model.JoinedColumn;
import kpi.model.JoinedFigure;
import kpi.model.KpiFigure;
import kpi.model.LeftOut;
import kpi.model.Let;
import kpi.model.LevelTerm;
import kpi.model.LocalTerm;
import kpi.model.Logic;
import kpi.model.LookUp;
import kpi.model.MissingTest;
import kpi.model.Negation;
import kpi.model.Not;
import kpi.model.OwnFigure;
import kpi.model.PastValue;
import kpi.model.Rounded;
import kpi.model.RoundedTo;
import kpi.model.RowFigure;
import kpi.model.Standing;
import kpi.model.Term;
import kpi.model.TextTest;
import kpi.model.Undefined;

/** Writes a formula with the values of its names in their place; brackets stand where the signs need them. */
final class FormulaText implements Term.Visitor<FormulaText.Piece> {
    /** A longer chain or list is shown by its beginning and its end. */
    private static final int SHOWN_AT_START = 20;

    private static final int SHOWN_AT_END = 3;

    private final Node node;
    private final Language language;

    private FormulaText(Node node, Language language) {
        this.node = node;
        this.language = language;
    }

    /** The formula of a term with its values. */
    static String of(Node node, Language language) {
        return piece(node, language).text().toString();
    }

    /** What stands in a formula as its value, and is explained by itself. */
    static boolean isBox(Term term) {
        return term instanceof DefinitionTerm
                || term instanceof Aggregation
                || term instanceof Standing
                || term instanceof Capped
                || term instanceof Rounded
                || term instanceof PastValue
                || term instanceof Fallback
                || term instanceof RoundedTo
                || term instanceof Conditional
                || term instanceof Excepted
                || term instanceof Undefined
                || term instanceof Let;
    }

    /** How tightly a text holds together. */
    private enum Tie {
        OR,
        AND,
        NOT,
        COMPARISON,
        SUM,
        PRODUCT,
        SIGN,
        POWER,
        ATOM
    }

    record Piece(StringBuilder text, Tie tie) {
        /** In brackets, unless it holds together more tightly than what is around it. */
        StringBuilder inside(Tie around) {
            return tie.compareTo(around) > 0 ? text : bracketed();
        }

        /** Whether it begins with a sign, which may not follow an operator. */
        boolean hasSign() {
            return text.charAt(0) == '-' || text.charAt(0) == '−';
        }

        StringBuilder bracketed() {
            return text.insert(0, '(').append(')');
        }
    }

    private static Piece piece(Node node, Language language) {
        FormulaText text = new FormulaText(node, language);
        // What nests deepest takes a frame less.
        return node.term instanceof Arithmetic term ? text.arithmetic(term) : node.term.accept(text);
    }

    private Piece below(Term term) {
        Optional<Node> found = node.of(term);
        if (found.isPresent()) {
            return piece(found.get(), language);
        }
        // Not needed, so not evaluated: it stands as the author wrote it.
        return new Piece(new StringBuilder(term.span().text()), Tie.OR);
    }

    private Piece value() {
        String text = Shown.WITH_UNIT.operand(node.outcome, TermExplainer.name(node.term), language);
        return new Piece(new StringBuilder(text), text.startsWith("-") ? Tie.SIGN : Tie.ATOM);
    }

    @Override
    public Piece constant(Constant term) {
        return new Piece(new StringBuilder(term.printed()), Tie.ATOM);
    }

    @Override
    public Piece input(InputTerm term) {
        return value();
    }

    @Override
    public Piece definition(DefinitionTerm term) {
        return value();
    }

    @Override
    public Piece ownFigure(OwnFigure term) {
        return value();
    }

    @Override
    public Piece level(LevelTerm term) {
        return value();
    }

    @Override
    public Piece kpiFigure(KpiFigure term) {
        return value();
    }

    @Override
    public Piece pastValue(PastValue term) {
        return value();
    }

    @Override
    public Piece column(ColumnTerm term) {
        return value();
    }

    @Override
    public Piece groupKey(GroupKey term) {
        return value();
    }

    @Override
    public Piece rowFigure(RowFigure term) {
        return value();
    }

    @Override
    public Piece joinedColumn(JoinedColumn term) {
        return value();
    }

    @Override
    public Piece joinedFigure(JoinedFigure term) {
        return value();
    }

    @Override
    public Piece conditional(Conditional term) {
        return value();
    }

    @Override
    public Piece roundedTo(RoundedTo term) {
        return value();
    }

    @Override
    public Piece lookUp(LookUp term) {
        StringBuilder text = new StringBuilder(term.table().name()).append('(');
        return new Piece(text.append(list(term.keys(), ", ", Tie.OR)).append(')'), Tie.ATOM);
    }

    @Override
    public Piece excepted(Excepted term) {
        return value();
    }

    @Override
    public Piece undefined(Undefined term) {
        return value();
    }

    @Override
    public Piece let(Let term) {
        return value();
    }

    @Override
    public Piece local(LocalTerm term) {
        return value();
    }

    @Override
    public Piece textTest(TextTest term) {
        StringBuilder text = below(term.left()).inside(Tie.COMPARISON);
        text.append(' ').append(term.kind().name(language)).append(' ');
        return new Piece(text.append(below(term.right()).inside(Tie.COMPARISON)), Tie.COMPARISON);
    }

    @Override
    public Piece aggregation(Aggregation term) {
        return value();
    }

    @Override
    public Piece standing(Standing term) {
        return value();
    }

    @Override
    public Piece capped(Capped term) {
        return value();
    }

    @Override
    public Piece rounded(Rounded term) {
        return value();
    }

    @Override
    public Piece fallback(Fallback term) {
        return value();
    }

    @Override
    public Piece leftOut(LeftOut term) {
        if (!node.outcome.lacks(term.when())) {
            return below(term.operand());
        }
        String text = Shown.WITH_UNIT.leftOut(node.outcome, TermExplainer.name(term.operand()), language);
        return new Piece(new StringBuilder(text), Tie.ATOM);
    }

    @Override
    public Piece missingTest(MissingTest term) {
        StringBuilder text = below(term.operand()).inside(Tie.COMPARISON);
        return new Piece(text.append(Words.is(term.kind(), language)), Tie.COMPARISON);
    }

    @Override
    public Piece converted(Converted term) {
        StringBuilder text = below(term.operand()).inside(Tie.POWER);
        String unit = term.unit().symbol();
        return new Piece(text.append(language == Language.ZH_TW ? " 以 " + unit + " 計" : " in " + unit), Tie.POWER);
    }

    /** A chain of operators is as long as its author likes, so it is walked, not descended. */
    @Override
    public Piece arithmetic(Arithmetic term) {
        Deque<Node> chain = new ArrayDeque<>();
        Node inner = node;
        while (inner.term instanceof Arithmetic) {
            chain.push(inner);
            inner = inner.below.get(0);
        }
        int length = chain.size();
        Piece piece = piece(inner, language);
        for (int i = 0; !chain.isEmpty(); i++) {
            Node outer = chain.pop();
            if (i < SHOWN_AT_START || i >= length - SHOWN_AT_END) {
                piece = joined(piece, (Arithmetic) outer.term, piece(outer.below.get(1), language));
            } else if (i == SHOWN_AT_START) {
                piece = new Piece(piece.text().append(" …"), Tie.SUM);
            }
        }
        return piece;
    }

    private static Piece joined(Piece left, Arithmetic term, Piece right) {
        Tie tie = tie(term.operator());
        boolean leftFits = left.tie().compareTo(tie) >= 0 && (tie != Tie.POWER || left.tie() == Tie.ATOM);
        StringBuilder text = leftFits ? left.text() : left.bracketed();
        text.append(' ').append(term.operator().sign()).append(' ');
        return new Piece(text.append(right.hasSign() ? right.bracketed() : right.inside(tie)), tie);
    }

    private static Tie tie(Arithmetic.Operator operator) {
        return switch (operator) {
            case ADD, SUBTRACT -> Tie.SUM;
            case MULTIPLY, DIVIDE -> Tie.PRODUCT;
            case POWER -> Tie.POWER;
        };
    }

    @Override
    public Piece negation(Negation term) {
        return new Piece(new StringBuilder("−").append(below(term.operand()).inside(Tie.SIGN)), Tie.SIGN);
    }

    @Override
    public Piece comparison(Comparison term) {
        StringBuilder text = below(term.first()).inside(Tie.COMPARISON);
        for (Comparison.Link link : term.links()) {
            text.append(' ').append(link.relation().sign()).append(' ');
            text.append(below(link.right()).inside(Tie.COMPARISON));
        }
        return new Piece(text, Tie.COMPARISON);
    }

    @Override
    public Piece logic(Logic term) {
        boolean and = term.operator() == Logic.Operator.AND;
        Tie tie = and ? Tie.AND : Tie.OR;
        return new Piece(list(term.operands(), (and ? Words.AND : Words.OR).in(language), tie), tie);
    }

    @Override
    public Piece not(Not term) {
        return new Piece(
                new StringBuilder(Words.NOT.in(language))
                        .append(below(term.operand()).inside(Tie.NOT)),
                Tie.NOT);
    }

    @Override
    public Piece call(FunctionCall term) {
        StringBuilder text = new StringBuilder(term.function().name(language)).append('(');
        return new Piece(text.append(list(term.arguments(), ", ", Tie.OR)).append(')'), Tie.ATOM);
    }

    private StringBuilder list(List<Term> terms, String separator, Tie tie) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < terms.size(); i++) {
            if (i < SHOWN_AT_START || i >= terms.size() - SHOWN_AT_END) {
                text.append(i == 0 ? "" : separator).append(below(terms.get(i)).inside(tie));
            } else if (i == SHOWN_AT_START) {
                text.append(separator).append('…');
            }
        }
        return text;
    }
}
