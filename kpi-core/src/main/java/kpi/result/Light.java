package kpi.result;

import java.util.Objects;

/**
 * The light (燈號) that a figure shows. Show its shape and its word; its colour alone tells some readers nothing.
 *
 * @param colour as the text calls it: green
 * @param word for readers: 綠燈
 * @param shape for readers: ●
 */
public record Light(String colour, String word, String shape) {
    public Light {
        Objects.requireNonNull(colour, "colour");
        Objects.requireNonNull(word, "word");
        Objects.requireNonNull(shape, "shape");
    }

    /** The shape and the word. */
    public String text() {
        return shape + " " + word;
    }
}
