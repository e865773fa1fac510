package org.moutracker.agreements.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileNameTest {

    @Test
    void a_plain_name_is_offered_as_it_is() {
        assertThat(new FileName("MoU 2025.pdf").disposition())
                .isEqualTo("attachment; filename=\"MoU 2025.pdf\"; filename*=UTF-8''MoU%202025.pdf");
    }

    @Test
    void every_script_is_kept_and_has_a_fallback() {
        assertThat(new FileName("协议 اتفاق.pdf").disposition())
                .isEqualTo("attachment; filename=\"__ _____.pdf\"; "
                        + "filename*=UTF-8''%E5%8D%8F%E8%AE%AE%20%D8%A7%D8%AA%D9%81%D8%A7%D9%82.pdf");
    }

    @Test
    void a_quote_or_a_semicolon_ends_nothing() {
        assertThat(new FileName("a\"; filename=\"b.exe").disposition())
                .isEqualTo("attachment; filename=\"a__ filename__b.exe\"; "
                        + "filename*=UTF-8''a%22%3B%20filename%3D%22b.exe");
    }

    @Test
    void a_line_break_begins_no_header() {
        assertThat(new FileName("a\r\nSet-Cookie: x=1\u2028b").disposition())
                .isEqualTo("attachment; filename=\"a__Set-Cookie_ x_1_b\"; "
                        + "filename*=UTF-8''a__Set-Cookie%3A%20x%3D1_b");
    }

    @Test
    void no_mark_of_direction_hides_the_extension() {
        assertThat(new FileName("report\u202Efdp.exe").text()).isEqualTo("report_fdp.exe");
    }
}
