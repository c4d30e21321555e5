package pmradar.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Tells OpenAPI of the parameters that every question about the market has.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameters({
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "which postings, in the query language, see /query-help; all when absent",
            schema = @Schema(type = "string")),
    @Parameter(
            name = "against",
            in = ParameterIn.QUERY,
            description = "a second query to compare with",
            schema = @Schema(type = "string")),
    @Parameter(
            name = "since",
            in = ParameterIn.QUERY,
            description = "first day, in UTC",
            schema = @Schema(type = "string", format = "date")),
    @Parameter(
            name = "until",
            in = ParameterIn.QUERY,
            description = "last day, in UTC; today when absent",
            schema = @Schema(type = "string", format = "date")),
    @Parameter(
            name = "period",
            in = ParameterIn.QUERY,
            description = "how long until the last day, where since is absent",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"3-months", "12-months", "24-months", "5-years", "10-years"})),
    @Parameter(
            name = "grain",
            in = ParameterIn.QUERY,
            description = "how wide one step is; by the length of the period when absent",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"day", "week", "month"})),
    @Parameter(
            name = "same_feeds",
            in = ParameterIn.QUERY,
            description = "whether only feeds that were read during the whole period count",
            schema = @Schema(type = "boolean", defaultValue = "false")),
    @Parameter(
            name = "inferred_pay",
            in = ParameterIn.QUERY,
            description = "whether pay read from the text counts beside pay that a field states",
            schema = @Schema(type = "boolean", defaultValue = "false"))
})
@interface TrendParameters {

    String DESCRIPTION =
            "The same parameters as the page. Facets narrow as in /api/postings: label=technical, " + "not_country=DE.";
}
