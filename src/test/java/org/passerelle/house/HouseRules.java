package org.passerelle.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The house rules on compiled classes, for a tree of rooms under one root package. The root is a
 * parameter so that the same rules are evaluated on the product and on the samples in {@code
 * violations}, which have to break them.
 */
final class HouseRules {

    /** What each room may import of the others; docs/ARCHITECTURE.md draws the same table. */
    static final Map<String, Set<String>> IMPORTS = imports();

    /** The rooms with controllers: those that answer one question each, and the one that takes files. */
    static final Set<String> ANSWERING = Set.of(
            "expert",
            "request",
            "silo",
            "bridge",
            "introduction",
            "change",
            "community",
            "adoption",
            "loop",
            "overview",
            "wirearchy",
            "profile",
            "export",
            "directory",
            "ingest");

    private static final Set<String> FORBIDDEN_NAME_PARTS =
            Set.of("Impl", "Default", "Abstract", "Base", "Helper", "Util", "Utils", "Common", "Misc");

    private final String root;

    HouseRules(String root) {
        this.root = root;
    }

    private static Map<String, Set<String>> imports() {
        Map<String, Set<String>> rooms = new LinkedHashMap<>();
        rooms.put("network", Set.of());
        rooms.put("measure", Set.of("network"));
        for (String question : List.of(
                "expert",
                "request",
                "silo",
                "bridge",
                "introduction",
                "change",
                "community",
                "adoption",
                "loop",
                "overview",
                "wirearchy",
                "profile")) {
            rooms.put(question, Set.of("network", "measure"));
        }
        // What is missing is itself a figure about groups, so the directory knows the floors.
        rooms.put("directory", Set.of("network", "measure", "privacy"));
        // It asks the API itself, so it needs none of the questions.
        rooms.put("export", Set.of("network"));
        rooms.put("ingest", Set.of("network"));
        rooms.put("demonstration", Set.of("network"));
        rooms.put("evaluation", Set.of("network"));
        rooms.put("packing", Set.of("network"));
        rooms.put("topic", Set.of("network"));
        rooms.put("need", Set.of("network"));
        // In the build with -Ddense only.
        rooms.put("meaning", Set.of("network"));
        rooms.put("store", Set.of("network", "measure", "packing", "topic", "need"));
        rooms.put("privacy", Set.of("network"));
        rooms.put("api", Set.of("network", "privacy"));
        rooms.put(
                "cli",
                Set.of(
                        "network",
                        "measure",
                        "ingest",
                        "demonstration",
                        "evaluation",
                        "topic",
                        "store",
                        "api",
                        "privacy",
                        "directory"));
        return rooms;
    }

    /** Every rule with the sample that breaks it. */
    List<HouseRule> all() {
        return List.of(
                new HouseRule("rooms import in the stated directions", "Upwards", directions()),
                new HouseRule("measures stay pure", "SpringyMeasure", pureMeasures()),
                new HouseRule("questions never import each other", "NosyExpert", directions()),
                new HouseRule("only controllers import api and privacy", "TalkativeSilo", directions()),
                new HouseRule("every room is in the table", "Drawer", knownRooms()),
                new HouseRule("no cycles between rooms", "Cycle", noCycles()),
                new HouseRule("the driver only in store", "DirectExpert", driverOnlyInStore()),
                new HouseRule("GraphQL only in api and controllers", "GraphQlAnswer", graphQlOnlyAtTheEdge()),
                new HouseRule("controllers are package-private", "OpenController", hiddenControllers()),
                new HouseRule("class names say what they are", "AbstractThing", names()),
                new HouseRule("accessors have no get", "Getters", noGet()),
                new HouseRule("nothing is called weight", "Heavy", noWeight()),
                new HouseRule("constructor injection only", "InjectedField", noFieldInjection()),
                new HouseRule("Cypher only in cypher/", "InlineCypher", noInlineCypher()));
    }

