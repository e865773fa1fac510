package org.moutracker.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.mail.Letter;
import org.moutracker.notifications.mail.MailSettings;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DomainsTest {

    private static final Backoff EVEN = new Backoff(() -> 0.5);

    private long now = 1_000;

    @Test
    void a_domain_that_refuses_is_shut_and_left_alone_and_the_others_are_not() {
        var domains = domains(Map.of());
        for (var i = 0; i < 5; i++) {
            sent(domains, "a@full.example", Answer.deferred(452));
            sent(domains, "a@free.example", Answer.accepted());
        }

        assertThat(domains.shut()).containsExactly("full.example");
        assertThat(domains.leftAlone()).containsOnlyKeys("full.example").containsValue(Duration.ofMinutes(1));
        assertThat(domains.admit(claimed("b@FULL.example"))).isPresent();
        assertThat(domains.admit(claimed("b@free.example"))).isEmpty();
    }

    @Test
    void what_we_could_not_write_was_refused_by_nobody() {
        var domains = domains(Map.of());
        for (var i = 0; i < 10; i++) {
            sent(domains, "a@free.example", Answer.postponed());
        }

        assertThat(domains.shut()).isEmpty();
    }

    @Test
    void a_domain_that_has_enough_under_way_gets_no_more_and_keeps_nobody_waiting() {
        var domains = domains(Map.of());
        for (var i = 0; i < Domains.MOST_UNDER_WAY; i++) {
            assertThat(domains.admit(claimed("a@slow.example"))).isEmpty();
        }
        assertThat(domains.admit(claimed("a@quick.example"))).isEmpty();

        assertThat(domains.shut()).containsExactly("slow.example");
        assertThat(domains.stuck()).isEqualTo(Domains.MOST_UNDER_WAY);
        assertThat(domains.leftAlone()).isEmpty();
        assertThat(domains.of("b@slow.example").slots().availablePermits()).isEqualTo(7);
    }

    @Test
    void the_mail_server_and_each_domain_are_given_no_more_in_a_second_than_was_set() {
        var domains = domains(Map.of("rate", "10", "domain-rate", "2"));
        assertThat(domains.allowed(100)).isEqualTo(10);
        assertThat(domains.admit(claimed("a@one.example"))).isEmpty();
        assertThat(domains.admit(claimed("b@one.example"))).isEmpty();
        assertThat(domains.admit(claimed("c@one.example"))).contains(Duration.ofMillis(500));
        assertThat(domains.admit(claimed("a@other.example"))).isEmpty();

        assertThat(domains.allowed(100)).isEqualTo(7);
        assertThat(domains.shut()).containsExactly("one.example");
        now += Duration.ofSeconds(1).toNanos();
        assertThat(domains.allowed(100)).isEqualTo(10);
        assertThat(domains.shut()).isEmpty();
    }

    private void sent(Domains domains, String mailbox, Answer answer) {
        var claimed = claimed(mailbox);
        assertThat(domains.admit(claimed)).isEmpty();
        domains.answered(Settlement.of(claimed, answer, EVEN));
    }

    private static Claimed claimed(String mailbox) {
        var id = UUID.randomUUID();
        var letter = new Letter.OfReturned(id, "", mailbox, Instant.EPOCH, null, "", "", "", "5.1.1");
        return new Claimed(id, 1, 1, 0, true, Instant.EPOCH, DeliveryStatus.PENDING, letter);
    }

    private Domains domains(Map<String, String> more) {
        var settings = new SmallRyeConfigBuilder()
                .withMapping(MailSettings.class)
                .withDefaultValue("mou.mail.host", "127.0.0.1")
                .withDefaultValue("mou.mail.port", "25")
                .withDefaultValue("mou.mail.tls", "none")
                .withDefaultValue("mou.mail.from", "tracker@example.org")
                .withDefaultValue("mou.mail.domain", "example.org")
                .withDefaultValue("mou.mail.connections", "10")
                .withDefaultValue("mou.mail.patience", "PT1M");
        more.forEach((name, value) -> settings.withDefaultValue("mou.mail." + name, value));
        return new Domains(settings.build().getConfigMapping(MailSettings.class), () -> now);
    }
}
