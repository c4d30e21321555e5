package pmradar.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Tells OpenAPI of the parameters that every search has.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameters({
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "in the query language, see /query-help; at most 4096 characters",
            schema = @Schema(type = "string")),
    @Parameter(
            name = "hidden",
            in = ParameterIn.QUERY,
            description = "whether what the caller has hidden is found; by default as the caller's settings say",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"show", "leave-out"})),
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "by default relevance where there is a query, else newest",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"relevance", "newest", "pay", "score"})),
    @Parameter(
            name = "label",
            in = ParameterIn.QUERY,
            array =
                    @ArraySchema(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"technical", "general"}))),
    @Parameter(name = "domain", in = ParameterIn.QUERY, array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(
            name = "band",
            in = ParameterIn.QUERY,
            array =
                    @ArraySchema(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"0", "1-24", "25-49", "50-74", "75-100"}))),
    @Parameter(name = "family", in = ParameterIn.QUERY, array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(
            name = "remote",
            in = ParameterIn.QUERY,
            array =
                    @ArraySchema(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"remote", "hybrid", "on-site", "unknown"}))),
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "from where one may work: DE, EU, UTC+1",
            array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(name = "country", in = ParameterIn.QUERY, array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(name = "place", in = ParameterIn.QUERY, array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(name = "pay", in = ParameterIn.QUERY, array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(name = "company", in = ParameterIn.QUERY, array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(name = "requires", in = ParameterIn.QUERY, array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(name = "prefers", in = ParameterIn.QUERY, array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(name = "cert", in = ParameterIn.QUERY, array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(name = "years", in = ParameterIn.QUERY, array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(name = "employment", in = ParameterIn.QUERY, array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(name = "seniority", in = ParameterIn.QUERY, array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(name = "language", in = ParameterIn.QUERY, array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(name = "feed", in = ParameterIn.QUERY, array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(
            name = "age",
            in = ParameterIn.QUERY,
            array =
                    @ArraySchema(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"1d", "3d", "7d", "14d", "30d", "90d", "older"})))
})
@interface SearchParameters {

    String DESCRIPTION = "The same parameters as the search page. Each facet is one; it may stand several times "
            + "(alternatives), facets are joined by AND, and with not_ before its name a facet excludes: "
            + "label=technical&not_country=DE.";
}
