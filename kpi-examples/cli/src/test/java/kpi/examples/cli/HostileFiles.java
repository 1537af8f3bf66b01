package kpi.examples.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;
import kpi.diagnostic.VisibleText;
import kpi.dsl.KpiCompiler;
import kpi.number.NumberText;
import kpi.report.CsvReport;
import kpi.report.JsonReport;
import kpi.report.TableReport;
import kpi.result.KpiResult;
import kpi.result.ScorecardResult;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.ReportingPeriod;

/** The hostile sets of KPIs and the hostile names, each as a KPI file that is compiled, evaluated and told. */
final class HostileFiles {
    /** Names that a file must quote stand in 【】; the corpus names are otherwise taken as they are. */
    private static final String WORD = "[A-Za-z][A-Za-z0-9.]*";

    private HostileFiles() {}

    /** What a file came to: all problems, the figures by KPI, and what was written of them. */
    record Told(List<Problem> problems, Map<String, Optional<String>> values, String json, String csv, String table) {
        boolean hasErrors() {
            return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        }

        boolean has(String code) {
            return problems.stream().anyMatch(problem -> problem.code().equals(code));
        }
    }

    static Told tell(String text) throws IOException {
        Checked<KpiProgram> compiled = KpiCompiler.standard().compile(Source.of("hostile.kpi", text));
        List<Problem> problems = new ArrayList<>(compiled.problems());
        if (compiled.value().isEmpty()) {
            return new Told(problems, Map.of(), "", "", "");
        }
        ScorecardResult result = compiled.value().get().evaluate(Evaluation.of(ReportingPeriod.roc(109)));
        result.problems().stream()
                .filter(problem -> !problems.contains(problem))
                .forEach(problems::add);
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        for (KpiResult kpi : result.kpis()) {
            values.put(kpi.id(), kpi.actual().value().map(value -> NumberText.plain(value.canonical())));
        }
        StringBuilder json = new StringBuilder();
        JsonReport.write(result, result.kpis(), problems, Language.EN, json);
        StringBuilder csv = new StringBuilder();
        CsvReport.write(result.kpis(), Language.EN, csv);
        StringBuilder table = new StringBuilder();
        TableReport.write(result, result.kpis(), Language.ZH_TW, table);
        return new Told(problems, values, json.toString(), csv.toString(), table.toString());
    }

    static List<HostileEntry> sets(Path folder) throws IOException {
        return HostileCorpus.lines(folder.resolve("kpisets.jsonl")).stream()
                .map(entry -> new HostileEntry("KPI sets", entry.get("id").toString(), () -> askSet(entry)))
                .toList();
    }

    private static HostileAnswer askSet(Map<String, Object> entry) throws IOException {
        Told told = tell(file(kpis(JsonTree.asObject(entry.get("kpis")))));
        boolean listed = ((List<?>) entry.get("expect")).stream().anyMatch(answer -> is(answer.toString(), told));
        boolean wrong = false;
        if (entry.get("value") != null && !told.hasErrors()) {
            Map<String, Object> expected = JsonTree.asObject(entry.get("value"));
            wrong = !expected.entrySet().stream()
                    .allMatch(value -> Optional.of(value.getValue().toString())
                            .equals(told.values().get(value.getKey())));
        }
        String detail = told.problems().stream().limit(2).toList() + " "
                + told.values().entrySet().stream().limit(3).toList();
        return new HostileAnswer(listed, wrong, Optional.empty(), HostileCorpus.slips(told.problems()), detail);
    }

    private static boolean is(String answer, Told told) {
        boolean none = told.values().containsValue(Optional.<String>empty());
        return switch (answer) {
            case "VALUE" -> !told.hasErrors() && !none && !told.values().isEmpty();
            case "VALUE_WITH_WARNING" ->
                !told.hasErrors()
                        && told.problems().stream().anyMatch(problem -> problem.severity() == Severity.WARNING);
            case "CYCLE" -> told.hasErrors() && told.has("cycle");
            case "DUPLICATE_NAME" -> told.hasErrors() && told.has("duplicate-name");
            case "PARTIAL" ->
                told.hasErrors() && none && told.values().values().stream().anyMatch(Optional::isPresent);
            default ->
                told.hasErrors()
                        && told.problems().stream()
                                .anyMatch(
                                        problem -> problem.problemClass().name().equals(answer));
        };
    }

