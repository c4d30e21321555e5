package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import pmradar.search.Facet;
import preview.PreviewApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The OpenAPI document says all that the API does: every route of the running program is walked and looked for in it.
@SpringBootTest(classes = PreviewApplication.class)
@AutoConfigureMockMvc
class ApiDescriptionTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    private JsonNode paths;
    private JsonNode document;

    @BeforeEach
    void read() throws Exception {
        document = JsonMapper.shared()
                .readTree(mvc.perform(get("/api/openapi"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        paths = document.path("paths");
    }

    /// A method and a path as the document writes it: without the patterns of path variables.
    private record Route(String method, String path) {}

    private Stream<Route> running() {
        return routes.getHandlerMethods().keySet().stream()
                .flatMap(route -> route.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/") && !path.startsWith("/api/openapi"))
                        .flatMap(path -> route.getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(
                                        method.name().toLowerCase(),
                                        path.replaceAll("\\{(\\w+):(?:[^{}]|\\{[^}]*})*}", "{$1}")))));
    }

    @Test
    void namesEveryRouteOfTheRunningProgramAndNoOther() {
        assertThat(running()).hasSizeGreaterThan(20);
        assertThat(described()).containsExactlyInAnyOrderElementsOf(running().toList());
    }

    private List<Route> described() {
        var found = new ArrayList<Route>();
        paths.propertyStream()
                .forEach(path ->
                        path.getValue().propertyNames().forEach(method -> found.add(new Route(method, path.getKey()))));
        return found;
    }

    @Test
    void saysOfEachRouteWhatItIsForAndWhatCanGoWrong() {
        for (var route : described()) {
            var operation = paths.path(route.path()).path(route.method());
            assertThat(operation.path("summary").asString(""))
                    .as(route.toString())
                    .isNotBlank();
            assertThat(operation.path("tags").size()).as(route.toString()).isPositive();
            assertThat(operation.path("responses").propertyNames())
                    .as(route.toString())
                    .contains("401", "406", "429")
                    .anyMatch(code -> code.startsWith("2"));
            if (operation.has("requestBody"))
                assertThat(operation.path("responses").propertyNames())
                        .as(route.toString())
                        .contains("400", "413", "415");
            if (route.path().contains("{"))
                assertThat(operation.path("responses").propertyNames())
                        .as(route.toString())
                        .contains("404");
        }
    }

    @Test
    void namesEveryFacetWhereverOneSearches() {
        for (var path : List.of("/api/postings", "/api/postings.csv", "/api/postings.atom")) {
            assertThat(paths.path(path).path("get").path("parameters").findValuesAsString("name"))
                    .as(path)
                    .contains("q", "sort")
                    .containsAll(Arrays.stream(Facet.values()).map(Facet::key).toList());
        }
    }

    @Test
    void namesEachOperationOnce() {
        assertThat(described().stream()
                        .map(route -> paths.path(route.path())
                                .path(route.method())
                                .path("operationId")
                                .asString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void pointsOnlyToWhatItHolds() {
        var references = document.findValuesAsString("$ref");
        assertThat(references).isNotEmpty();
        for (var reference : references) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }
}
