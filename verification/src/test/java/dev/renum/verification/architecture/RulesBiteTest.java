package dev.renum.verification.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.renum.verification.architecture.fixture.Offences;
import dev.renum.verification.architecture.fixture.layers.billing.Stranger;
import dev.renum.verification.architecture.fixture.layers.config.Downward;
import dev.renum.verification.architecture.fixture.layers.config.Upward;
import dev.renum.verification.architecture.fixture.layers.core.Contract;
import dev.renum.verification.architecture.fixture.layers.health.Client;
import dev.renum.verification.architecture.fixture.layers.http.Sideward;
import dev.renum.verification.architecture.fixture.layers.monitoring.Tested;
import dev.renum.verification.architecture.fixture.layers.testkit.Curious;
import dev.renum.verification.architecture.fixture.layers.testkit.Server;
import dev.renum.verification.architecture.fixture.marked.Decent;
import dev.renum.verification.architecture.fixture.optional.first.FirstUser;
import dev.renum.verification.architecture.fixture.optional.second.SecondUser;
import dev.renum.verification.architecture.fixture.unmarked.Unmarked;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RulesBiteTest {
    private static final String FIXTURES = "dev.renum.verification.architecture.fixture";
    private static final ArchRule LAYERS = Layers.under(FIXTURES + ".layers").pointDownOnly();
    private static final OptionalLibrary ASSERTJ = new OptionalLibrary("assertj-core", Set.of("org.assertj.core.api"));

    static Stream<Arguments> offences() {
        return Stream.of(
                offence(CodeRules.concreteTypesAreFinalOrSealed(), Offences.Open.class),
                offence(CodeRules.namesSayWhatIsSpecial(), Offences.TextUtils.class),
                offence(CodeRules.platformInternalsAreNotUsed(), Offences.UsesInternals.class),
                offence(CodeRules.loggingIsSlf4j(), Offences.LogsElsewhere.class),
                offence(CodeRules.loggingIsSlf4j(), Offences.LogsToThePlatform.class),
                offence(CodeRules.standardStreamsAreTheHosts(), Offences.Prints.class),
                offence(CodeRules.textsDoNotDependOnTheMachinesLocale(), Offences.FormatsByLocale.class),
                offence(CodeRules.textsDoNotDependOnTheMachinesLocale(), Offences.RefersToTheLocale.class),
                offence(CodeRules.durationsComeFromATicker(), Offences.ReadsTheClock.class),
                offence(CodeRules.durationsComeFromATicker(), Offences.ReadsTheWallClock.class),
                offence(CodeRules.durationsComeFromATicker(), Offences.RefersToTheClock.class),
                offence(CodeRules.durationsComeFromATicker(), Offences.Sleeps.class),
                offence(CodeRules.durationsComeFromATicker(), Offences.SleepsByUnit.class),
                offence(CodeRules.threadsAreNamed(), Offences.MakesANamelessThread.class),
                offence(CodeRules.threadsAreNamed(), Offences.RefersToNamelessThreads.class),
                offence(CodeRules.threadsAreNamed(), Offences.IsANamelessThread.class),
                offence(CodeRules.threadsAreNamed(), Offences.UsesADefaultFactory.class),
                offence(CodeRules.threadsAreNamed(), Offences.UsesADefaultScheduler.class),
                offence(CodeRules.threadsAreNamed(), Offences.UsesTheCommonPool.class),
                offence(CodeRules.threadsAreNamed(), Offences.UsesAParallelStream.class),
                offence(CodeRules.threadsAreNamed(), Offences.UsesATimer.class),
                offence(CodeRules.methodsAreNotSynchronized(), Offences.Locks.class),
                offence(CodeRules.nothingIsLoadedByMagic(), Offences.FindsServices.class),
                offence(CodeRules.nothingIsLoadedByMagic(), Offences.Deserializes.class),
                offence(CodeRules.shutdownHooksAreAskedFor(), Offences.HooksIntoTheEnd.class),
                offence(PublicApi.namesNoThirdPartyType(), Offences.ReturnsForeignTypes.class),
                offence(PublicApi.namesNoThirdPartyType(), Offences.TakesForeignTypes.class),
                offence(PublicApi.packagesAreNullMarked(), Unmarked.class),
                offence(LAYERS, Upward.class),
                offence(LAYERS, Sideward.class),
                offence(LAYERS, Curious.class),
                offence(LAYERS, Tested.class),
                offence(LAYERS, Stranger.class));
    }

    @ParameterizedTest
    @MethodSource("offences")
    void findsAnOffence(ArchRule rule, Class<?> offender) {
        assertThat(isBroken(rule, offender)).isTrue();
    }

    static Stream<ArchRule> rules() {
        return Stream.concat(CodeRules.all(), PublicApi.all());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void leavesDecentCodeAlone(ArchRule rule) {
        JavaClasses decent = new ClassFileImporter().importPackagesOf(Decent.class);

        assertThat(rule.evaluate(decent).getFailureReport().getDetails()).isEmpty();
    }

    @Test
    void exemptsAClassByItsFullNameOnly() {
        Exemptions exemptions = locking(Offences.Locks.class.getName());

        assertThat(isBroken(exemptions.forOthers(), Offences.Locks.class)).isFalse();
        assertThat(isBroken(locking("Locks").forOthers(), Offences.Locks.class)).isTrue();
        assertThat(exemptions.unusedIn(classes(Offences.Locks.class))).isEmpty();
    }

    @Test
    void findsAnExemptionThatNobodyMakesUseOf() {
        Exemptions exemptions = locking("dev.renum.Gone", Decent.class.getName(), Offences.Locks.class.getName());

        assertThat(exemptions.unusedIn(classes(Offences.Locks.class, Decent.class)))
                .containsExactly("dev.renum.Gone", Decent.class.getName());
    }

    @Test
    void allowsArrowsThatPointDown() {
        assertThat(isBroken(LAYERS, Contract.class, Downward.class, Client.class, Server.class))
                .isFalse();
    }

    @Test
    void findsACycleOfPackages() {
        JavaClasses cycle = new ClassFileImporter().importPackages(FIXTURES + ".cycle");

        boolean isBroken =
                CodeRules.packagesFormNoCycle(FIXTURES).evaluate(cycle).hasViolation();

        assertThat(isBroken).isTrue();
    }

    @Test
    void allowsAnOptionalLibraryInOnePackage() {
        assertThat(isBroken(ASSERTJ.isNamedInOnePackage(), FirstUser.class, Decent.class))
                .isFalse();
    }

    @Test
    void findsAnOptionalLibraryInTwoPackages() {
        assertThat(isBroken(ASSERTJ.isNamedInOnePackage(), FirstUser.class, SecondUser.class))
                .isTrue();
    }

    @Test
    void findsAModuleWithAnotherNameThanItsPackage() {
        ModuleDescriptor module = ModuleDescriptor.newModule("dev.renum.wrong").build();

        assertThat(PublicApi.faultsOf(module, "dev.renum.core"))
                .containsExactly("module dev.renum.wrong must be called dev.renum.core");
    }

    @Test
    void findsAModuleThatOpensAPackage() {
        ModuleDescriptor module = ModuleDescriptor.newModule("dev.renum.core")
                .opens("dev.renum.core")
                .build();

        assertThat(PublicApi.faultsOf(module, "dev.renum.core")).containsExactly("dev.renum.core opens dev.renum.core");
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.example.optional", "org.slf4j"})
    void findsAnAbsentLibraryThatIsHandedOn(String library) {
        ModuleDescriptor module = ModuleDescriptor.newModule("dev.renum.core")
                .requires(Set.of(Modifier.STATIC, Modifier.TRANSITIVE), library)
                .requires(Set.of(Modifier.STATIC, Modifier.TRANSITIVE), "org.jspecify")
                .build();

        assertThat(PublicApi.faultsOf(module, "dev.renum.core"))
                .containsExactly("dev.renum.core hands on " + library + ", which may be absent");
    }

    @Test
    void findsAnnotationsThatAreNeededAtRunTime() {
        ModuleDescriptor module = ModuleDescriptor.newModule("dev.renum.core")
                .requires(Set.of(Modifier.TRANSITIVE), "org.jspecify")
                .build();

        assertThat(PublicApi.faultsOf(module, "dev.renum.core"))
                .containsExactly("dev.renum.core needs org.jspecify at run time");
    }

    private static Arguments offence(ArchRule rule, Class<?> offender) {
        return arguments(named(rule.getDescription(), rule), named(offender.getSimpleName(), offender));
    }

    private static boolean isBroken(ArchRule rule, Class<?>... types) {
        return rule.allowEmptyShould(true).evaluate(classes(types)).hasViolation();
    }

    private static JavaClasses classes(Class<?>... types) {
        return new ClassFileImporter().importClasses(types);
    }

    private static Exemptions locking(String... names) {
        return new Exemptions(
                Set.of(names),
                types -> ArchRuleDefinition.noClasses()
                        .that(types)
                        .should(ArchCondition.from(describe(
                                "lock",
                                type -> type.getMethods().stream()
                                        .anyMatch(method ->
                                                method.getModifiers().contains(JavaModifier.SYNCHRONIZED))))));
    }
}
