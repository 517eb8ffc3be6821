package dev.renum.http;

import static java.util.stream.Collectors.joining;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers whatever a server hands over; knows no server. */
final class Dispatcher {
    private final RouteTable table;
    private final List<Filter> filters;
    private final BodyReader bodies;

    Dispatcher(RouteTable table, List<Filter> filters, int bodyLimit) {
        this.table = table;
        this.filters = List.copyOf(filters);
        this.bodies = new BodyReader(bodyLimit);
    }

    /** Answers always; only errors of the VM get out. */
    Response respond(Incoming incoming) {
        Plan plan = plan(incoming);
        try {
            Response response = chain(plan.end()).handle(plan.request());
            return response == null ? Failure.ofNull(plan.request()) : response;
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            return Failure.of(plan.request(), e);
        }
    }

    private Handler chain(Handler end) {
        Handler chain = end;
        for (int i = filters.size() - 1; i >= 0; i--) {
            Filter filter = filters.get(i);
            Handler next = chain;
            chain = request -> filter.filter(request, next);
        }
        return chain;
    }

    private Plan plan(Incoming incoming) {
        HttpMethod method = HttpMethod.of(incoming.method());
        Request request =
                Request.received(Target.of(method, incoming.path()), incoming.headers(), incoming.remoteAddress());
        if (method == HttpMethod.OTHER) {
            return refusal(request, Problem.of(501, HttpCode.METHOD_UNKNOWN, "This method is not known here."));
        }
        try {
            return plan(request, incoming);
        } catch (Refusal e) {
            return new Plan(request, any -> e.response());
        }
    }

    private Plan plan(Request request, Incoming incoming) throws Refusal {
        List<String> segments = segments(request.path());
        Map<HttpMethod, Route> routes = table.find(segments);
        if (routes.isEmpty()) {
            throw new Refusal(Problem.of(404, HttpCode.NOT_FOUND, "There is nothing at this path."));
        }
        if (request.method() == HttpMethod.OPTIONS) {
            return new Plan(request, any -> Response.of(204).withHeader("Allow", allowed(routes)));
        }
        Route route = chosen(request.method(), routes);
        Match match = new Match(route, RouteTable.parameters(route.path(), segments));
        return matched(request.with(match), route, incoming);
    }

    /** From here on filters know the route, so that they can refuse a request before its errors are told. */
    private Plan matched(Request request, Route route, Incoming incoming) {
        try {
            return new Plan(request.withQuery(incoming.query()), passed -> handle(passed, route, incoming));
        } catch (Refusal e) {
            return new Plan(request, any -> e.response());
        }
    }

    private Response handle(Request request, Route route, Incoming incoming) throws Exception {
        byte[] body;
        try {
            body = bodies.read(incoming);
        } catch (Refusal e) {
            return e.response();
        }
        return route.handler().handle(request.withBody(body));
    }

    private List<String> segments(String path) throws Refusal {
        if (path.length() == 1 || !path.endsWith("/")) {
            return Target.segments(path);
        }
        String shorter = path.substring(0, path.length() - 1);
        if (table.find(Target.segments(shorter)).isEmpty()) {
            throw new Refusal(Problem.of(404, HttpCode.NOT_FOUND, "There is nothing at this path."));
        }
        throw new Refusal(Problem.of(404, HttpCode.TRAILING_SLASH, "Paths here do not end with a slash.")
                .withCure("Use " + shorter));
    }

    private static Route chosen(HttpMethod method, Map<HttpMethod, Route> routes) throws Refusal {
        Route route = routes.get(method == HttpMethod.HEAD ? HttpMethod.GET : method);
        if (route != null) {
            return route;
        }
        Problem problem = Problem.of(405, HttpCode.METHOD_NOT_ALLOWED, method + " is not allowed at this path.");
        throw new Refusal(problem.detail(), Response.problem(problem).withHeader("Allow", allowed(routes)));
    }

    private static String allowed(Map<HttpMethod, Route> routes) {
        Set<HttpMethod> methods = EnumSet.of(HttpMethod.OPTIONS);
        methods.addAll(routes.keySet());
        if (routes.containsKey(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return methods.stream().map(HttpMethod::name).collect(joining(", "));
    }

    private static Plan refusal(Request request, Problem problem) {
        return new Plan(request, any -> Response.problem(problem));
    }

    /** A request as filters see it, and what answers it behind them. */
    private record Plan(Request request, Handler end) {}
}
