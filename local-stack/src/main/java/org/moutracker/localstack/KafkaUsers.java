package org.moutracker.localstack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Who may speak to an encrypted broker: itself and the three services, each with a password of its own. */
record KafkaUsers(Secrets secrets) {
    static final String MECHANISM = "SCRAM-SHA-512";

    /** The broker, which makes the topics. */
    static final String BROKER = "kafka-broker";

    private static final List<String> ALL =
            List.of(BROKER, "agreements-service", "working-group-service", "notifications-service");

    /** How they are told to Kafka when its folder is made. */
    List<String> credentials() throws IOException {
        var credentials = new ArrayList<String>();
        for (var user : ALL) {
            credentials.add("%s=[name=%s,password=%s]".formatted(MECHANISM, user, password(user)));
        }
        return credentials;
    }

    /** How a client says who it is. */
    String login(String user) throws IOException {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, password(user));
    }

    private String password(String user) throws IOException {
        return secrets.password("kafka-user-" + user);
    }
}
