package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private Instant now = Instant.parse("2026-11-22T09:30:00Z");

    private final RateLimit limit = new RateLimit(Duration.ofMinutes(1), new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void countsDownAndRefusesAndBeginsAnew() {
        assertThat(limit.count("a", 2)).isEqualTo(new RateLimit.Left(2, 1, 60));
        now = now.plusSeconds(20);
        assertThat(limit.count("a", 2)).isEqualTo(new RateLimit.Left(2, 0, 40));
        assertThat(limit.count("a", 2).exceeded()).isTrue();
        assertThat(limit.count("a", 2)).isEqualTo(new RateLimit.Left(2, -1, 40));
        now = now.plusSeconds(40);
        assertThat(limit.count("a", 2)).isEqualTo(new RateLimit.Left(2, 1, 60));
    }

    @Test
    void countsEachClientForItself() {
        limit.count("a", 1);
        assertThat(limit.count("a", 1).exceeded()).isTrue();
        assertThat(limit.count("b", 1).exceeded()).isFalse();
    }

    @Test
    void remembersABoundedNumberOfClients() {
        for (int client = 0; client < 25_000; client++) limit.count("client " + client, 1);
        assertThat(limit.remembered()).isEqualTo(10_000);
    }
}
