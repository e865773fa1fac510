package org.moutracker.agreements.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Refused;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UploadsTest {

    private final Uploads uploads = new Uploads();

    @Test
    void a_few_come_at_a_time_and_one_more_is_asked_to_come_again() {
        assertThat(nested(Uploads.MOST)).isEqualTo(Uploads.MOST);
        assertThatThrownBy(() -> nested(Uploads.MOST + 1))
                .isInstanceOf(Refused.class)
                .hasMessage("5 uploads are under way: try again shortly");
    }

    @Test
    void one_that_fails_leaves_its_place() {
        for (var i = 0; i < 2 * Uploads.MOST; i++) {
            assertThatThrownBy(() -> uploads.one(() -> {
                        throw new InvalidRequest("content", "broke off");
                    }))
                    .isInstanceOf(InvalidRequest.class);
        }
        assertThat(nested(Uploads.MOST)).isEqualTo(Uploads.MOST);
    }

    private int nested(int depth) {
        return depth == 0 ? 0 : uploads.one(() -> 1 + nested(depth - 1));
    }
}
