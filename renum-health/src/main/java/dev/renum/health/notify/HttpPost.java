package dev.renum.health.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.renum.core.Deadline;
import dev.renum.core.Failures;
import dev.renum.core.Masking;
import dev.renum.core.settings.Secret;
import dev.renum.health.alert.Delivery;
import dev.renum.health.text.Texts;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Posts JSON to one address and says what became of it.
 *
 * <p>A limit holds for the whole: address, connection, request, answer with its body. Redirects are not followed, since what is sent is not for others. Of an
 * answer no more than 2 KiB is read. Used by one thread at a time.
 */
final class HttpPost {
    private static final int MAX_REASON = 200;
    /** Escaped, each character may become three. */
    private static final int MAX_ESCAPED = 3;
    /** What the receiver says of this very message, and will say again; whatever it says of the sender or of itself may be put right. */
    private static final Set<Integer> HOPELESS = Set.of(400, 411, 413, 414, 415, 422, 431);

    private final @Nullable URI uri;
    private final List<String> secrets;
    private final int longest;
    private final Duration timeout;
    private final Supplier<Client> opening;
    /** Opened for the first message, because it has threads. */
    private final AtomicReference<@Nullable Client> client = new AtomicReference<>();

    /** One that posts to {@code url}, or to nobody if there is none, and shows neither that nor {@code key}. */
    HttpPost(String name, @Nullable Secret<String> url, @Nullable Secret<String> key, Duration timeout) {
        this(url, key, timeout, () -> Client.open(timeout, name));
    }

    HttpPost(@Nullable Secret<String> url, @Nullable Secret<String> key, Duration timeout, Supplier<Client> opening) {
        this.uri = url == null ? null : Target.uri(url);
        this.secrets = new ArrayList<>(uri == null ? List.of() : Target.secrets(uri));
        if (key != null) {
            secrets.add(key.reveal());
        }
        this.longest =
                MAX_ESCAPED * secrets.stream().mapToInt(String::length).max().orElse(0);
        this.timeout = timeout;
        this.opening = opening;
    }

    Delivery send(byte[] body, Map<String, String> headers, Deadline deadline) throws InterruptedException {
        if (uri == null) {
            return new Delivery.Refused("it is switched off by its settings");
        }
        Duration limit = deadline.remaining().compareTo(timeout) < 0 ? deadline.remaining() : timeout;
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "renum-health")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return send(open().http().sendAsync(request.build(), info -> new LimitedBody()), limit);
        } catch (RejectedExecutionException e) {
            return new Delivery.Postponed("earlier attempts still hang, or it is closed", null);
        }
    }

    private Client open() {
        Client known = client.get();
        if (known != null) {
            return known;
        }
        Client opened = opening.get();
        client.set(opened);
        return opened;
    }

    private Delivery send(CompletableFuture<HttpResponse<String>> answer, Duration limit) throws InterruptedException {
        try {
            return delivery(answer.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return new Delivery.Postponed("no whole answer in " + limit.toMillis() + " ms", null);
        } catch (ExecutionException e) {
            return new Delivery.Postponed(
                    Texts.line(Masking.mask(Failures.text(e.getCause()), secrets), MAX_REASON), null);
        } finally {
            answer.cancel(true);
        }
    }

    private Delivery delivery(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return new Delivery.Delivered();
        }
        String reason = "status " + status + " " + shown(answer.body());
        if (HOPELESS.contains(status)) {
            return new Delivery.Refused(reason);
        }
        return new Delivery.Postponed(
                reason,
                answer.headers()
                        .firstValue("Retry-After")
                        .flatMap(RetryAfter::parse)
                        .orElse(null));
    }

    /** Of an answer that was cut, the end may be the beginning of a secret, which nobody knows by that. */
    private String shown(String body) {
        String text = Masking.mask(body, secrets);
        int unknown = body.getBytes(UTF_8).length < LimitedBody.MAX ? 0 : Math.min(longest, text.length());
        return Texts.line(text.substring(0, text.length() - unknown), MAX_REASON);
    }

    /** Gives back its connections and threads; another message opens them anew. */
    void close() {
        Client open = client.getAndSet(null);
        if (open != null) {
            open.close();
        }
    }
}
