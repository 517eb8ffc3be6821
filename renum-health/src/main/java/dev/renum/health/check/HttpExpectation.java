package dev.renum.health.check;

import dev.renum.core.health.HealthResult;
import dev.renum.health.HealthCode;

/** Which answers are good: a status from {@code from} to {@code to}, and a body of at most {@code bodyLimit} bytes. */
record HttpExpectation(int from, int to, int bodyLimit) {
    HttpExpectation {
        if (from < 200 || to < from || to > 599) {
            throw new IllegalArgumentException(
                    "status " + from + " to " + to + " is not allowed: use a range within 200 to 599");
        }
        if (bodyLimit < 0) {
            throw new IllegalArgumentException("body limit " + bodyLimit + " is not allowed: use zero or more bytes");
        }
    }

    boolean accepts(int status) {
        return status >= from && status <= to;
    }

    HealthResult judge(HttpAnswer answer) {
        int status = answer.head().status();
        if (!accepts(status)) {
            return HealthResult.down(
                    HealthCode.HTTP_STATUS.id(),
                    answer.from() + " answers " + status + ", expected is " + from + " to " + to);
        }
        return answer.fits()
                ? HealthResult.up()
                : HealthResult.degraded(
                        HealthCode.BODY_TOO_LARGE.id(), answer.from() + " sends more than " + bodyLimit + " bytes");
    }
}
