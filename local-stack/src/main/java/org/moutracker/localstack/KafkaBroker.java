package org.moutracker.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The process "kafka": one node that is broker and controller, and keeps its data. */
final class KafkaBroker {
    private static final String NODE = "1";

    private KafkaBroker() {}

    /**
     * Arguments: data folder, port, port of the controller, file to make when ready, list of topics, folder of the users'
     * passwords; and of the certificates, if clients must speak TLS and say who they are.
     */
    public static void main(String[] arguments) {
        try {
            var data = Path.of(arguments[0]);
            var ready = Path.of(arguments[3]);
            Files.deleteIfExists(ready);
            var users = new KafkaUsers(new Secrets(Path.of(arguments[5])));
            var bootstrap = "127.0.0.1:" + arguments[1];
            var controller = "127.0.0.1:" + arguments[2];
            var settings = settings(data, bootstrap, controller);
            var connection = new HashMap<String, Object>(Map.of("bootstrap.servers", bootstrap));
            if (arguments.length > 6) {
                var certificates = new Certificates(Path.of(arguments[6]));
                settings.putAll(encrypted(bootstrap, controller, certificates, users));
                connection.putAll(itself(certificates, users));
            }
            var server = start(data, settings, users);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.shutdown();
                server.awaitShutdown();
            }));
            Topics.listedIn(Path.of(arguments[4])).createOn(connection);
            Files.writeString(ready, String.valueOf(ProcessHandle.current().pid()));
            Parent.endWithIt();
            server.awaitShutdown();
        } catch (Throwable problem) {
            // Threads of Kafka would keep a half started broker alive.
            problem.printStackTrace();
            System.exit(1);
        }
    }

    private static KafkaRaftServer start(Path data, Properties settings, KafkaUsers users) throws Exception {
        if (Files.notExists(data.resolve("meta.properties"))) {
            format(data, users);
        }
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        server.startup();
        return server;
    }

    /** The users are there from the beginning, since nobody could make them later who is not one. */
    private static void format(Path data, KafkaUsers users) throws Exception {
        new Formatter()
                .setPrintStream(System.out)
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(Integer.parseInt(NODE))
                .addDirectory(data.toString())
                .setMetadataLogDirectory(data.toString())
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setScramArguments(users.credentials())
                .run();
    }

    private static Properties settings(Path data, String broker, String controller) throws IOException {
        Files.createDirectories(data);
        var settings = new Properties();
        settings.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", NODE),
                Map.entry("controller.quorum.voters", NODE + "@" + controller),
                Map.entry("listeners", "PLAINTEXT://%s,CONTROLLER://%s".formatted(broker, controller)),
                Map.entry("advertised.listeners", "PLAINTEXT://" + broker),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("inter.broker.listener.name", "PLAINTEXT"),
                Map.entry("log.dirs", data.toRealPath().toString()),
                Map.entry("auto.create.topics.enable", "false"),
                // One consumer group per service: nobody else is waited for.
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // Two cores and a small heap are enough for one machine.
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "2"),
                Map.entry("background.threads", "2"),
                Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
                Map.entry("log.index.size.max.bytes", "1048576")));
        for (var internal : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(internal + ".replication.factor", "1");
            settings.put(internal + ".num.partitions", "3");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        return settings;
    }

    /** Only the controller, which speaks to nobody but itself here, has a listener without. */
    private static Map<String, String> encrypted(
            String broker, String controller, Certificates certificates, KafkaUsers users) throws IOException {
        var mechanism = KafkaUsers.MECHANISM.toLowerCase(Locale.ROOT);
        return Map.ofEntries(
                Map.entry("listeners", "SASL_SSL://%s,CONTROLLER://%s".formatted(broker, controller)),
                Map.entry("advertised.listeners", "SASL_SSL://" + broker),
                Map.entry("listener.security.protocol.map", "SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT"),
                Map.entry("inter.broker.listener.name", "SASL_SSL"),
                Map.entry("sasl.enabled.mechanisms", KafkaUsers.MECHANISM),
                Map.entry("sasl.mechanism.inter.broker.protocol", KafkaUsers.MECHANISM),
                Map.entry(
                        "listener.name.sasl_ssl.%s.sasl.jaas.config".formatted(mechanism),
                        users.login(KafkaUsers.BROKER)),
                Map.entry("ssl.keystore.type", "PKCS12"),
                Map.entry(
                        "ssl.keystore.location", certificates.keyStore("kafka").toString()),
                Map.entry("ssl.keystore.password", Certificates.PASSWORD),
                Map.entry("ssl.truststore.type", "PKCS12"),
                Map.entry(
                        "ssl.truststore.location",
                        certificates.trustStore("kafka").toString()),
                Map.entry("ssl.truststore.password", Certificates.PASSWORD));
    }

    /** How the broker reaches itself: whatever it shows, it knows by sight. */
    private static Map<String, String> itself(Certificates certificates, KafkaUsers users) throws IOException {
        return Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                KafkaUsers.MECHANISM,
                "sasl.jaas.config",
                users.login(KafkaUsers.BROKER),
                "ssl.truststore.type",
                "PKCS12",
                "ssl.truststore.location",
                certificates.trustStore("kafka").toString(),
                "ssl.truststore.password",
                Certificates.PASSWORD);
    }
}
