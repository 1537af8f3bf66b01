package kpi.report;

import java.io.IOException;
import kpi.diagnostic.VisibleText;

/** Text for people: what cannot be seen, or would turn what stands beside it, is written by its number. */
final class ShownText implements Appendable {
    private final Appendable out;

    ShownText(Appendable out) {
        this.out = out;
    }

    @Override
    public ShownText append(CharSequence text) throws IOException {
        String rest = text.toString();
        for (int end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
            out.append(VisibleText.of(rest.substring(0, end))).append('\n');
            rest = rest.substring(end + 1);
        }
        out.append(VisibleText.of(rest));
        return this;
    }

    @Override
    public ShownText append(CharSequence text, int start, int end) throws IOException {
        return append(text.subSequence(start, end));
    }

    @Override
    public ShownText append(char c) throws IOException {
        return append(Character.toString(c));
    }
}
