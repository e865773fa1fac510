package org.moutracker.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** Arguments: data folder, port, port of the controller, file to make when ready, list of topics. */
    public static void main(String[] arguments) {
        try {
            var data = Path.of(arguments[0]);
            var ready = Path.of(arguments[3]);
            Files.deleteIfExists(ready);
            var bootstrap = "127.0.0.1:" + arguments[1];
            var server = start(data, bootstrap, "127.0.0.1:" + arguments[2]);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.shutdown();
                server.awaitShutdown();
            }));
            Topics.listedIn(Path.of(arguments[4])).createOn(bootstrap);
            Files.writeString(ready, String.valueOf(ProcessHandle.current().pid()));
            Parent.endWithIt();
            server.awaitShutdown();
        } catch (Throwable problem) {
            // Threads of Kafka would keep a half started broker alive.
            problem.printStackTrace();
            System.exit(1);
        }
    }

    private static KafkaRaftServer start(Path data, String broker, String controller) throws Exception {
        Files.createDirectories(data);
        if (Files.notExists(data.resolve("meta.properties"))) {
            format(data);
        }
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings(data, broker, controller)), Time.SYSTEM);
        server.startup();
        return server;
    }

    private static void format(Path data) throws Exception {
        new Formatter()
                .setPrintStream(System.out)
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(Integer.parseInt(NODE))
                .addDirectory(data.toString())
                .setMetadataLogDirectory(data.toString())
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.latestProduction())
                .run();
    }

    private static Properties settings(Path data, String broker, String controller) throws IOException {
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
}
