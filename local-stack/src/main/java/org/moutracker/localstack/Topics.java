package org.moutracker.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/** The topics that the contract in {@code events/} lists, each with what Kafka does with its records. */
record Topics(Map<String, Map<String, String>> settings) {
    private static final int PARTITIONS = 12;

    static Topics listedIn(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        var settings = new TreeMap<String, Map<String, String>>();
        properties.stringPropertyNames().forEach(topic -> settings.put(topic, settings(properties.getProperty(topic))));
        return new Topics(settings);
    }

    void createOn(Map<String, Object> connection) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(connection)) {
            var present = admin.listTopics().names().get();
            var missing = settings.entrySet().stream()
                    .filter(topic -> !present.contains(topic.getKey()))
                    .map(topic -> new NewTopic(topic.getKey(), PARTITIONS, (short) 1).configs(topic.getValue()))
                    .toList();
            admin.createTopics(missing).all().get();
            var kept = settings.entrySet().stream().filter(topic -> present.contains(topic.getKey()));
            var changes = new TreeMap<ConfigResource, Collection<AlterConfigOp>>(
                    java.util.Comparator.comparing(ConfigResource::name));
            kept.forEach(topic -> changes.put(
                    new ConfigResource(ConfigResource.Type.TOPIC, topic.getKey()), operations(topic.getValue())));
            admin.incrementalAlterConfigs(changes).all().get();
        }
    }

    /** "delete 30" keeps records for 30 days, "compact" the last record of each key for ever. */
    private static Map<String, String> settings(String policy) {
        var words = List.of(policy.strip().split("\\s+"));
        return switch (words.getFirst()) {
            case "compact" -> Map.of("cleanup.policy", "compact");
            case "delete" -> {
                var kept = Duration.ofDays(Long.parseLong(words.get(1)));
                yield Map.of("cleanup.policy", "delete", "retention.ms", String.valueOf(kept.toMillis()));
            }
            default -> throw new IllegalArgumentException("Unknown policy of a topic: " + policy);
        };
    }

    private static List<AlterConfigOp> operations(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
                .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
                .toList();
    }
}
