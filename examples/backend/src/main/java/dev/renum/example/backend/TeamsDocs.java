package dev.renum.example.backend;

import dev.renum.http.OperationDoc;

/** What callers are told of the operations on teams: everything that each may answer. */
final class TeamsDocs {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String NAMED = "{\"name\":\"red\"}";
    private static final String TEAM = "{\"id\":1,\"name\":\"red\"}";

    static final OperationDoc LIST =
            complete(OperationDoc.of("All teams by name.").answers(200, "The teams.", JSON, "[" + TEAM + "]"));

    static final OperationDoc CREATE = complete(named(OperationDoc.of("Creates a team.")
            .answers(201, "The new team; Location is where it is found.", JSON, TEAM)
            .answers(400, "The body is not JSON, or has no name of 1 to 100 characters.", PROBLEM)));

    static final OperationDoc FIND = complete(one(OperationDoc.of("One team.")
            .answers(200, "The team.", JSON, TEAM)
            .answers(400, "The id is not a number.", PROBLEM)));

    static final OperationDoc RENAME = complete(named(one(OperationDoc.of("Renames a team.")
            .answers(200, "The team under its new name.", JSON, TEAM)
            .answers(
                    400,
                    "The id is not a number, the body is not JSON or has no name of 1 to 100 characters.",
                    PROBLEM))));

    static final OperationDoc DELETE = complete(one(OperationDoc.of("Deletes a team.")
            .answers(204, "It is gone.")
            .answers(400, "The id is not a number.", PROBLEM)));

    private TeamsDocs() {}

    private static OperationDoc one(OperationDoc doc) {
        return doc.path("id", "The number of the team.").answers(404, "There is no such team.", PROBLEM);
    }

    private static OperationDoc named(OperationDoc doc) {
        return doc.takes(JSON, NAMED).answers(409, "Another team has the name.", PROBLEM);
    }

    private static OperationDoc complete(OperationDoc doc) {
        return doc.answers(503, "The database is away; Retry-After says when to try again.", PROBLEM);
    }
}
