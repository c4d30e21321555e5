package pmradar.cli;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The program with its own database, without pages and without its clock.
record StoredFeedsRoom(ConfigurableApplicationContext context) implements AutoCloseable {

    static StoredFeedsRoom open(Class<?> application) {
        return new StoredFeedsRoom(new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .run("--jobrunr.background-job-server.enabled=false"));
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
