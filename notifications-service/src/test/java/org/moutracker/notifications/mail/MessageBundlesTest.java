package org.moutracker.notifications.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sentence that is missing in a language would be shown in English, and nobody would notice. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MessageBundlesTest {

    private static final Pattern NAMED = Pattern.compile("\\{(\\w+)}");

    /** Every bundle that there is, also one that comes later, in every language but its own. */
    static Stream<Translation> translations() {
        return bundles().stream().flatMap(bundle -> Arrays.stream(Language.values())
                .filter(language -> language != Language.ENGLISH)
                .map(language -> new Translation(bundle, language)));
    }

    private static List<Class<?>> bundles() {
        return new ClassFileImporter()
                .importPackages("org.moutracker.notifications").stream()
                        .filter(type -> type.isAnnotatedWith(MessageBundle.class))
                        .<Class<?>>map(type -> type.reflect())
                        .toList();
    }

    /** A bundle in a language that is not its own. */
    record Translation(Class<?> bundle, Language language) {

        String file() {
            return "/messages/%s_%s.properties"
                    .formatted(
                            requireNonNull(bundle.getAnnotation(MessageBundle.class))
                                    .value(),
                            language.tag());
        }

        String text() throws IOException, URISyntaxException {
            return Files.readString(Path.of(requireNonNull(resource(file())).toURI()), UTF_8);
        }

        @Override
        public String toString() {
            return file();
        }
    }

    @ParameterizedTest
    @MethodSource("translations")
    void every_sentence_is_there_in_every_language_with_what_it_names(Translation translation) throws Exception {
        var messages = new Properties();
        messages.load(new StringReader(translation.text()));
        var sentences = Arrays.stream(translation.bundle().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Message.class))
                .toList();

        assertThat(messages.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        sentences.stream().map(Method::getName).toList());
        for (var sentence : sentences) {
            var translated = requireNonNull(messages.getProperty(sentence.getName()));
            assertThat(translated).as(sentence.getName()).isNotBlank();
            assertThat(named(translated))
                    .as(sentence.getName())
                    .isEqualTo(named(requireNonNull(sentence.getAnnotation(Message.class))
                            .value()))
                    .hasSize(sentence.getParameterCount());
        }
    }

    @ParameterizedTest
    @MethodSource("translations")
    void what_nobody_who_grew_up_with_it_has_read_says_so(Translation translation) throws Exception {
        assertThat(translation.text()).startsWith("# Not yet reviewed by somebody who grew up with ");
    }

    @Test
    void every_file_is_a_translation_of_a_bundle() throws Exception {
        var files =
                requireNonNull(new File(requireNonNull(resource("/messages")).toURI()).list());

        assertThat(files)
                .containsExactlyInAnyOrderElementsOf(translations()
                        .map(one -> one.file().substring("/messages/".length()))
                        .toList());
    }

    @Test
    void bundles_are_found_at_all() {
        assertThat(bundles()).contains(AlertMessages.class, MeetingMessages.class, ReturnedMessages.class);
    }

    private static Set<String> named(String sentence) {
        return NAMED.matcher(sentence).results().map(match -> match.group(1)).collect(toSet());
    }

    private static URL resource(String path) {
        return requireNonNull(MessageBundlesTest.class.getResource(path), path);
    }
}
