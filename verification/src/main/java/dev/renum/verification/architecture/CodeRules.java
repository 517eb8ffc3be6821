package dev.renum.verification.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Locale;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What every class of a published module keeps to. */
public final class CodeRules {
    private static final DescribedPredicate<JavaClass> OUTSIDE_THE_TESTKIT =
            DescribedPredicate.not(resideInAPackage("dev.renum.testkit.."));

    /** Whoever prints is a tool that a host's own {@code main} calls. */
    private static final Exemptions STREAMS = new Exemptions(
            Set.of("dev.renum.config.ConfigTool"),
            types -> noClasses().that(types).should(ACCESS_STANDARD_STREAMS));

    private static final Exemptions TIME =
            new Exemptions(Set.of("dev.renum.core.Ticker"), CodeRules::noDurationIsReadOrSleptIn);

    private static final Exemptions HOOKS =
            new Exemptions(Set.of("dev.renum.health.Termination"), CodeRules::noShutdownHookIsAddedIn);

    private CodeRules() {}

    /** All rules that need no parameter. */
    public static Stream<ArchRule> all() {
        return Stream.of(
                concreteTypesAreFinalOrSealed(),
                namesSayWhatIsSpecial(),
                platformInternalsAreNotUsed(),
                loggingIsSlf4j(),
                standardStreamsAreTheHosts(),
                textsDoNotDependOnTheMachinesLocale(),
                durationsComeFromATicker(),
                threadsAreNamed(),
                methodsAreNotSynchronized(),
                nothingIsLoadedByMagic(),
                shutdownHooksAreAskedFor());
    }

    /** The rules that some classes exist to break. */
    public static Stream<Exemptions> exemptions() {
        return Stream.of(STREAMS, TIME, HOOKS);
    }

    /** A class that is not made to be extended says so. */
    public static ArchRule concreteTypesAreFinalOrSealed() {
        return classes()
                .that(describe("are concrete", CodeRules::isConcrete))
                .should(ArchCondition.from(describe("be final or sealed", CodeRules::isFinalOrSealed)));
    }

    /** No name says only that somebody had no better one. */
    public static ArchRule namesSayWhatIsSpecial() {
        return noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Helpers)");
    }

    /** No package needs, over others, itself. */
    public static ArchRule packagesFormNoCycle(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    /** The JDK is used through what it exports and supports. */
    public static ArchRule platformInternalsAreNotUsed() {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("sun..", "jdk.internal..", "com.sun..")
                        .and(DescribedPredicate.not(
                                resideInAnyPackage("com.sun.net.httpserver..", "com.sun.management.."))));
    }

    /** Whatever is logged goes through slf4j; {@code DataSource} alone asks its implementations to name another library's type. */
    public static ArchRule loggingIsSlf4j() {
        return noClasses()
                .that(DescribedPredicate.not(JavaClass.Predicates.assignableTo(javax.sql.CommonDataSource.class)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.util.logging..",
                                "org.apache.commons.logging..",
                                "org.apache.log4j..",
                                "org.apache.logging..",
                                "ch.qos.logback..")
                        .or(JavaClass.Predicates.assignableTo(System.Logger.class)));
    }

    /** Nothing is printed, not even a stack trace. */
    public static ArchRule standardStreamsAreTheHosts() {
        return STREAMS.forOthers();
    }

    /** Texts are the same under every locale of the machine. */
    public static ArchRule textsDoNotDependOnTheMachinesLocale() {
        return noClasses()
                .should()
                .accessTargetWhere(
                        target(Set.of("format", "formatted", "toLowerCase", "toUpperCase"), Set.of(String.class))
                                .and(describe("without a locale", CodeRules::takesNoLocale)));
    }

    /**
     * Time that is reckoned with is read from a {@code Ticker}, and nothing sleeps; the testkit waits for processes. A point of time for people,
     * as {@code Instant.now()} gives it, is nothing to reckon with and free.
     */
    public static ArchRule durationsComeFromATicker() {
        return TIME.forOthers();
    }

    /** No thread is made that has not got a name from us: no common pool, no default factory, no timer, no thread without a name. */
    public static ArchRule threadsAreNamed() {
        return noClasses()
                .should()
                .dependOnClassesThat(JavaClass.Predicates.type(Timer.class))
                .orShould()
                .accessTargetWhere(describe("a maker of nameless threads", CodeRules::makesNamelessThreads));
    }

    /** Monitors pin virtual threads up to JDK 23; blocks are found by the style meter. */
    public static ArchRule methodsAreNotSynchronized() {
        return noMethods().should().haveModifier(JavaModifier.SYNCHRONIZED).allowEmptyShould(true);
    }

    /** Nothing is wired behind the host's back and no bytes become objects. */
    public static ArchRule nothingIsLoadedByMagic() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.util.ServiceLoader.class, ObjectInputStream.class, ObjectOutputStream.class);
    }

    /** Nobody hooks into the end of the JVM unless the host asks for it. */
    public static ArchRule shutdownHooksAreAskedFor() {
        return HOOKS.forOthers();
    }

    private static ArchRule noDurationIsReadOrSleptIn(DescribedPredicate<JavaClass> types) {
        return noClasses()
                .that(types.and(OUTSIDE_THE_TESTKIT))
                .should()
                .accessTargetWhere(target(Set.of("nanoTime", "currentTimeMillis"), Set.of(System.class))
                        .or(target(Set.of("sleep"), Set.of(Thread.class, TimeUnit.class))));
    }

    private static ArchRule noShutdownHookIsAddedIn(DescribedPredicate<JavaClass> types) {
        return noClasses()
                .that(types.and(OUTSIDE_THE_TESTKIT))
                .should()
                .accessTargetWhere(target(Set.of("addShutdownHook"), Set.of(Runtime.class)));
    }

    private static boolean isConcrete(JavaClass type) {
        return !type.isInterface()
                && !type.isEnum()
                && !type.isAnonymousClass()
                && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                && !type.getSimpleName().equals("package-info");
    }

    private static boolean isFinalOrSealed(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.FINAL)
                || type.reflect().isSealed();
    }

    private static boolean makesNamelessThreads(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target && makesNamelessThreads(target);
    }

    private static boolean makesNamelessThreads(CodeUnitAccessTarget target) {
        JavaClass owner = target.getOwner();
        if (owner.isEquivalentTo(Executors.class)) {
            return target.getName().startsWith("new") && !takes(target, ThreadFactory.class);
        }
        if (owner.isEquivalentTo(CompletableFuture.class)) {
            return target.getName().endsWith("Async") && !takes(target, Executor.class);
        }
        if (target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)) {
            return (owner.isEquivalentTo(Thread.class) && !takes(target, String.class))
                    || (owner.isAssignableTo(ThreadPoolExecutor.class) && !takes(target, ThreadFactory.class));
        }
        return target.getName().equals("commonPool") || target.getName().equals("parallelStream");
    }

    private static boolean takes(CodeUnitAccessTarget target, Class<?> parameter) {
        return target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(parameter));
    }

    private static boolean takesNoLocale(JavaAccess<?> access) {
        return !(access.getTarget() instanceof CodeUnitAccessTarget unit) || !takes(unit, Locale.class);
    }

    /** A call of one of {@code methods}, or a reference to it. */
    private static DescribedPredicate<JavaAccess<?>> target(Set<String> methods, Set<Class<?>> owners) {
        return describe(
                methods + " of " + owners,
                access -> methods.contains(access.getTarget().getName())
                        && owners.stream().anyMatch(access.getTargetOwner()::isEquivalentTo));
    }
}
