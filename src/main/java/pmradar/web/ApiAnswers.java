package pmradar.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/// Tells OpenAPI what every route can answer besides what it is for: problems, what has not changed, and the limits.
@Component
class ApiAnswers implements OpenApiCustomizer {

    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "A parameter or the body makes no sense; the detail says which",
            "401", "It needs an account (with pmradar.access=accounts)",
            "403", "It is the owner's to do (with pmradar.access=accounts)",
            "404", "Nothing is there",
            "406", "It does not answer in the kind that Accept asks for",
            "412", "It has changed since the ETag in If-Match",
            "413", "The body is too large",
            "415", "The body is not JSON",
            "429", "Too many requests; ask again after as many seconds as Retry-After says");

    @Override
    public void customise(OpenAPI description) {
        var components = description.getComponents();
        components.addSchemas("Problem", problem());
        components.addHeaders("RateLimit", text("Requests left (r) and seconds until they are renewed (t)"));
        components.addHeaders("RateLimit-Policy", text("Requests (q) in so many seconds (w)"));
        components.addHeaders("ETag", text("Names the answer as it is; send it as If-None-Match to get 304"));
        PROBLEMS.forEach((code, words) -> components.addResponses("Problem" + code, problem(code, words)));
        description
                .getPaths()
                .values()
                .forEach(path -> path.readOperationsMap().forEach((method, operation) -> complete(method, operation)));
        description
                .getPaths()
                .forEach((name, path) ->
                        path.readOperationsMap().forEach((method, operation) -> ownersPart(method, name, operation)));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("Problem details (RFC 9457)")
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().format("uri-reference"));
    }

    private static Header text(String words) {
        return new Header().description(words).schema(new StringSchema());
    }

    private static ApiResponse problem(String code, String words) {
        var schema = new Schema<>().$ref("#/components/schemas/Problem");
        var answer = new ApiResponse()
                .description(words)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
        if (code.equals("429")) {
            answer.addHeaderObject("Retry-After", text("Seconds"));
        }
        return answer;
    }

    private static void complete(HttpMethod method, Operation operation) {
        var answers = operation.getResponses();
        answers.keySet().removeIf(code -> code.startsWith("5") || code.equals("default"));
        answers.forEach((code, answer) -> {
            if (!code.startsWith("2")) return;
            answer.addHeaderObject("RateLimit", new Header().$ref("#/components/headers/RateLimit"));
            answer.addHeaderObject("RateLimit-Policy", new Header().$ref("#/components/headers/RateLimit-Policy"));
            if (tagged(method, answer)) answer.addHeaderObject("ETag", new Header().$ref("#/components/headers/ETag"));
        });
        if (answers.values().stream().anyMatch(answer -> tagged(method, answer))) {
            answers.putIfAbsent("304", new ApiResponse().description("As the client has it"));
        }
        problems(operation, answers);
    }

    private static void ownersPart(HttpMethod method, String path, Operation operation) {
        if (OwnersPart.holds(method.name(), path)) add(operation.getResponses(), "403");
    }

    /// Files are written as they are read and have no tag.
    private static boolean tagged(HttpMethod method, ApiResponse answer) {
        return method == HttpMethod.GET
                && answer.getContent() != null
                && answer.getContent().keySet().stream().noneMatch(type -> type.matches("text/csv|application/jsonl"));
    }

    private static void problems(Operation operation, ApiResponses answers) {
        var parameters = operation.getParameters();
        boolean body = operation.getRequestBody() != null;
        if (body || parameters != null) add(answers, "400");
        add(answers, "401");
        if (parameters != null && parameters.stream().anyMatch(one -> in(one, "path"))) add(answers, "404");
        add(answers, "406");
        if (parameters != null && parameters.stream().anyMatch(one -> "If-Match".equals(one.getName())))
            add(answers, "412");
        if (body) add(answers, "413");
        if (body) add(answers, "415");
        add(answers, "429");
    }

    private static boolean in(Parameter parameter, String place) {
        return place.equals(parameter.getIn());
    }

    private static void add(ApiResponses answers, String code) {
        answers.addApiResponse(code, new ApiResponse().$ref("#/components/responses/Problem" + code));
    }
}
