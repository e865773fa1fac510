package org.moutracker.platform.messaging;

import java.util.Optional;

/**
 * Where events about one kind of subject go.
 *
 * @param name the event topic, such as {@code mou.agreements.v1}
 * @param state the compacted topic that keeps each subject's last state, if there is one
 * @param subjects what the subject is called in {@code ce_subject}, such as {@code agreements}
 */
public record Topic(String name, Optional<String> state, String subjects) {

    public static Topic of(String name, String subjects) {
        return new Topic(name, Optional.empty(), subjects);
    }

    public static Topic of(String name, String state, String subjects) {
        return new Topic(name, Optional.of(state), subjects);
    }
}
