package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The OpenAPI document where people sign in: it has the routes of accounts and people, and says what is the owner's.
class ApiDescriptionAccountsTest extends AccountsRunning {

    @Test
    void namesEveryRouteAndSaysWhatIsTheOwners() throws Exception {
        var document = JsonMapper.shared()
                .readTree(mvc.perform(get("/api/openapi").with(owner))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        var routes = routes().filter(Route::api)
                .filter(route -> !route.path().startsWith("/api/openapi"))
                .toList();
        assertThat(routes).extracting(Route::path).contains("/api/people", "/api/account/tokens");
        for (var route : routes) {
            var operation = document.path("paths")
                    .path(route.path())
                    .path(route.method().name().toLowerCase());
            assertThat(operation.path("summary").asString(""))
                    .as(route.toString())
                    .isNotBlank();
            assertThat(operation.path("responses").has("403"))
                    .as(route.toString())
                    .isEqualTo(OwnersPart.holds(route.method().name(), route.path()));
        }
        assertThat(unresolved(document)).isEmpty();
    }

    private static java.util.List<String> unresolved(JsonNode document) {
        return document.findValuesAsString("$ref").stream()
                .filter(reference -> document.at(reference.substring(1)).isMissingNode())
                .toList();
    }
}
