package pmradar.web;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.servers.Server;
import org.springframework.context.annotation.Configuration;

/// What OpenAPI says of the API as a whole.
@OpenAPIDefinition(
        info =
                @Info(
                        title = "PM Radar",
                        version = "1",
                        description =
                                "Project-management postings, tagged technical or general with the words that decided it. "
                                        + "Errors are problem details (RFC 9457).",
                        license = @License(name = "Apache-2.0")),
        servers = @Server(url = "/"))
@Configuration(proxyBeanMethods = false)
class ApiDescription {}
