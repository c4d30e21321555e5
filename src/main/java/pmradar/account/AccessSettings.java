package pmradar.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `pmradar.access`: `local` (default) or `accounts`.
@ConfigurationProperties("pmradar")
record AccessSettings(@DefaultValue("local") Access access) {}
