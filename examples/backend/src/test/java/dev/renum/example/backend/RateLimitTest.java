package dev.renum.example.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.http.HttpMethod;
import dev.renum.http.Request;
import dev.renum.http.Response;
import dev.renum.testkit.FakeTicker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RateLimitTest {
    private final FakeTicker ticker = new FakeTicker();
    private final RateLimit limit = new RateLimit(ticker, 2, 3);

    @Test
    void allowsTheBurstAndThenTheRate() throws Exception {
        assertThat(allowed(5)).isEqualTo(3);

        ticker.advance(Duration.ofSeconds(1));

        assertThat(allowed(5)).isEqualTo(2);
    }

    @Test
    void keepsNoMoreThanTheBurst() throws Exception {
        ticker.advance(Duration.ofHours(1));

        assertThat(allowed(10)).isEqualTo(3);
    }

    @Test
    void changesWhileItRuns() throws Exception {
        allowed(3);

        limit.change(10, 20);
        ticker.advance(Duration.ofSeconds(1));

        assertThat(allowed(30)).isEqualTo(10);
    }

    @Test
    void saysWhenToTryAgain() throws Exception {
        allowed(3);

        Response refused = limit.filter(request(), request -> Response.of(204));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().find("Retry-After")).contains("1");
    }

    private int allowed(int requests) throws Exception {
        int allowed = 0;
        for (int i = 0; i < requests; i++) {
            allowed += limit.filter(request(), request -> Response.of(204)).status() == 204 ? 1 : 0;
        }
        return allowed;
    }

    private static Request request() {
        return Request.of(HttpMethod.GET, "/api/v1/teams");
    }
}
