package dev.renum.config.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.renum.core.Environment;
import dev.renum.core.settings.Default;
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

    record Around(Map<String, SameKey> users) {}

    record Group(@Default("1") int size) {}

    record OfMap(@Default("a=1") Map<String, String> map) {}

    record OfOptionalMap(@Default("") Optional<Map<String, String>> map) {}

    record OfGroup(@Default("x") Group group) {}

    record OfOptionalGroup(
            @Default(value = "x", in = Environment.Kind.TEST)
            Optional<Group> group) {}

    record OfGroups(@Default("x") List<Group> groups) {}

    record OfAddress(@Range(min = "1", max = "9") InetSocketAddress address) {}

    record OfSocket(@Range(max = "a:1") InetSocketAddress address) {}

    record OfDuration(@Range(min = "5") Duration pause) {}

    record RangeOfText(@Range(min = "3") String name) {}

    record RangeOfGroup(@Range(min = "1") Group group) {}

    record Allowed(
            @Default("") List<Group> groups,
            @Default("a, b") Optional<List<String>> list,
            @Default("x") Optional<String> text,
            @Range(min = "1") Optional<Secret<Integer>> pin,
            @Range(min = "0.5", max = "1e3") Map<String, Double> weights,
            @Range(max = "1h") List<Duration> pauses,
            @Range Group group) {}
}
