package dev.renum.config.bind;

import static dev.renum.core.Environment.Kind.PRODUCTION;
import static dev.renum.core.Environment.Kind.TEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.renum.core.settings.Default;
import dev.renum.core.settings.FormerKey;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Secret;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SettingTypesTest {
    @Test
    void refusesTwoComponentsWithOneKey() {
        assertRefused(SameKey.class, "component userId of " + SameKey.class.getName(), "user-id", "userID");
        assertRefused(Around.class, "component userId of " + SameKey.class.getName());
    }

    @Test
    void refusesFormerKeysThatBelongToAnother() {
        assertRefused(FormerOfToday.class, "component size", "former key count", "component count has or had");
        assertRefused(FormerTwice.class, "component count", "former key max", "component size has or had");
        assertRefused(FormerInGroup.class, "component size", "'limits.max'", "last part");
        assertRefused(FormerOfNothing.class, "component size", "''");
    }

    @Test
    void refusesTwoDefaultsOfOneKind() {
        assertRefused(TwoDefaults.class, "component size", "several defaults for every kind");
        assertRefused(TwoInTest.class, "component size", "several defaults for TEST");
    }

    @Test
    void refusesDefaultsThatNobodyReads() {
        assertRefused(OfMap.class, "component map", "no map can");
        assertRefused(OfOptionalMap.class, "component map", "no map can");
        assertRefused(OfGroup.class, "component group", "no group of keys can");
        assertRefused(OfOptionalGroup.class, "component group", "no group of keys can");
        assertRefused(OfGroups.class, "component groups", "@Default(\"\")");
    }

    @Test
    void refusesRangesOfWhatIsNoMeasure() {
        assertRefused(OfAddress.class, "component address", "'1'", "InetSocketAddress");
        assertRefused(OfSocket.class, "component address", "'a:1'");
        assertRefused(OfDuration.class, "component pause", "'5'", "Duration");
        assertRefused(RangeOfGroup.class, "component group", "'1'");
        assertRefused(RangeOfText.class, "component name", "'3'", "String", "only numbers, Duration and DataSize");
    }

    @Test
    void allowsWhatHasAnEffect() {
        assertThatCode(() -> SettingTypes.check(Allowed.class)).doesNotThrowAnyException();
    }

    private static void assertRefused(Class<?> type, String... parts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettingTypes.check(type))
                .satisfies(e -> assertThat(e.getMessage()).contains(parts));
    }

    record SameKey(String userID, String userId) {}

    record FormerOfToday(@FormerKey("count") int size, int count) {}

    record FormerTwice(
            @FormerKey("max") int size, @FormerKey("max") int count) {}

    record FormerInGroup(@FormerKey("limits.max") int size) {}

    record FormerOfNothing(@FormerKey("") int size) {}

    record TwoDefaults(@Default("1") @Default("2") int size) {}

    record TwoInTest(
            @Default("0")
            @Default(value = "1", in = TEST)
            @Default(
                    value = "2",
                    in = {PRODUCTION, TEST})
            int size) {}

    record Around(Map<String, SameKey> users) {}

    record Group(@Default("1") int size) {}

    record OfMap(@Default("a=1") Map<String, String> map) {}

    record OfOptionalMap(@Default("") Optional<Map<String, String>> map) {}

    record OfGroup(@Default("x") Group group) {}

    record OfOptionalGroup(@Default(value = "x", in = TEST) Optional<Group> group) {}

    record OfGroups(@Default("x") List<Group> groups) {}

    record OfAddress(@Range(min = "1", max = "9") InetSocketAddress address) {}

    record OfSocket(@Range(max = "a:1") InetSocketAddress address) {}

    record OfDuration(@Range(min = "5") Duration pause) {}

    record RangeOfText(@Range(min = "3") String name) {}

    record RangeOfGroup(@Range(min = "1") Group group) {}

    record Allowed(
            @FormerKey({"oldGroups", "old-groups"}) @Default("")
            List<Group> groups,

            @Default("1")
            @Default(
                    value = "2",
                    in = {PRODUCTION, TEST})
            int several,

            @Default("a, b") Optional<List<String>> list,
            @Default("x") Optional<String> text,
            @Range(min = "1") Optional<Secret<Integer>> pin,
            @Range(min = "0.5", max = "1e3") Map<String, Double> weights,
            @Range(max = "1h") List<Duration> pauses,
            @Range Group group) {}
}
