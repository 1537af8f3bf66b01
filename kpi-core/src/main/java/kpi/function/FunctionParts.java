package kpi.function;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kpi.diagnostic.LocalText;

/** What a function is, but for what it computes. */
record FunctionParts(
        LocalText name,
        List<String> aliases,
        LocalText doc,
        Signature signature,
        List<Example> examples,
        List<Refusal> refusals,
        Map<String, Boolean> monotone,
        Set<Law> laws,
        Approximation approximation) {}