    /** No room imports another but those of the table; a question's controllers also api and privacy. */
    private ArchRule directions() {
        return classes()
                .that(describe("are in a room", c -> IMPORTS.containsKey(room(c))))
                .should(check("import only what the table allows", (javaClass, report) -> {
                    javaClass.getDirectDependenciesFromSelf().stream()
                            .filter(d -> isOurs(d.getTargetClass()) && !mayImport(javaClass, d.getTargetClass()))
                            .forEach(d -> report.accept(d.getDescription()));
                }));
    }

    private boolean mayImport(JavaClass javaClass, JavaClass target) {
        String here = room(javaClass);
        String there = room(target);
        return there.equals(here)
                || allowed(javaClass, here).contains(there)
                || (ANSWERING.contains(here) && isPlainWord(target))
                // The root is what serve starts, and nothing else.
                || (here.equals("cli") && there.isEmpty());
    }

    /**
     * Whether a type of api is a plain word: a refusal or a shape that knows neither GraphQL nor Spring. A
     * caller's mistake is refused where it is found, so pure answers may throw those.
     */
    private boolean isPlainWord(JavaClass target) {
        return room(target).equals("api")
                && target.getDirectDependenciesFromSelf().stream()
                        .map(d -> d.getTargetClass().getPackageName())
                        .noneMatch(name -> name.startsWith("graphql") || name.startsWith("org.springframework"));
    }

    private static Set<String> allowed(JavaClass javaClass, String room) {
        boolean controller = ANSWERING.contains(room) && isController(javaClass);
        return controller ? Set.of("network", "measure", "api", "privacy") : IMPORTS.getOrDefault(room, Set.of());
    }

    /** Of the libraries, network and measure know graphs and nothing else. */
    private ArchRule pureMeasures() {
        return classes()
                .that()
                .resideInAnyPackage(root + ".network..", root + ".measure..")
                .should(check(
                        "know only the JDK and graph libraries",
                        (javaClass, report) -> javaClass.getDirectDependenciesFromSelf().stream()
                                .filter(d -> !isOurs(d.getTargetClass()))
                                .filter(d -> !isGraphLibrary(d.getTargetClass().getBaseComponentType()))
                                .forEach(d -> report.accept(d.getDescription()))));
    }

    private static boolean isGraphLibrary(JavaClass target) {
        return target.isPrimitive()
                || Stream.of("java.", "org.jgrapht.", "org.jspecify.")
                        .anyMatch(prefix -> target.getName().startsWith(prefix));
    }

    private ArchRule knownRooms() {
        return classes().should(check("be in a room of the table", (javaClass, report) -> {
            if (!room(javaClass).isEmpty() && !IMPORTS.containsKey(room(javaClass))) {
                report.accept(javaClass.getName() + " is in no room of the table");
            }
        }));
    }

