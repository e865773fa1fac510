package org.moutracker.notifications.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReturnedMessagesTest {

    private static final Pattern NAMED = Pattern.compile("\\{\\w+}");

    @ParameterizedTest
    @ValueSource(strings = {"ar", "ur", "zh"})
    void every_sentence_is_there_in_every_language_with_what_it_names(String language) throws IOException {
        var file = requireNonNull(
                ReturnedMessages.class.getResourceAsStream("/messages/returned_" + language + ".properties"));
        var messages = new Properties();
        try (var reader = new InputStreamReader(file, UTF_8)) {
            messages.load(reader);
        }
        var sentences = Arrays.stream(ReturnedMessages.class.getDeclaredMethods())
                .filter(method -> !method.getName().startsWith("$"))
                .toList();

        assertThat(messages.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        sentences.stream().map(Method::getName).toList());
        for (var sentence : sentences) {
            assertThat(NAMED.matcher(messages.getProperty(sentence.getName())).results())
                    .as(sentence.getName())
                    .hasSize(sentence.getParameterCount());
        }
    }
}
