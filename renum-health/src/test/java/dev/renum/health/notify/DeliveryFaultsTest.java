package dev.renum.health.notify;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.core.settings.Secret;
import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSettings;
import dev.renum.health.alert.AlertManager;
import dev.renum.health.alert.CriticalIssue;
import dev.renum.health.alert.Figures;
import dev.renum.health.alert.Hasty;
import dev.renum.health.notify.HttpReceiver.Answer;
import dev.renum.health.notify.HttpReceiver.Received;
import dev.renum.testkit.FaultProxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A manager, its webhook and a real server between which a thousand deliveries fail. */
final class DeliveryFaultsTest {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int FAULTS = 1_000;
    /** The proxy resets the connection on which this status comes back, so the sender never sees it. */
    private static final int RESET = 299;

    private static final Pattern KIND = Pattern.compile("\"kind\":\"(\\w+)\"");
    private static final Pattern ISSUE = Pattern.compile("\"issue\":\"([\\w-]+)\"");

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_125);
    private final AtomicBoolean isFaulty = new AtomicBoolean(true);
    private final CountDownLatch never = new CountDownLatch(1);
    private final Map<String, Integer> faults = new ConcurrentHashMap<>();
    private final Set<Thread> ofOthers = Set.copyOf(Thread.getAllStackTraces().keySet());
    private final ReentrantLock lock = new ReentrantLock();

    @Test
    void loseNoFiringAndEndNothingThatHasNotBegun() throws Exception {
        try (HttpReceiver receiver = new HttpReceiver();
                FaultProxy proxy = FaultProxy.to("127.0.0.1", receiver.port());
                HealthMonitor health =
                        HealthMonitor.builder(HealthSettings.builder().build()).build();
                AlertManager alerts = Hasty.hurry(AlertManager.builder(health))
                        .notifier(WebhookNotifier.of(settings(proxy)))
                        .build()) {
            proxy.when(
                    FaultProxy.Direction.TO_CLIENT, ("HTTP/1.1 " + RESET).getBytes(US_ASCII), FaultProxy.Fault.RESET);
            receiver.answers(this::answer);
            int rounds = 0;
            int threads = 0;

            while (failures(alerts) < FAULTS) {
                String name = "issue-" + rounds++;
                alerts.sendCriticalNotifications(new CriticalIssue(name, "is here"));
                await().atMost(LIMIT).pollInterval(Duration.ofMillis(5)).until(() -> isActive(alerts, name));
                alerts.resolve("critical-issue{issue=" + name + "}", "ada");
                if (rounds % 20 == 0) {
                    receiver.restart();
                }
                threads = Math.max(threads, ours());
                long before = failures(alerts);
                await().atMost(LIMIT)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> failures(alerts) > before || waiting(alerts) == 0);
            }
            isFaulty.set(false);
            await().atMost(LIMIT).until(() -> waiting(alerts) == 0);

            Told told = new Told();
            receiver.taken().forEach(told::take);
            assertThat(told.faults).isEmpty();
            assertThat(told.fired).hasSize(rounds);
            assertThat(told.ended).isEqualTo(told.fired);
            assertThat(faults.keySet()).containsExactlyInAnyOrder("429", "500", "503", "hang", "reset");
            assertThat(threads)
                    .as("threads of alerts, of their delivery and of the client")
                    .isLessThanOrEqualTo(6);
        }
        await().atMost(LIMIT).untilAsserted(() -> {
            System.gc(); // a client of Java 17 ends when it is collected
            assertThat(ours()).as("threads after the end").isZero();
        });
    }

    private static WebhookSettings settings(FaultProxy proxy) {
        return WebhookSettings.builder()
                .url(Secret.of("http://127.0.0.1:" + proxy.port() + "/alerts"))
                .timeout(Duration.ofMillis(150))
                .build();
    }

    private Answer answer(Received request) throws InterruptedException {
        int fault = isFaulty.get() ? next() : -1;
        if (fault == 0) {
            count("hang");
            never.await(5, TimeUnit.SECONDS);
        }
        return switch (fault % 5) {
            case 0 -> fault(429, Map.of("Retry-After", "0"));
            case 1 -> fault(500, Map.of());
            case 2 -> fault(503, Map.of("Retry-After", "soon"));
            case 3 -> reset();
            default -> new Answer(204, "");
        };
    }

    private int next() {
        lock.lock();
        try {
            return random.nextInt(50);
        } finally {
            lock.unlock();
        }
    }

    private Answer fault(int status, Map<String, String> headers) {
        count(Integer.toString(status));
        return new Answer(status, "not now", headers);
    }

    private Answer reset() {
        count("reset");
        return new Answer(RESET, "");
    }

    private void count(String fault) {
        faults.merge(fault, 1, Integer::sum);
    }

    private static boolean isActive(AlertManager alerts, String issue) {
        return alerts.active().stream()
                .anyMatch(alert -> issue.equals(alert.labels().get("issue")));
    }

    private static long failures(AlertManager alerts) {
        return (long) Figures.of(alerts).value("notifications.attempts", "channel", "webhook", "result", "failed");
    }

    private static int waiting(AlertManager alerts) {
        return (int) Figures.of(alerts).value("notifications.waiting", "route", "webhook");
    }

    /** Clients of other tests keep theirs until they are collected. */
    private int ours() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !ofOthers.contains(thread))
                .map(Thread::getName)
                .filter(name -> name.startsWith("renum-health-alerts")
                        || name.startsWith("renum-health-outbox")
                        || name.startsWith("renum-health-channel")
                        || name.startsWith("renum-health-http")
                        || name.startsWith("HttpClient"))
                .count();
    }

    /** Takes each id once, as the guide says, and notes what makes no sense to a receiver. */
    private static final class Told {
        private final Set<String> seen = new HashSet<>();
        private final Set<String> fired = new HashSet<>();
        private final Set<String> ended = new HashSet<>();
        private final List<String> faults = new ArrayList<>();

        private void take(Received message) {
            if (!seen.add(message.header("webhook-id"))) {
                return;
            }
            boolean isFiring = find(KIND, message.body()).get(0).equals("firing");
            for (String issue : find(ISSUE, message.body())) {
                boolean makesSense = isFiring ? fired.add(issue) : fired.contains(issue) && ended.add(issue);
                if (!makesSense) {
                    faults.add(issue + (isFiring ? " fires twice" : " ends before it fires, or twice"));
                }
            }
        }

        private static List<String> find(Pattern pattern, String text) {
            return pattern.matcher(text).results().map(found -> found.group(1)).toList();
        }
    }
}
