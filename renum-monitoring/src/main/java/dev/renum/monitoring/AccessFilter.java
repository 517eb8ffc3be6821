package dev.renum.monitoring;

import dev.renum.http.Filter;
import dev.renum.http.Handler;
import dev.renum.http.Permission;
import dev.renum.http.Problem;
import dev.renum.http.Request;
import dev.renum.http.Response;
import dev.renum.http.Route;

/** Lets anybody probe, and whoever has a token do everything else. A path that does not exist is closed like one that does. */
final class AccessFilter implements Filter {
    private static final String CHALLENGE = "Basic realm=\"renum\", charset=\"UTF-8\"";

    private final Tokens tokens;

    AccessFilter(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Response filter(Request request, Handler next) throws Exception {
        if (isProbe(request)) {
            return next.handle(request);
        }
        if (tokens.isEmpty()) {
            return closed();
        }
        boolean known =
                request.headers().find("Authorization").filter(tokens::accept).isPresent();
        return known ? next.handle(request) : unauthorized();
    }

    private static boolean isProbe(Request request) {
        Route route = request.route();
        return route != null && route.permission() == Permission.PROBE;
    }

    private static Response closed() {
        return Response.problem(Problem.of(
                        403, MonitoringCode.NO_TOKEN_CONFIGURED, "only probes are open, because no token is configured")
                .withCure("set renum.monitoring.tokens, or the variable RENUM_MONITORING_TOKENS, to a random text of"
                        + " 22 characters or more"));
    }

    private static Response unauthorized() {
        return Response.problem(Problem.of(
                                401,
                                MonitoringCode.TOKEN_NEEDED,
                                "a token is needed, and none or a wrong one was given")
                        .withCure("send 'Authorization: Bearer <token>', or the token as the password of HTTP Basic"))
                .withHeader("WWW-Authenticate", CHALLENGE);
    }
}
