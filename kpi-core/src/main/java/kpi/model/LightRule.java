package kpi.model;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kpi.number.Exact;

/**
 * Which light (燈號) a KPI's actual or attainment shows. Each light is told by its word and its shape, never by its colour
 * alone: a reader may not see colours, and a page may be printed without them.
 *
 * @param bands which figures show which light, by its colour
 * @param lamps the lights, in the order of the text
 */
public record LightRule(GradeRule bands, List<Lamp> lamps) {
    public LightRule {
        Objects.requireNonNull(bands, "bands");
        lamps = List.copyOf(lamps);
        Set<String> colours = new HashSet<>();
        Set<String> words = new HashSet<>();
        Set<String> shapes = new HashSet<>();
        for (Lamp lamp : lamps) {
            if (!colours.add(lamp.colour()) | !words.add(lamp.word()) | !shapes.add(lamp.shape())) {
                throw new IllTypedException("two lights look the same");
            }
        }
        if (!bands.bands().stream().map(GradeRule.Band::label).allMatch(colours::contains)) {
            throw new IllTypedException("each band shows a light");
        }
    }

    /** A light by its colour, its word and its shape. */
    public record Lamp(String colour, String word, String shape) {
        public Lamp {
            Objects.requireNonNull(colour, "colour");
            if (word.isBlank() || shape.isBlank()) {
                throw new IllTypedException("a light has a word and a shape");
            }
        }
    }

    /** The light of a figure; empty only beyond a closed end. */
    public Optional<Lamp> of(Exact figure) {
        return bands.of(figure)
                .flatMap(colour -> lamps.stream()
                        .filter(lamp -> lamp.colour().equals(colour))
                        .findFirst());
    }
}
