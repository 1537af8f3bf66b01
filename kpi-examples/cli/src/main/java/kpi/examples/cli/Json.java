package kpi.examples.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;

/** How JSON is read: strictly, and never more than a line may hold. */
final class Json {
    /** Bytes of one line, and characters of one text in it. */
    static final int MAXIMUM_LINE = 64 << 20;

    private static final int MAXIMUM_NESTING = 100;

    private static final int MAXIMUM_NUMBER = 10_000;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MAXIMUM_LINE)
                    .maxNestingDepth(MAXIMUM_NESTING)
                    .maxNumberLength(MAXIMUM_NUMBER)
                    .build())
            .build();

    private Json() {}
}
