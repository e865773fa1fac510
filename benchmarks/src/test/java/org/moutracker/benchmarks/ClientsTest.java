package org.moutracker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClientsTest {

    @Test
    void every_answer_counts_and_the_shortest_comes_first() throws Exception {
        var asked = new AtomicInteger();
        var answers = new Clients(2).ask(Duration.ofMillis(50), () -> () -> {
            asked.incrementAndGet();
            TimeUnit.MILLISECONDS.sleep(1);
        });
        assertThat(answers.nanos()).hasSize(asked.get()).isSorted();
        assertThat(answers.rate()).isPositive();
    }

    @Test
    void the_median_lies_in_the_middle() {
        var answers = new Clients.Answers(1, List.of(1_000_000L, 2_000_000L, 30_000_000L));
        assertThat(answers.milliseconds(0.5)).isEqualTo(2);
        assertThat(answers.milliseconds(0.99)).isEqualTo(30);
    }
}
