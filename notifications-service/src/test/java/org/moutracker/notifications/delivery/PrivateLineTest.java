package org.moutracker.notifications.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moutracker.notifications.mail.MailSamples;
import org.moutracker.notifications.mail.MailSettings;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** The line to a real mail server that wants it private and asks who we are, with a certificate made for this. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PrivateLineTest {

    private static final String SECRET = "changeit";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private SMTPServer server;

    @BeforeEach
    void start() throws Exception {
        server = server(context("relay", "ip:127.0.0.1"));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void mails_go_over_a_line_that_is_private_to_a_server_that_knows_us() throws Exception {
        assertThat(deliver(Map.of())).isEqualTo(Answer.accepted());

        assertThat(heard).containsExactly("tracker over TLS");
    }

    @Test
    void who_is_not_known_is_asked_to_come_later_since_his_mails_are_all_right() throws Exception {
        assertThat(deliver(Map.of("password", "guessed"))).isEqualTo(Answer.deferred(535));
        assertThat(deliver(Map.of("username", "", "password", ""))).isEqualTo(Answer.refused(530, false));

        assertThat(heard).isEmpty();
    }

    @Test
    void a_server_that_nobody_vouches_for_gets_nothing() throws Exception {
        context("stranger", "ip:127.0.0.1");

        assertThat(deliver(Map.of("trust", pem("stranger").toString()))).isEqualTo(Answer.broken(false));
        assertThat(heard).isEmpty();
    }

    @Test
    void a_server_whose_certificate_is_for_another_name_gets_nothing() throws Exception {
        server.stop();
        server = server(context("other", "dns:other.example"));

        assertThat(deliver(Map.of("trust", pem("other").toString()))).isEqualTo(Answer.broken(false));
        assertThat(heard).isEmpty();
    }

    @Test
    void a_file_that_has_no_certificate_is_named_at_the_start() throws Exception {
        var empty = Files.writeString(folder.resolve("empty.pem"), "");

        assertThatThrownBy(() -> Trust.in(empty)).hasMessageContaining("mou.mail.trust");
        assertThatThrownBy(() -> Trust.in(folder.resolve("none.pem"))).hasMessageContaining("mou.mail.trust");
    }

    private SMTPServer server(SSLContext context) throws Exception {
        var server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("relay")
                .requireTLS()
                .startTlsSocketFactory(context)
                .requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((name, password, talk) -> {
                    if (!name.equals("tracker") || !password.equals("secret")) {
                        throw new LoginFailedException();
                    }
                }))
                .messageHandler((talk, from, to, data) ->
                        heard.add(talk.getAuthenticationHandler().orElseThrow().getIdentity()
                                + (data.length > 0 ? " over TLS" : "")))
                .build();
        server.start();
        return server;
    }

    private Answer deliver(Map<String, String> more) throws Exception {
        var settings = new SmallRyeConfigBuilder()
                .withMapping(MailSettings.class)
                .withDefaultValue("mou.mail.host", "127.0.0.1")
                .withDefaultValue("mou.mail.port", String.valueOf(server.getPortAllocated()))
                .withDefaultValue("mou.mail.tls", "starttls")
                .withDefaultValue("mou.mail.trust", pem("relay").toString())
                .withDefaultValue("mou.mail.username", "tracker")
                .withDefaultValue("mou.mail.password", "secret")
                .withDefaultValue("mou.mail.from", "tracker@example.org")
                .withDefaultValue("mou.mail.domain", "example.org")
                .withDefaultValue("mou.mail.connections", "1")
                .withDefaultValue("mou.mail.patience", "PT20S");
        more.forEach((name, value) -> settings.withDefaultValue("mou.mail." + name, value));
        var relay = new MailRelay(settings.build().getConfigMapping(MailSettings.class));
        try {
            return relay.deliver(MailSamples.mail("Text"));
        } finally {
            relay.close();
        }
    }

    private Path pem(String name) {
        return folder.resolve(name + ".pem");
    }

    private SSLContext context(String name, String goesBy) throws Exception {
        var file = folder.resolve(name + ".p12");
        keytool(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + goesBy,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                SECRET);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                name,
                "-keystore",
                file.toString(),
                "-storepass",
                SECRET,
                "-file",
                pem(name).toString());
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, SECRET.toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, SECRET.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String... arguments) throws Exception {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), US_ASCII);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
