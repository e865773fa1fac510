package org.moutracker.agreements.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.platform.problem.Refused;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({"0-0,0,1", "0-99,0,100", "0-1000,0,100", "90-,90,10", "-1,99,1", "-1000,0,100", "99-99,99,1"})
    void a_part_is_cut_at_the_end_of_the_file(String asked, long from, long count) {
        assertThat(ByteRange.of("bytes=" + asked, 100)).contains(new ByteRange(from, count));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=-", "bytes=5-4", "bytes=0-1,3-4", "lines=0-1", "bytes=a-b", "bytes=0-9999999999999999999"
            })
    void what_is_no_single_part_is_answered_with_the_whole(String asked) {
        assertThat(ByteRange.of(asked, 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
    void a_part_beyond_the_end_is_refused(String asked) {
        assertThatThrownBy(() -> ByteRange.of(asked, 100))
                .isInstanceOf(Refused.class)
                .hasMessage("the document has 100 bytes");
    }
}
