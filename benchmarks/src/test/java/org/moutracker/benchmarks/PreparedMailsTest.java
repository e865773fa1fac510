package org.moutracker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PreparedMailsTest {

    @Test
    void the_sink_counts_every_message_and_keeps_them_byte_for_byte() throws Exception {
        var tricky = mail("Subject: dots\r\n\r\n..\r\n.\r.\n.\r\r\n..and more\r\n");
        var empty = mail("");
        var longer = mail("x".repeat(100_000) + "\r\n");
        try (var sink = new FastSink()) {
            new PreparedMails(List.of(tricky, empty, longer)).send(sink.port(), 1, 300);

            assertThat(sink.taken()).isEqualTo(300);
            var kept = sink.kept();
            assertThat(kept).hasSize(300);
            assertThat(kept).startsWith(tricky, empty, longer);
            assertThat(sink.kept()).isEmpty();
        }
    }

    @Test
    void several_connections_share_the_messages() throws Exception {
        try (var sink = new FastSink()) {
            new PreparedMails(List.of(mail("a\r\n"))).send(sink.port(), 10, 1_234);

            assertThat(sink.taken()).isEqualTo(1_234);
        }
    }

    @Test
    void a_sink_that_is_gone_takes_nothing() throws Exception {
        var sink = new FastSink();
        sink.close();

        assertThatThrownBy(() -> new PreparedMails(List.of(mail("a\r\n"))).send(sink.port(), 1, 1))
                .hasRootCauseInstanceOf(java.net.ConnectException.class);
    }

    private static FastSink.Taken mail(String content) {
        return new FastSink.Taken("MAIL FROM:<a@example.org>", "RCPT TO:<b@example.org>", content + ".\r\n");
    }
}
