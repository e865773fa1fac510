package org.moutracker.workinggroups.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PageTextsTest {

    /** The build refuses a text that nobody asks for; one that is missing it would show in English. */
    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void every_text_is_there_in_every_language(Language language) throws IOException {
        var texts = new Properties();
        try (var file = requireNonNull(
                        getClass().getResourceAsStream("/messages/text_%s.properties".formatted(language.tag())));
                var text = new InputStreamReader(file, UTF_8)) {
            texts.load(text);
        }

        assertThat(texts.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(PageTexts.class.getDeclaredMethods())
                        .map(Method::getName)
                        .toList());
        assertThat(texts.values()).noneMatch(text -> text.toString().isBlank());
    }
}
