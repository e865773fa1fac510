package org.moutracker.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UpOptionsTest {
    private static final Path USUAL = Path.of("/tree/.data");

    @Test
    void are_all_optional() {
        var options = UpOptions.parse(List.of(), USUAL);
        assertThat(options.data().path()).isEqualTo(USUAL);
        assertThat(options.fresh()).isFalse();
        assertThat(options.clock()).isEmpty();
        assertThat(options.speed()).isEmpty();
        assertThat(options.certificates()).isEmpty();
        assertThat(options.portOffset()).isZero();
    }

    @Test
    void are_written_with_a_space_or_an_equals_sign() {
        var options = UpOptions.parse(
                List.of(
                        "--data=/d/../x",
                        "--fresh",
                        "--clock",
                        "2025-09-17T12:00:00+05:00",
                        "--speed=1d/s",
                        "--port-offset",
                        "7"),
                USUAL);
        assertThat(options.data().path()).isEqualTo(Path.of("/x"));
        assertThat(options.fresh()).isTrue();
        assertThat(options.clock()).hasToString("Optional[2025-09-17T07:00:00Z]");
        assertThat(options.speed()).contains(Speed.parse("1d/s"));
        assertThat(options.portOffset()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --clock 2025-09-17          | "2025-09-17" is no instant
            --clock 2025-09-17T12:00:00 | write it with its offset
            --clock=                    | "" is no instant
            --speed quick               | "quick" is no speed
            --port-offset -1            | "-1" is no port offset
            --port-offset 46001         | "46001" is no port offset
            --certificates none         | There is no
            --data                      | --data needs a value
            --frehs                     | There is no option --frehs
            now                         | "now" is not understood
            """)
    void are_refused_in_one_sentence(String arguments, String sentence) {
        assertThatThrownBy(() -> UpOptions.parse(List.of(arguments.split(" ", -1)), USUAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }
}
