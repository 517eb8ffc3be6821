package dev.renum.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PlantedSecretsTest {
    private static final int SECRETS = 500;
    private static final List<TokenShape> SHAPES = List.of(TokenShape.values());

    static LongStream seeds() {
        return LongStream.of(1, 20_260_301, 4_711_4_711L);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leavesNothingOfTokensAnywhere(long seed) {
        SampleTokens samples = new SampleTokens(random(seed));

        List<String> leaks = new ArrayList<>();
        for (int i = 0; i < SECRETS; i++) {
            String token = samples.next(SHAPES.get(i % SHAPES.size()));
            carriers(token, token)
                    .filter(text -> leaks(Masking.mask(text), SampleTokens.secretOf(token)))
                    .forEach(leaks::add);
        }

        assertThat(leaks).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leavesNothingOfPasswordsWithAName(long seed) {
        SampleTokens samples = new SampleTokens(random(seed));

        List<String> leaks = new ArrayList<>();
        for (int i = 0; i < SECRETS; i++) {
            String password = samples.password("!$%^*()+-_.:/@#~|");
            namedCarriers(password)
                    .filter(text -> leaks(Masking.mask(text), password))
                    .forEach(leaks::add);
        }

        assertThat(leaks).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leavesNothingOfPasswordsWithQuotesInJson(long seed) {
        SampleTokens samples = new SampleTokens(random(seed));

        List<String> leaks = new ArrayList<>();
        for (int i = 0; i < SECRETS; i++) {
            String password = samples.password("\"\"\"\"\\\\\\\\',:]}[{ ");
            jsonCarriers(password)
                    .filter(text -> leaks(Masking.mask(text), password))
                    .forEach(leaks::add);
        }

        assertThat(leaks).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leavesNothingOfKnownSecretsAnywhere(long seed) {
        SampleTokens samples = new SampleTokens(random(seed));

        List<String> leaks = new ArrayList<>();
        for (int i = 0; i < SECRETS; i++) {
            String secret = samples.password("!$%^*()+-_.:/@#~|&=;,?\"'\\ <>{}[]");
            Stream.of(carriers(secret, json(secret)), namedCarriers(secret), Stream.of("x" + secret + "y"))
                    .flatMap(texts -> texts)
                    .filter(text -> leaks(Masking.mask(text, List.of(secret)), secret))
                    .forEach(leaks::add);
        }

        assertThat(leaks).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void changesNothingMoreWhenRepeated(long seed) {
        RandomGenerator random = random(seed);
        SampleTokens samples = new SampleTokens(random);
        List<String> secrets = List.of("abc", "hunter2", "x", "a-b", "admin", "*q1*");

        List<String> changed = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            String text = salad(random, samples);
            String masked = Masking.mask(text, secrets);
            if (!Masking.mask(masked, secrets).equals(masked)) {
                changed.add(text);
            }
        }

        assertThat(changed).isEmpty();
    }

    /** Words that mean something to one of the shapes, in any order. */
    private static String salad(RandomGenerator random, SampleTokens samples) {
        List<String> words = List.of(
                "://",
                "@",
                ":",
                "password",
                "token",
                "=",
                "=",
                "\"",
                "'",
                "\\",
                "{",
                "}",
                "[",
                "]",
                " ",
                " ",
                "\n",
                ",",
                "&",
                ";",
                "/",
                "abc",
                "hunter2",
                "x",
                "a-b",
                "admin",
                "q1",
                "http",
                "user",
                "h:80",
                "?a=b",
                "Authorization: ",
                "Bearer ",
                "Cookie: ",
                "****",
                "null",
                "--password ",
                "jdbc:oracle:thin:",
                "<password>",
                "<![CDATA[",
                "</password>",
                "password: |\n",
                "user:x@h.org",
                "?sig=",
                "Digest username=a, response=\"b",
                "curl -u ",
                "name",
                "value",
                "tokens:\n- ",
                "%3D",
                "%40",
                "%253D",
                "redis-cli -a ",
                "machine a login b password ",
                "password '",
                "--password, ",
                "-----BEGIN PRIVATE KEY-----",
                "-----END PRIVATE KEY-----",
                SampleTokens.of(TokenShape.NPM),
                samples.next(TokenShape.JSON_WEB_TOKEN));
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(2, 14); i > 0; i--) {
            text.append(words.get(random.nextInt(words.size())));
        }
        return text.toString();
    }

    private static Stream<String> carriers(String secret, String json) {
        return Stream.of(
                new IllegalStateException("cannot sign in with " + secret, null).toString(),
                "java.io.IOException: " + secret + "\n\tat Main.main(Main.java:1)",
                "https://host:443/hook/" + secret + "?n=1",
                "https://host/hook?n=" + URLEncoder.encode(secret, UTF_8) + "&m=2",
                "{\"n\":\"" + json + "\",\"m\":[1]}",
                "some.key=" + secret,
                "WARN [main] sent " + secret + ", got 401");
    }

    private static Stream<String> namedCarriers(String password) {
        return Stream.of(
                new IllegalArgumentException("wrong password: " + password).toString(),
                "no route to postgres://shop:" + password + "@db.example.org:5432/shop",
                "redis://:" + password + "@host",
                "jdbc:postgresql://h/db?user=x&password=" + password + "&ssl=true",
                "jdbc:oracle:thin:scott/" + password + "@//host:1521/svc",
                "{\"user\":\"x\",\"password\":\"" + json(password) + "\"}",
                "{user=x, apiKey=" + password + ", m=1}",
                "db.password=" + password + "\nm=1",
                "INFO [main] pwd=" + password + " is refused",
                "<db><password>" + password + "</password></db>",
                "db:\n  password: |\n    " + password + "\n    " + password + "\nm: 1",
                "cannot reach shop:" + password + "@db.example.org:5432",
                "<property name=\"password\" value=\"" + password.replace("\"", "&quot;") + "\"/>",
                "{\"name\":\"DB_PASSWORD\",\"value\":\"" + json(password) + "\"}",
                "- name: DB_PASSWORD\n  value: " + password + "\n- name: PORT",
                "<entry key=\"password\">" + password + "</entry>",
                "https://host/in?next="
                        + URLEncoder.encode("/a?token=" + URLEncoder.encode(password, UTF_8) + "&b=1", UTF_8),
                "cannot run: mysqldump -p" + password + " shop",
                "https://host/blob?sv=1&sig=" + URLEncoder.encode(password, UTF_8) + "&se=2030-01-01",
                "Digest username=\"x\", realm=\"r\", response=\"" + password + "\"",
                "Set-Cookie: SESSION=" + password + "; Path=/",
                "GET /cart;jsessionid=" + password,
                "cannot run: curl -su shop:" + password + " https://host",
                "cannot run: pg_dump --password " + password + " shop",
                "cannot run: [pg_dump, --password, " + password + ", shop]",
                "cannot run: keytool -storepass " + password + " -list");
    }

    private static Stream<String> jsonCarriers(String password) {
        String object = "{\"user\":\"x\",\"password\":\"" + json(password) + "\",\"m\":1}";
        String list = "{\"tokens\":[\"" + json(password) + "\",\"" + json(password) + "\"],\"m\":1}";
        return Stream.of(object, list).flatMap(it -> Stream.of(it, "{\"body\":\"" + json(it) + "\"}"));
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** Four characters in a row are a leak. */
    private static boolean leaks(String masked, String secret) {
        for (int i = 0; i + 4 <= secret.length(); i++) {
            if (masked.contains(secret.substring(i, i + 4))) {
                return true;
            }
        }
        return false;
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
