package dev.renum.health.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "postgresql-42.7.14.jar, postgresql, 42.7.14",
        "guava-33.4.8-jre.jar, guava, 33.4.8-jre",
        "log4j-1.2-api-2.20.0.jar, log4j-1.2-api, 2.20.0",
        "foo-1.0-20240101.120000-3.jar, foo, 1.0-20240101.120000-3",
        "x-1.0-beta-2.jar, x, 1.0-beta-2",
        "json4s-scalap_2.13-4.0.7.JAR, json4s-scalap_2.13, 4.0.7",
        "jboss-logging-3.6.1.Final.jar, jboss-logging, 3.6.1.Final",
        "netty-transport-native-epoll-4.1.138.Final-linux-x86_64.jar, netty-transport-native-epoll, 4.1.138.Final-linux-x86_64",
        "lib.jar, lib,",
        "a-b.jar, a-b,",
        "-.jar, -,",
    })
    void splitsTheNameOfAFile(String file, String name, @Nullable String version) {
        FileName split = FileName.of(file);

        assertThat(split.name()).isEqualTo(name);
        assertThat(split.version()).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        "33.4.8-jre, 33.4.8.jre, true",
        "2.20, 2.20.0, true",
        "2.20.0.GA, 2.20-ga, true",
        "1.2, 1.20, false",
        "1.0.2, 1.2, false",
        "0.8.15, 0.8.15-runtime, true",
        "9.8, 9.8.0.v20240101, true",
        "1.2, 1.2.1, false",
        "1.2.1, 1.2, false",
        "4.1.5.Final, 4.1.5.Final-linux-x86_64, true",
    })
    void recognisesOneVersionInTwoSpellingsAndWithSomethingBehindIt(String version, String longer, boolean begins) {
        assertThat(SameVersion.begins(version, longer)).isEqualTo(begins);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jar:file:/opt/my%20app/lib.jar!/META-INF/MANIFEST.MF",
                "jar:file:/opt/my%20app/lib.jar!/BOOT-INF/lib/x.jar!/META-INF/MANIFEST.MF",
                "jar:nested:/opt/my%20app/lib.jar/!BOOT-INF/lib/x.jar!/META-INF/MANIFEST.MF",
                "jar:file:/opt/my app/lib.jar!/META-INF/MANIFEST.MF",
                "file:/opt/my%20app/lib.jar/META-INF/MANIFEST.MF",
            })
    void findsTheOutermostArchive(String url) {
        assertThat(JarUrl.root(url, "META-INF/MANIFEST.MF")).contains(Path.of("/opt/my app/lib.jar"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jrt:/java.base/META-INF/MANIFEST.MF", "http://example.org/lib.jar", "vfs:/x", "file:\0"})
    void findsNoFileElsewhere(String url) {
        assertThat(JarUrl.root(url, "META-INF/MANIFEST.MF")).isEmpty();
    }

    @Test
    void believesOnlyAPomAboutAnotherGroup() {
        Library fromPom = library("org.other", Evidence.POM_PROPERTIES);
        Library fromManifest = library("org.other", Evidence.MANIFEST);

        assertThat(fromPom.is("org.example", "lib")).isFalse();
        assertThat(fromPom.is("org.other", "lib")).isTrue();
        assertThat(fromManifest.is("org.example", "lib")).isTrue();
        assertThat(library(null, Evidence.FILE_NAME).is("org.example", "lib")).isTrue();
        assertThat(library(null, Evidence.FILE_NAME).is("org.example", "lib2")).isFalse();
    }

    private static Library library(@Nullable String group, Evidence evidence) {
        return new Library(group, "lib", "1", Set.of(evidence), "lib.jar", false);
    }
}
