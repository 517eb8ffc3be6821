package dev.renum.example.backend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.renum.http.Filter;
import dev.renum.http.Handler;
import dev.renum.http.HttpMethod;
import dev.renum.http.JdkAdapter;
import dev.renum.http.Permission;
import dev.renum.http.Problem;
import dev.renum.http.Request;
import dev.renum.http.Response;
import dev.renum.http.Route;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Teams over HTTP, in JSON. */
final class TeamsHandler implements HttpHandler {
    private static final String TEAMS = "/api/v1/teams";
    private static final String TEAM = TEAMS + "/{id}";
    private static final int LONGEST_NAME = 100;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Teams teams;
    private final HttpHandler exchanges;

    TeamsHandler(Teams teams) {
        this.teams = teams;
        this.exchanges = JdkAdapter.handler(routes(), List.of((Filter) TeamsHandler::explained));
    }

    /** Permissions say what an operation is; this application is open to whoever reaches its loopback address. */
    List<Route> routes() {
        return List.of(
                Route.get(TEAMS, Permission.VIEW, TeamsDocs.LIST, this::list),
                Route.post(TEAMS, Permission.OPERATE, TeamsDocs.CREATE, this::create),
                Route.get(TEAM, Permission.VIEW, TeamsDocs.FIND, this::find),
                Route.of(HttpMethod.PATCH, TEAM, Permission.OPERATE, TeamsDocs.RENAME, this::rename),
                Route.of(HttpMethod.DELETE, TEAM, Permission.OPERATE, TeamsDocs.DELETE, this::delete));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        exchanges.handle(exchange);
    }

    private Response list(Request request) {
        return Response.json(200, json.writeValueAsString(teams.list()));
    }

    private Response create(Request request) throws RefusedException {
        Team team = teams.create(name(request));
        return Response.json(201, json.writeValueAsString(team)).withHeader("Location", TEAMS + "/" + team.id());
    }

    private Response find(Request request) throws RefusedException {
        return answer(request, teams.find(id(request)));
    }

    private Response rename(Request request) throws RefusedException {
        return answer(request, teams.rename(id(request), name(request)));
    }

    private Response delete(Request request) throws RefusedException {
        return teams.delete(id(request)) ? Response.of(204) : missing(request);
    }

    private Response answer(Request request, Optional<Team> team) {
        return team.map(found -> Response.json(200, json.writeValueAsString(found)))
                .orElseGet(() -> missing(request));
    }

    private String name(Request request) throws RefusedException {
        JsonNode name;
        try {
            name = json.readTree(request.body()).path("name");
        } catch (JacksonException e) {
            throw new RefusedException("the body is not JSON");
        }
        if (!name.isString()
                || name.stringValue().isBlank()
                || name.stringValue().length() > LONGEST_NAME) {
            throw new RefusedException("the body needs a name of 1 to " + LONGEST_NAME + " characters");
        }
        return name.stringValue().strip();
    }

    private static long id(Request request) throws RefusedException {
        String id = request.pathParameter("id");
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new RefusedException("'" + id + "' is not the id of a team: use a number");
        }
    }

    private static Response missing(Request request) {
        return problem(
                404, BackendCode.NO_SUCH_TEAM, "there is no team " + request.pathParameter("id"), "list the teams");
    }

    /** Says what a caller can do about the failures that are to be expected. */
    private static Response explained(Request request, Handler next) throws Exception {
        try {
            return next.handle(request);
        } catch (RefusedException e) {
            return problem(400, BackendCode.BAD_REQUEST, String.valueOf(e.getMessage()), "correct the request");
        } catch (Teams.NameTakenException e) {
            return problem(409, BackendCode.NAME_TAKEN, String.valueOf(e.getMessage()), "choose another name");
        } catch (Teams.StorageException e) {
            return problem(503, BackendCode.STORAGE_DOWN, String.valueOf(e.getMessage()), "try again later")
                    .withHeader("Retry-After", "5");
        }
    }

    private static Response problem(int status, BackendCode code, String detail, String cure) {
        return Response.problem(Problem.of(status, code, detail).withCure(cure));
    }

    /** The request asks for something that cannot be meant; the message is for the caller. */
    private static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }
}
