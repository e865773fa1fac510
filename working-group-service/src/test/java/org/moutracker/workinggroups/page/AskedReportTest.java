package org.moutracker.workinggroups.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AskedReportTest {

    @Test
    void a_report_has_one_name() {
        assertThat(AskedReport.named("R-2026-01")).contains(new AskedReport.Numbered(2026, 1));
        assertThat(AskedReport.named("R-2026-112")).contains(new AskedReport.Numbered(2026, 112));
        assertThat(AskedReport.named("2025-10-14--2026-10-13"))
                .contains(new AskedReport.Days(LocalDate.parse("2025-10-14"), LocalDate.parse("2026-10-13")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "R-2026-1",
                "R-2026-001",
                "r-2026-01",
                "R-2026-01x",
                "R-2026-9999999",
                "2026-10-13--2025-10-14",
                "2025-02-30--2025-03-01",
                "2025-10-14",
                "----------------------",
                "../working-groups"
            })
    void nobody_would_give_another(String name) {
        assertThat(AskedReport.named(name)).isEmpty();
    }
}
