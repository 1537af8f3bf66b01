package kpi.plan;

import kpi.number.Exact;

/** How sums print themselves. */
final class Printing {
    private Printing() {}

    static String sum(Node.Sum sum) {
        StringBuilder text = new StringBuilder("(");
        for (Node.Weighted part : sum.parts()) {
            boolean minus = part.factor().signum() < 0;
            if (text.length() > 1) {
                text.append(minus ? " − " : " + ");
            } else if (minus) {
                text.append("−");
            }
            Exact size = part.factor().abs();
            if (!size.equals(Exact.ONE)) {
                text.append(size).append(" × ");
            }
            text.append(part.node());
        }
        if (!sum.constant().isZero()) {
            text.append(sum.constant().signum() < 0 ? " − " : " + ")
                    .append(sum.constant().abs());
        }
        return text.append(")").toString();
    }
}
