package dev.renum.http;

import static dev.renum.http.Examples.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.renum.http.OperationDoc.Parameter;
import dev.renum.http.OperationDoc.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RouteTest {
    private static final OperationDoc DOC =
            OperationDoc.of("One team.").answers(200, "The team.", "application/json", "{}");

    @Test
    void carriesItsDocumentation() {
        OperationDoc doc = DOC.describedAs("More.")
                .path("id", "the id of the team")
                .query("fields", "the fields wanted")
                .header("Prefer", "how long to wait")
                .takes("application/json", "{\"name\":\"Ada\"}")
                .answers(204, "Nothing changed.")
                .answers(404, "There is no such team.", Problem.MEDIA_TYPE);

        Route route = Route.post("/teams/{id}", Permission.OPERATE, doc, says("x"));

        assertThat(route).hasToString("POST /teams/{id}");
        assertThat(route.doc().description()).isEqualTo("More.");
        assertThat(route.doc().parameters())
                .extracting(Parameter::place)
                .containsExactly(Place.PATH, Place.QUERY, Place.HEADER);
        assertThat(route.doc().body()).isEqualTo(new OperationDoc.Content("application/json", "{\"name\":\"Ada\"}"));
        assertThat(route.doc().answers())
                .extracting(OperationDoc.Answer::status)
                .containsExactly(200, 204, 404);
    }

    @Test
    void refusesDocumentationThatDoesNotFitTheTemplate() {
        OperationDoc other = DOC.path("name", "the name of the team");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Route.get("/teams/{id}", Permission.VIEW, DOC, says("x")))
                .withMessage("GET /teams/{id} has the variables [id], but documents []");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Route.get("/teams/{id}", Permission.VIEW, other, says("x")))
                .withMessageContaining("[name]");
    }

    @Test
    void refusesDocumentationWithoutAnswers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Route.get("/a", Permission.VIEW, OperationDoc.of("It."), says("x")))
                .withMessageContaining("documents no answer");
    }

    @ParameterizedTest
    @EnumSource(
            value = HttpMethod.class,
            names = {"HEAD", "OPTIONS", "OTHER"})
    void refusesMethodsThatAdaptersAnswer(HttpMethod method) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Route.of(method, "/a", Permission.VIEW, DOC, says("x")))
                .withMessageContaining(method.name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "/a/",
                "//",
                "/a//b",
                "/a/../b",
                "/a/.",
                "/{",
                "/{}",
                "/{a-b}",
                "/{a}x",
                "/x{a}",
                "/{a}/{a}",
                "/a b",
                "/a%20b",
                "/é"
            })
    void refusesTemplatesThatAreNotAllowed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathTemplate.of(text))
                .withMessageStartingWith("path template '" + text + "' is not allowed: ");
    }

    @Test
    void readsTheVariablesOfATemplateInOrder() {
        assertThat(PathTemplate.of("/a/{z}/b.c/{y}").variables()).containsExactly("z", "y");
        assertThat(PathTemplate.of("/").variables()).isEmpty();
    }

    @Test
    void refusesDocumentationThatSaysNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> OperationDoc.of(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> DOC.answers(600, "It."));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Parameter("id", Place.PATH, "the id", false))
                .withMessageContaining("'id'");
    }
}