    private ArchRule noCycles() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    private ArchRule driverOnlyInStore() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".store..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.neo4j..");
    }

    /** The database's own API, GPLv3, stays in the sources that {@code -DnoEmbedded} leaves out. */
    ArchRule embeddedOnlyInItsRoom() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".store.embedded..")
                .should()
                .dependOnClassesThat(describe(
                        "belong to the embedded database",
                        c -> c.getPackageName().startsWith("org.neo4j.")
                                && !c.getPackageName().startsWith("org.neo4j.driver")
                                && !c.getPackageName().startsWith("org.neo4j.bolt.connection")));
    }

    private ArchRule graphQlOnlyAtTheEdge() {
        return noClasses()
                .that(describe("are neither in api nor controllers", c -> !room(c).equals("api") && !isController(c)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("graphql..", "org.springframework.graphql..");
    }

    private static ArchRule hiddenControllers() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .notBePublic()
                .allowEmptyShould(true);
    }

    private static ArchRule names() {
        return classes().should(check("have a name that says what they are", (javaClass, report) -> {
            List<String> parts = List.of(javaClass.getSimpleName().split("(?<=[a-z0-9])(?=[A-Z])"));
            boolean forbidden = parts.stream().anyMatch(FORBIDDEN_NAME_PARTS::contains)
                    // A manager is a person; what manages caches or sessions has a better name.
                    || (parts.size() > 1 && parts.getLast().equals("Manager"));
            if (forbidden) {
                report.accept(javaClass.getName() + " has a forbidden part in its name");
            }
        }));
    }

    private ArchRule noGet() {
        return methods()
                .that()
                .areDeclaredInClassesThat(describe("are ours", this::isOurs))
                .should(new ArchCondition<JavaMethod>("have no get in their names") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        if (method.getName().matches("get[A-Z].*") && !overridesForeign(method)) {
                            events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                        }
                    }
                });
    }

    private ArchRule noWeight() {
        return classes().should(check("call nothing weight", (javaClass, report) -> {
            javaClass.getFields().stream()
                    .filter(field -> isWeight(field.getName()))
                    .forEach(field -> report.accept(field.getFullName()));
            javaClass.getMethods().stream()
                    .filter(method -> isWeight(method.getName()) && !overridesForeign(method))
                    // A lambda's name repeats that of the method it is in.
                    .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                    .forEach(method -> report.accept(method.getFullName()));
            Bytecode.of(javaClass).parameterNames().stream()
                    .filter(HouseRules::isWeight)
                    .forEach(name -> report.accept(javaClass.getName() + " has a parameter " + name));
        }));
    }

    private static boolean isWeight(String name) {
        return name.toLowerCase(Locale.ROOT).contains("weight");
    }

    private static ArchRule noFieldInjection() {
        return fields().should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .andShould()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value");
    }

    private static ArchRule noInlineCypher() {
        return classes().should(check("hold no Cypher", (javaClass, report) -> Bytecode.of(javaClass).texts().stream()
                .filter(HouseRules::looksLikeCypher)
                .forEach(text -> report.accept(javaClass.getName() + " holds Cypher: " + text))));
    }

    private static boolean looksLikeCypher(String text) {
        return text.matches("(?s).*\\b(MATCH|MERGE|CREATE)\\s*\\(.*|.*\\bUNWIND\\s+\\$.*|.*\\bDETACH\\s+DELETE\\b.*"
                + "|.*\\bCREATE\\s+(FULLTEXT\\s+INDEX|INDEX|CONSTRAINT)\\b.*|.*\\bCALL\\s+db\\..*");
    }

    /** Whether a library's type declares the method: its name was not our choice. */
    private boolean overridesForeign(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                .filter(type -> !isOurs(type))
                .flatMap(type -> type.getMethods().stream())
                .anyMatch(candidate -> candidate.getName().equals(method.getName()));
    }

    private static boolean isController(JavaClass javaClass) {
        JavaClass outer = javaClass;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().orElseThrow();
        }
        return outer.getSimpleName().endsWith("Controller");
    }

    private boolean isOurs(JavaClass javaClass) {
        return javaClass.getBaseComponentType().getPackageName().startsWith(root);
    }

    /** The room of a class: the first package below the root, empty for the root itself. */
    private String room(JavaClass javaClass) {
        String name = javaClass.getBaseComponentType().getPackageName();
        if (!name.startsWith(root + ".")) {
            return "";
        }
        String below = name.substring(root.length() + 1);
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    private static DescribedPredicate<JavaClass> describe(
            String text, java.util.function.Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe(text, predicate);
    }

    private static ArchCondition<JavaClass> check(String text, Finder finder) {
        return new ArchCondition<>(text) {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                finder.find(javaClass, found -> events.add(SimpleConditionEvent.violated(javaClass, found)));
            }
        };
    }

    /** Reports what a class does against a rule. */
    @FunctionalInterface
    private interface Finder {
        void find(JavaClass javaClass, java.util.function.Consumer<String> report);
    }

    /**
     * A rule and its proof.
     *
     * @param name what it demands
     * @param sample simple name of the class among the samples that breaks it
     * @param rule the rule
     */
    record HouseRule(String name, String sample, ArchRule rule) {
        @Override
        public String toString() {
            return name;
        }
    }
}
