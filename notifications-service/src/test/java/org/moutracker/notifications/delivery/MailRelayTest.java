package org.moutracker.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.notifications.mail.Mail;
import org.moutracker.notifications.mail.MailSamples;
import org.moutracker.notifications.mail.MailSettings;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MailRelayTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final int CONNECTIONS = 3;
    private static final int MANY = 10_000;

    private final FakeMailServer server = new FakeMailServer();
    private MailRelay relay = relay(LONG, Map.of());

    MailRelayTest() throws IOException, AddressException {}

    @AfterEach
    void stop() throws IOException {
        relay.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, UNREACHABLE",
        "EHLO, UNREACHABLE",
        "AUTH, UNREACHABLE",
        "MAIL, UNREACHABLE",
        "RCPT, UNREACHABLE",
        "DATA, UNREACHABLE",
        "CONTENT, UNKNOWN",
        "END, UNKNOWN",
    })
    void a_line_that_breaks_before_the_message_is_begun_can_have_brought_nothing_and_is_noticed_at_once(
            String point, AttemptOutcome outcome) throws Exception {
        server.at(point, FakeMailServer.BREAK);
        relay = relay(LONG, Map.of("username", "tracker", "password", "secret"));

        assertThat(deliver()).isEqualTo(new Answer(outcome, null));
    }

    // Who hangs up before he hears of the message may only have waited for too long: another line is tried.
    @ParameterizedTest
    @CsvSource({
        "MAIL, UNREACHABLE, 2",
        "RCPT, UNREACHABLE, 1",
        "DATA, UNREACHABLE, 1",
        "CONTENT, UNKNOWN, 1",
        "END, UNKNOWN, 1"
    })
    void so_does_one_that_has_carried_messages_before(String point, AttemptOutcome outcome, int connections)
            throws Exception {
        deliver();
        server.at(point, FakeMailServer.BREAK);

        assertThat(deliver()).isEqualTo(new Answer(outcome, null));
        assertThat(server.connections()).isEqualTo(connections);
    }

    @Test
    void one_that_says_goodbye_instead_of_going_on_costs_nothing_where_another_is_taken() throws Exception {
        deliver();
        server.once("MAIL", "421 too many messages on this line" + "+" + FakeMailServer.BREAK);

        assertThat(deliver()).isEqualTo(Answer.accepted());
        assertThat(server.connections()).isEqualTo(2);
    }

    // A line that has carried a message is another's at once: what that one makes of it says nothing of the message.
    @Test
    void of_many_at_once_each_arrives_once() throws Exception {
        assertThat(deliver(MANY)).hasSize(MANY).containsOnly(Answer.accepted());

        assertThat(server.messages()).hasSize(MANY).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"GREETING, UNREACHABLE", "EHLO, UNREACHABLE", "RCPT, UNREACHABLE", "DATA, UNREACHABLE", "END, UNKNOWN"})
    void a_server_that_says_nothing_is_waited_for_until_patience_is_over(String point, AttemptOutcome outcome)
            throws Exception {
        server.at(point, FakeMailServer.SILENCE);
        relay = relay(SHORT, Map.of());

        assertThat(deliver()).isEqualTo(new Answer(outcome, null));
    }

    @Test
    void one_that_does_not_listen_to_the_end_is_waited_for_until_patience_is_over() throws Exception {
        server.at("CONTENT", FakeMailServer.SILENCE);
        relay = relay(SHORT, Map.of());

        assertThat(deliver(MailSamples.mail("x".repeat(20_000_000)))).isEqualTo(Answer.broken(true));
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 421, DEFERRED",
        "GREETING, 554, DEFERRED",
        "AUTH, 535, DEFERRED",
        "MAIL, 451, DEFERRED",
        "MAIL, 550, DEFERRED",
        "RCPT, 450, DEFERRED",
        "RCPT, 550, REFUSED",
        "RCPT, 552, REFUSED",
        "DATA, 554, DEFERRED",
        "END, 452, DEFERRED",
        "END, 554, REFUSED",
    })
    void a_refusal_closes_only_what_it_is_about(String point, String code, AttemptOutcome outcome) throws Exception {
        relay = relay(LONG, Map.of("username", "tracker", "password", "secret"));

        for (var breaks : List.of("", "+" + FakeMailServer.BREAK)) {
            server.at(point, code + " <ayesha@example.org> no" + breaks);
            assertThat(deliver()).as(breaks).isEqualTo(new Answer(outcome, code));
        }
    }

    @Test
    void a_server_that_allows_it_is_told_in_one_breath() throws Exception {
        server.at("MAIL", "").at("RCPT", "").at("DATA", "250 ok\r\n251 will forward\r\n354 go on");

        assertThat(deliver(2)).containsOnly(Answer.accepted());
        assertThat(server.messages()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"MAIL, 451, DEFERRED", "RCPT, 550, REFUSED", "DATA, 554, DEFERRED", "END, 250, ACCEPTED"})
    void one_that_does_not_is_told_step_by_step(String point, String code, AttemptOutcome outcome) throws Exception {
        server.at("EHLO", "250 test").at(point, code + " so");

        assertThat(deliver().outcome()).isEqualTo(outcome);
        assertThat(server.wasHurried()).isFalse();
    }

    @Test
    void a_server_that_listens_although_it_takes_the_message_for_nobody_hears_none() throws Exception {
        server.at("RCPT", "550 no");

        assertThat(deliver()).isEqualTo(new Answer(AttemptOutcome.REFUSED, "550"));
        assertThat(server.messages()).containsOnly("");
    }

    @Test
    void nothing_waits_on_a_connection_for_more_to_come() throws Exception {
        try (var socket = new PromptSockets().createSocket("127.0.0.1", server.port())) {
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
        try (var socket = new PromptSockets().createSocket()) {
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
    }

    @Test
    void a_refused_message_does_not_stand_in_the_way_of_the_next() throws Exception {
        server.at("RCPT", "550 no");
        deliver();
        server.at("RCPT", "250 yes");

        assertThat(deliver()).isEqualTo(Answer.accepted());
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void where_nobody_is_there_is_nobody_to_reach() throws Exception {
        server.close();

        assertThat(deliver()).isEqualTo(Answer.broken(false));
    }

    @Test
    void a_server_without_starttls_gets_nothing_when_it_is_asked_for() throws Exception {
        relay = relay(LONG, Map.of("tls", "starttls"));

        assertThat(deliver()).isEqualTo(Answer.broken(false));
        assertThat(server.messages()).isEmpty();
    }

    @Test
    void connections_are_few_and_kept() throws Exception {
        var answers = deliver(50);

        assertThat(answers).hasSize(50).containsOnly(Answer.accepted());
        assertThat(server.messages()).hasSize(50);
        assertThat(server.connections()).isBetween(1, CONNECTIONS);
    }

    @Test
    void one_that_was_hung_up_meanwhile_costs_nothing() throws Exception {
        deliver(20);
        server.hangUp();

        assertThat(deliver(20)).containsOnly(Answer.accepted());
    }

    @Test
    void one_that_nobody_uses_is_hung_up() throws Exception {
        relay = new MailRelay(settings(LONG, Map.of()), Duration.ZERO);
        deliver();

        relay.dropStale();

        await().until(server::isForsaken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Text", ".\r\n..\r\n.dots", "Grüße, عائشة"})
    void a_repetition_is_the_same_byte_for_byte(String text) throws Exception {
        deliver(MailSamples.mail(text));
        deliver(MailSamples.mail(text));

        assertThat(server.messages()).hasSize(2);
        assertThat(server.messages().getFirst()).isEqualTo(server.messages().getLast());
    }

    private Answer deliver() throws Exception {
        return deliver(MailSamples.mail("Text"));
    }

    private Answer deliver(Mail mail) throws Exception {
        return inThreads(List.of(() -> relay.deliver(mail))).getFirst();
    }

    private List<Answer> deliver(int times) throws Exception {
        return inThreads(IntStream.range(0, times)
                .<Callable<Answer>>mapToObj(number -> () -> relay.deliver(MailSamples.mail("Text " + number)))
                .toList());
    }

    /** As messages are sent: each in a virtual thread of its own, and never for ever. */
    private static List<Answer> inThreads(List<Callable<Answer>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Answer>();
            for (var answer : threads.invokeAll(calls, 20, TimeUnit.SECONDS)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private MailRelay relay(Duration patience, Map<String, String> more) throws AddressException {
        return new MailRelay(settings(patience, more));
    }

    private MailSettings settings(Duration patience, Map<String, String> more) {
        var settings = new SmallRyeConfigBuilder()
                .withMapping(MailSettings.class)
                .withDefaultValue("mou.mail.host", "127.0.0.1")
                .withDefaultValue("mou.mail.port", String.valueOf(server.port()))
                .withDefaultValue("mou.mail.tls", "none")
                .withDefaultValue("mou.mail.from", "MoU Tracker <tracker@example.org>")
                .withDefaultValue("mou.mail.domain", "example.org")
                .withDefaultValue("mou.mail.connections", String.valueOf(CONNECTIONS))
                .withDefaultValue("mou.mail.patience", patience.toString());
        more.forEach((name, value) -> settings.withDefaultValue("mou.mail." + name, value));
        return settings.build().getConfigMapping(MailSettings.class);
    }
}
