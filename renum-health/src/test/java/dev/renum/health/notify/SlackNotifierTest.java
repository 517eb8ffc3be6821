package dev.renum.health.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.renum.core.Deadline;
import dev.renum.core.settings.Secret;
import dev.renum.health.alert.Delivery;
import dev.renum.health.alert.Delivery.Delivered;
import dev.renum.health.alert.Delivery.Postponed;
import dev.renum.health.alert.Delivery.Refused;
import dev.renum.health.alert.Notification;
import dev.renum.health.notify.HttpReceiver.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

final class SlackNotifierTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String PATH = "/services/T00000000/B00000000/s3cr3tXXXXXXXXXXXXXXXX";

    private final HttpReceiver receiver = new HttpReceiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void sendsAHeaderAndALineForEachAlert() throws Exception {
        Delivery delivery = send(Notifications.firing("is high"));

        assertThat(delivery).isEqualTo(new Delivered());
        assertThat(receiver.received().element().body()).isEqualTo("""
                {"text":"[shop-1] ERROR cpu-high is firing: is high","unfurl_links":false,"unfurl_media":false,"blocks":[\
                {"type":"header","text":{"type":"plain_text","text":"[shop-1] ERROR cpu-high is firing: is high"}},\
                {"type":"section","text":{"type":"mrkdwn","text":"*ERROR* cpu-high: is high"}}]}""");
    }

    @Test
    void letsNoAlertMentionPeopleOrLinkElsewhere() throws Exception {
        send(Notifications.firing("<!channel> & <https://evil.example|click>"));

        assertThat(sections())
                .containsExactly("*ERROR* cpu-high: &lt;!channel&gt; &amp; &lt;https://evil.example|click&gt;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&", "<", "long ", "\uD83D\uDD25"})
    void keepsToTheLimitsOfSlack(String part) throws Exception {
        send(Notifications.storm(100, part.repeat(1_000)));

        List<String> sections = sections();
        assertThat(sections).isNotEmpty().hasSizeLessThanOrEqualTo(49);
        assertThat(sections)
                .allSatisfy(section -> assertThat(section)
                        .hasSizeLessThanOrEqualTo(3_000)
                        .doesNotContain("\uD83D\u2026")
                        .doesNotMatch("(?s).*&(?!amp;|lt;|gt;).*"));
        assertThat(texts("header"))
                .singleElement()
                .satisfies(header -> assertThat(header).hasSizeLessThan(150));
    }

    @Test
    void waitsAsLongAsSlackAsks() throws Exception {
        receiver.answers(it -> new Answer(429, "rate_limited", Map.of("Retry-After", "30")));

        assertThat(send(Notifications.resolved()))
                .isEqualTo(new Postponed("status 429 rate_limited", Duration.ofSeconds(30)));
    }

    @Test
    void refusesWhatSlackWillNeverTakeAndKeepsWhatItMayTake() throws Exception {
        receiver.answers(it -> new Answer(400, "invalid_blocks"));
        assertThat(send(Notifications.resolved())).isEqualTo(new Refused("status 400 invalid_blocks"));

        receiver.answers(it -> new Answer(404, "no_service"));
        assertThat(send(Notifications.resolved())).isEqualTo(new Postponed("status 404 no_service", null));
    }

    @Test
    void doesNotShowItsAddress() throws Exception {
        receiver.answers(it -> new Answer(403, "not " + it.path()));
        SlackSettings settings = settings().build();
        SlackNotifier notifier = SlackNotifier.of(settings).named("slack-ops");

        Delivery delivery = notifier.send(Notifications.firing("x"), Deadline.after(LIMIT));

        assertThat(delivery + " " + settings + " " + notifier)
                .contains("status 403", "slack-ops")
                .doesNotContain("s3cr3t");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlackSettings.builder()
                        .url(Secret.of("http://hooks.slack.com" + PATH))
                        .build())
                .withMessageStartingWith("renum.health.alerts.slack.url is not allowed: ")
                .withMessageNotContaining("s3cr3t");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlackSettings.builder().enabled(true).build())
                .withMessage(
                        "renum.health.alerts.slack.url is missing: set it, or renum.health.alerts.slack.enabled=false");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings().timeout(Duration.ZERO).build())
                .withMessage("renum.health.alerts.slack.timeout PT0S is not allowed: use PT0.1S to PT20S");
    }

    @Test
    void sendsNothingWhereItIsSwitchedOff() throws Exception {
        SlackNotifier notifier = SlackNotifier.of(settings().enabled(false).build());

        assertThat(notifier.isEnabled()).isFalse();
        assertThat(notifier.send(Notifications.firing("x"), Deadline.after(LIMIT)))
                .isInstanceOf(Refused.class);
        assertThat(receiver.received()).isEmpty();
    }

    private SlackSettings.Builder settings() {
        return SlackSettings.builder().url(receiver.url(PATH));
    }

    private Delivery send(Notification notification) throws InterruptedException {
        return SlackNotifier.of(settings().build()).send(notification, Deadline.after(LIMIT));
    }

    private List<String> sections() {
        return texts("section");
    }

    /** The texts of the blocks of one type. */
    private List<String> texts(String type) {
        List<String> texts = new ArrayList<>();
        String body = receiver.received().element().body();
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), body)) {
            String last = "";
            String block = "";
            int depth = 0;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token == JsonToken.PROPERTY_NAME) {
                    last = json.currentName();
                } else if (token == JsonToken.VALUE_STRING && last.equals("type") && depth == 3) {
                    block = json.getString();
                } else if (token == JsonToken.VALUE_STRING && last.equals("text") && depth == 4 && block.equals(type)) {
                    texts.add(json.getString());
                }
            }
        }
        return texts;
    }
}