    static Map<String, String> kpis(Map<String, Object> described) {
        Map<String, String> kpis = new LinkedHashMap<>();
        if (described.get("gen") == null) {
            described.forEach((name, formula) -> kpis.put(name, formula.toString()));
            return kpis;
        }
        Map<String, Object> gen = JsonTree.asObject(described.get("gen"));
        if (gen.get("many") != null) {
            int many = ((BigDecimal) gen.get("many")).intValueExact();
            for (int i = 0; i < many; i++) {
                kpis.put("K" + i, gen.get("formula").toString());
            }
            return kpis;
        }
        int chain = ((BigDecimal) gen.get("chain")).intValueExact();
        for (int i = 0; i < chain; i++) {
            String step = gen.get("step").toString().replace("{i-1}", Integer.toString(i - 1));
            kpis.put("K" + i, i == 0 ? gen.get("first").toString() : step);
        }
        return kpis;
    }

    static String file(Map<String, String> kpis) {
        StringBuilder text = new StringBuilder();
        kpis.forEach((name, formula) -> text.append("kpi ")
                .append(name.matches(WORD) ? name : "【" + name + "】")
                .append(" {\n  formula ")
                .append(formula)
                .append("\n  unit number\n}\n"));
        return text.toString();
    }

    /** Each name as the name of an input, of a KPI, as a title and as a text of a formula. */
    static List<HostileEntry> names(Path folder) throws IOException {
        List<HostileEntry> entries = new ArrayList<>();
        for (Map<String, Object> entry : HostileCorpus.lines(folder.resolve("names.jsonl"))) {
            String name = entry.get("text").toString();
            String id = entry.get("id").toString();
            entries.add(new HostileEntry("names", id + " as an input", () -> askInput(name)));
            String kpi = "kpi 【" + name + "】 {\n  formula 1\n  unit number\n}\n";
            entries.add(new HostileEntry("names", id + " as a KPI", () -> askFile(kpi, name, true)));
            String title = "kpi A \"" + name + "\" {\n  formula 1\n  unit number\n}\n";
            entries.add(new HostileEntry("names", id + " as a title", () -> askFile(title, name, false)));
        }
        return entries;
    }

    private static HostileAnswer askInput(String name) {
        CalcAnswer answer = HostileCorpus.calculate("【" + name + "】 + 1", Map.of(name, Optional.of("2")));
        if (answer instanceof CalcAnswer.Value value) {
            return HostileAnswer.value(!isConcealing(name), value.value().equals("3"), value.toString());
        }
        List<Problem> problems = ((CalcAnswer.Refused) answer).problems();
        return HostileAnswer.refusal(isTold(name, problems), Optional.empty(), problems);
    }

    private static HostileAnswer askFile(String text, String name, boolean isId) throws IOException {
        Told told = tell(text);
        List<String> slips = new ArrayList<>(HostileCorpus.slips(told.problems()));
        HostileAnswer.rawCharacter(told.table().replace("\n", ""))
                .ifPresent(raw -> slips.add("the table shows " + raw + " as it is"));
        boolean value = !told.hasErrors() && !told.values().isEmpty();
        if (value && isId && !told.values().containsKey(name.strip())) {
            slips.add("another name: " + told.values().keySet());
        }
        boolean damaged = isId ? isConcealing(name) : name.codePoints().anyMatch(VisibleText::isDamage);
        boolean listed = value ? !damaged : isTold(name, told.problems());
        return new HostileAnswer(listed, false, Optional.empty(), slips, told.problems() + " " + told.values());
    }

    /** Whether a name would read otherwise than it looks. */
    private static boolean isConcealing(String name) {
        return name.codePoints().anyMatch(c -> !VisibleText.isVisible(c));
    }

    /** A refused name is told by the number of a character that cannot be seen, if there is one. */
    private static boolean isTold(String name, List<Problem> problems) {
        boolean broken = name.contains("\n") || name.contains("\r");
        return broken
                ? !problems.isEmpty()
                : name.codePoints()
                        .filter(VisibleText::isDamage)
                        .boxed()
                        .allMatch(c -> problems.stream()
                                .anyMatch(
                                        problem -> problem.message(Language.EN).contains(VisibleText.number(c))));
    }
}
