package dev.renum.health.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.renum.health.dependency.DependencyInfo.Kind;
import dev.renum.health.library.RequirementsText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequirementsFileTest {
    private final List<String> faults = new ArrayList<>();

    @Test
    void readsTheWholeFormat() {
        List<Requirement> requirements = parse("""
                {
                  "java": "[17,)",
                  "libraries": [
                    {"name": "io.lettuce:lettuce-core", "version": "[6.2,8)", "optional": true, "reason": "the remote tier"},
                    {"version": "[2,3)", "name": "org.slf4j:slf4j-api"}
                  ],
                  "services": [{"name": "db", "version": "[15,19)", "optional": false}],
                  "name": "cache"
                }
                """);

        assertThat(faults).isEmpty();
        assertThat(requirements)
                .extracting(
                        Requirement::kind, Requirement::name, one -> one.range().toString(), Requirement::optional)
                .containsExactly(
                        tuple(Kind.JAVA, "java", "[17,)", false),
                        tuple(Kind.LIBRARY, "io.lettuce:lettuce-core", "[6.2,8)", true),
                        tuple(Kind.LIBRARY, "org.slf4j:slf4j-api", "[2,3)", false),
                        tuple(Kind.SERVICE, "db", "[15,19)", false));
        assertThat(requirements).extracting(Requirement::requiredBy).containsOnly("cache");
        assertThat(requirements.get(1).purpose()).isEqualTo(" (the remote tier)");
    }

    @Test
    void namesTheJarWhereTheFileNamesNobody() {
        assertThat(parse("{\"java\": \"[17,)\"}"))
                .extracting(Requirement::requiredBy)
                .containsExactly("lib.jar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "not json",
                "{\"libraries\": [{\"name\": \"a:b\", \"version\": \"1\"}",
                "{\"name\": \"\\u12\"}",
                "{\"a\": [[[[[[[[[[[[]]]]]]]]]]]]}",
            })
    void takesNothingFromWhatIsNoJson(String text) {
        assertThat(parse(text)).isEmpty();
        assertThat(faults).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | is no JSON object",
                "{} {} | has something behind its object",
                "{\"libary\": {\"a\": [1, 2]}} | 'libary' is not known",
                "{\"libraries\": {\"a\": 1}} | 'libraries' must be an array",
                "{\"libraries\": [1, [2]]} | 'libraries' must be an array of objects",
                "{\"java\": 17} | 'java' must be a text",
                "{\"java\": \"17,18\"} | version range '17,18' is not allowed",
                "{\"libraries\": [{\"name\": \"a:b\"}]} | a requirement lacks its name or its version",
                "{\"libraries\": [{\"name\": \"a\", \"version\": \"1\"}]} | library 'a' is not allowed",
                "{\"services\": [{\"name\": \"a b\", \"version\": \"1\"}]} | service 'a b' is not allowed",
                "{\"libraries\": [{\"name\": \"a:b\", \"version\": \"1\", \"optional\": \"yes\"}]} | 'optional' must be true or false",
                "{\"libraries\": [{\"name\": \"a:b\", \"version\": \"1\", \"since\": {}}]} | 'since' is not known",
            })
    void namesWhatIsWrong(String text, String fault) {
        parse(text);

        assertThat(faults).isNotEmpty().allSatisfy(one -> assertThat(one).contains(fault));
    }

    @Test
    void keepsWhatIsRightBesideWhatIsWrong() {
        List<Requirement> requirements = parse(
                "{\"x\": 1, \"libraries\": [{\"name\": \"a\", \"version\": \"1\"}, {\"name\": \"a:b\", \"version\": \"1\"}]}");

        assertThat(requirements).extracting(Requirement::name).containsExactly("a:b");
        assertThat(faults).hasSize(2);
    }

    @Test
    void readsFiveHundredRequirementsAtMost() {
        String one = "{\"name\": \"a:b\", \"version\": \"1\"},";
        String text = "{\"libraries\": [" + one.repeat(600) + "{\"name\": \"a:b\", \"version\": \"1\"}]}";

        assertThat(parse(text)).hasSize(500);
        assertThat(faults).containsExactly("has more than 500 requirements");
    }

    private List<Requirement> parse(String text) {
        return RequirementsFile.parse(new RequirementsText("lib.jar", text), faults::add);
    }
}
