package kpi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Data flows one way through the packages, and a library touches nothing of its host. */
class ArchitectureTest {
    private static final Set<String> PLACES_AND_PROBLEMS = Set.of("kpi.source", "kpi.diagnostic");

    private static final Set<String> MEANING = Set.of(
            "kpi.source",
            "kpi.diagnostic",
            "kpi.number",
            "kpi.unit",
            "kpi.value",
            "kpi.data",
            "kpi.function",
            "kpi.model");

    /** What each package may use, itself aside; the front door may use everything the core offers. */
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "kpi.dsl.syntax", PLACES_AND_PROBLEMS,
            "kpi.dsl.parser", with(PLACES_AND_PROBLEMS, "kpi.dsl.syntax"),
            "kpi.dsl.analysis", with(MEANING, "kpi.dsl.syntax", "kpi.dsl.parser"),
            "kpi.dsl.review", with(MEANING, "kpi.dsl.syntax", "kpi.dsl.parser", "kpi.dsl.analysis"),
            "kpi.dsl.format", with(PLACES_AND_PROBLEMS, "kpi.dsl.syntax", "kpi.dsl.parser"));

    /** A reader behind an optional library. */
    private static final String CSV = "kpi.data.csv";

    /** What ANTLR makes of KpiGrammar.g4; it is not ours to improve. */
    private static final String GENERATED = "kpi\\.dsl\\.parser\\.KpiGrammar.*";

    private static final String FRONT_DOOR = "kpi.dsl";

    private static JavaClasses main;

    @BeforeAll
    static void readClasses() {
        main = new ClassFileImporter().importPath(Path.of("target", "classes"));
    }

    @Test
    void dataFlowsOneWay() {
        check(classes().that().resideInAPackage("kpi..").should(useOnlyAllowedPackages()));
    }

    @Test
    void onlyTheParserKnowsAntlr() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("kpi.dsl.parser..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.antlr.."));
    }

    @Test
    void nothingKnowsTheLibrariesOfTheCore() {
        check(noClasses().should().dependOnClassesThat().resideInAnyPackage("ch.obermuhlner..", "de.siegmar.."));
    }

    @Test
    void exportedMembersMentionOnlyTypesOfOursAndOfTheJdk() {
        check(classes().that().arePublic().should(mentionOnlyTypesOfOursAndOfTheJdk()));
    }

    @Test
    void nothingPrints() {
        check(noClasses().should().accessField(System.class, "out"));
        check(noClasses().should().accessField(System.class, "err"));
        check(noClasses().should().callMethod(Throwable.class, "printStackTrace"));
        check(noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging.."));
        check(noClasses().should().dependOnClassesThat().areAssignableTo(System.Logger.class));
    }

    @Test
    void nothingReadsTheClock() {
        check(noClasses().should().dependOnClassesThat().areAssignableTo(Clock.class));
        check(noClasses().should().callMethod(System.class, "currentTimeMillis"));
        check(noClasses().should().callMethod(System.class, "nanoTime"));
        check(noClasses().should().callMethodWhere(call("java.time..", "now")));
        check(noClasses().should().callConstructor(java.util.Date.class));
    }

    @Test
    void nothingReadsTheLocaleTheCharsetOrTheTimeZone() {
        check(noClasses().should().callMethodWhere(call("java.util", "getDefault", Locale.class, TimeZone.class)));
        check(noClasses().should().callMethod(Charset.class, "defaultCharset"));
        check(noClasses().should().callMethod(ZoneId.class, "systemDefault"));
        check(noClasses().should().callMethod(String.class, "toLowerCase"));
        check(noClasses().should().callMethod(String.class, "toUpperCase"));
        check(noClasses().should().callMethod(String.class, "format", String.class, Object[].class));
        check(noClasses().should().callMethod(String.class, "formatted", Object[].class));
        check(noClasses().should().callMethod(String.class, "getBytes"));
        check(noClasses().should().callConstructor(String.class, byte[].class));
    }

    @Test
    void nothingKeepsMutableStaticState() {
        check(fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .haveNameNotMatching(GENERATED)
                .should()
                .beFinal());
    }

    /** An empty package breaks no rule. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(main);
    }

    private static DescribedPredicate<JavaCall<?>> call(String packages, String name, Class<?>... owners) {
        return DescribedPredicate.describe(
                "of " + packages + " " + name,
                call -> call.getName().equals(name)
                        && JavaClass.Predicates.resideInAPackage(packages).test(call.getTargetOwner())
                        && (owners.length == 0
                                || List.of(owners).stream()
                                        .anyMatch(owner -> call.getTargetOwner().isEquivalentTo(owner))));
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }

    /** The listed package a package belongs to, or else the package itself. */
    private static String roomOf(String packageName) {
        return MAY_USE.keySet().stream()
                .filter(room -> packageName.equals(room) || packageName.startsWith(room + "."))
                .findFirst()
                .orElse(packageName);
    }

    private static boolean mayUse(String room, String target) {
        if (room.equals(FRONT_DOOR) || roomOf(target).equals(room)) {
            return true;
        }
        return !target.equals(CSV)
                && MAY_USE.get(room).stream()
                        .anyMatch(allowed -> target.equals(allowed) || target.startsWith(allowed + "."));
    }

    private static ArchCondition<JavaClass> useOnlyAllowedPackages() {
        return new ArchCondition<>("use only the packages that theirs may use") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String room = roomOf(type.getPackageName());
                if (!room.equals(FRONT_DOOR) && !MAY_USE.containsKey(room)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no listed package"));
                    return;
                }
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String target =
                            dependency.getTargetClass().getBaseComponentType().getPackageName();
                    if (target.startsWith("kpi.") && !mayUse(room, target)) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> mentionOnlyTypesOfOursAndOfTheJdk() {
        return new ArchCondition<>("mention only types of ours and of the JDK") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackageName().equals(FRONT_DOOR)) {
                    return;
                }
                for (JavaMember member : type.getMembers()) {
                    if (isVisible(member)) {
                        for (JavaClass mentioned : typesOf(member)) {
                            String name = mentioned.getBaseComponentType().getPackageName();
                            if (!isForEveryone(name)) {
                                events.add(SimpleConditionEvent.violated(
                                        member, member.getFullName() + " mentions " + mentioned.getName()));
                            }
                        }
                    }
                }
            }
        };
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static boolean isForEveryone(String packageName) {
        return packageName.isEmpty() || packageName.startsWith("java.") || packageName.startsWith("kpi.");
    }

    private static Set<JavaClass> typesOf(JavaMember member) {
        Set<JavaClass> types = new HashSet<>();
        if (member instanceof JavaField field) {
            types.addAll(field.getType().getAllInvolvedRawTypes());
        }
        if (member instanceof JavaCodeUnit unit) {
            types.addAll(unit.getReturnType().getAllInvolvedRawTypes());
            for (JavaType parameter : unit.getParameterTypes()) {
                types.addAll(parameter.getAllInvolvedRawTypes());
            }
            types.addAll(unit.getExceptionTypes());
        }
        return types;
    }
}
