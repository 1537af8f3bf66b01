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
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Data flows one way through the packages, and a library touches nothing of its host. */
class ArchitectureTest {
    /** Upstream first: a package may use the packages before it. A package below one listed here belongs to it. */
    private static final List<String> ORDER = List.of(
            "kpi.source",
            "kpi.diagnostic",
            "kpi.number",
            "kpi.unit",
            "kpi.value",
            "kpi.data",
            "kpi.data.read",
            "kpi.data.csv",
            "kpi.data.jdbc",
            "kpi.data.sheet",
            "kpi.function",
            "kpi.model",
            "kpi.plan",
            "kpi.engine",
            "kpi.explain",
            "kpi.result",
            "kpi.score",
            "kpi.report",
            "kpi.run",
            "kpi.law");

    /** A reader behind an optional library: only the front door may name it. */
    private static final String CSV = "kpi.data.csv";

    /** Readers that nothing else in the library names: a JVM without these modules runs all the rest. */
    private static final Set<String> OPTIONAL = Set.of("kpi.data.jdbc", "kpi.data.sheet");

    private static final String FRONT_DOOR = "kpi.run";

    private static final Set<String> EXPORTED = Set.of(
            "kpi.source",
            "kpi.diagnostic",
            "kpi.number",
            "kpi.unit",
            "kpi.value",
            "kpi.data",
            "kpi.data.csv",
            "kpi.data.jdbc",
            "kpi.data.sheet",
            "kpi.function",
            "kpi.explain",
            "kpi.result",
            "kpi.report",
            "kpi.run",
            "kpi.law");

    private static JavaClasses main;

    @BeforeAll
    static void readClasses() {
        main = new ClassFileImporter().importPath(Path.of("target", "classes"));
    }

    @Test
    void dataFlowsOneWay() {
        check(classes().that().resideInAPackage("kpi..").should(useOnlyPackagesBeforeTheirOwn()));
    }

    @Test
    void onlyTheNumberPackageKnowsBigMath() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("kpi.number..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ch.obermuhlner.."));
    }

    @Test
    void onlyTheCsvReaderKnowsTheCsvLibrary() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(CSV + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("de.siegmar.."));
    }

    @Test
    void onlyTheirReadersKnowDatabasesAndXml() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("kpi.data.jdbc..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql.."));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("kpi.data.sheet..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.xml..", "org.xml..", "org.w3c.."));
    }

    @Test
    void nothingKnowsAntlr() {
        check(noClasses().should().dependOnClassesThat().resideInAPackage("org.antlr.."));
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
        check(fields().that().areStatic().should().beFinal());
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

    /** The listed package a package belongs to, or the empty text. */
    private static String roomOf(String packageName) {
        String room = "";
        for (String candidate : ORDER) {
            boolean inside = packageName.equals(candidate) || packageName.startsWith(candidate + ".");
            if (inside && candidate.length() > room.length()) {
                room = candidate;
            }
        }
        return room;
    }

    private static boolean mayUse(String room, String other) {
        if (OPTIONAL.contains(other) && !room.equals(other)) {
            return false;
        }
        if (other.equals(CSV) && !room.equals(CSV)) {
            return room.equals(FRONT_DOOR);
        }
        return ORDER.indexOf(other) <= ORDER.indexOf(room);
    }

    private static ArchCondition<JavaClass> useOnlyPackagesBeforeTheirOwn() {
        return new ArchCondition<>("use only packages before their own in " + ORDER) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String room = roomOf(type.getPackageName());
                if (room.isEmpty()) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no listed package"));
                    return;
                }
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String target =
                            dependency.getTargetClass().getBaseComponentType().getPackageName();
                    if (target.equals("kpi") || target.startsWith("kpi.")) {
                        String other = roomOf(target);
                        if (other.isEmpty() || !mayUse(room, other)) {
                            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                        }
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> mentionOnlyTypesOfOursAndOfTheJdk() {
        return new ArchCondition<>("mention only types of ours and of the JDK") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!EXPORTED.contains(type.getPackageName())) {
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
