package kpi.function;

import java.util.List;
import java.util.Map;
import kpi.diagnostic.LocalText;

/** What a function is, but for what it computes. */
record FunctionParts(
        LocalText name,
        List<String> aliases,
        LocalText doc,
        Signature signature,
        List<Example> examples,
        Map<String, Boolean> monotone,
        Approximation approximation) {}
