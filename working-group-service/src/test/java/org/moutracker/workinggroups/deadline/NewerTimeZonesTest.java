package org.moutracker.workinggroups.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.moutracker.workinggroups.Api.sending;

import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.moutracker.timerules.TimeZoneData;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Office;
import org.moutracker.workinggroups.Rows;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class NewerTimeZonesTest {

    @Inject
    RecomputeDeadlines recomputeDeadlines;

    @Inject
    Rows rows;

    @Test
    void newer_data_moves_what_it_counts_otherwise_and_tells_it() throws SQLException {
        var moved = open();
        countedBefore(moved, "due_at = due_at - interval '1 hour'");
        var same = open();
        countedBefore(same, "title = title");

        recomputeDeadlines.followTimeZones();
        finished();

        var after = Api.get("/api/v1/deadlines/" + moved);
        assertThat(after.getString("tzdb")).isEqualTo(TimeZoneData.version());
        assertThat(after.getString("dueAt")).isEqualTo("2025-10-20T19:00:00Z");
        assertThat(after.getInt("scheduleNo")).isEqualTo(2);
        assertThat(after.getList("history.cause")).last().isEqualTo("time-zone data " + TimeZoneData.version());
        await().until(() -> told(moved) == 2);
        var untold = Api.get("/api/v1/deadlines/" + same);
        assertThat(untold.getString("tzdb")).isEqualTo(TimeZoneData.version());
        assertThat(untold.getInt("version")).isEqualTo(1);
        assertThat(told(same)).isEqualTo(1);
    }

    @Test
    void a_day_that_was_agreed_on_stands_but_its_midnight_may_move() throws SQLException {
        var id = open();
        sending("{\"to\": \"2025-11-08\", \"reason\": \"agreed\"}").post("/api/v1/deadlines/" + id + "/extension");
        countedBefore(id, "due_at = due_at - interval '1 hour'");

        recomputeDeadlines.followTimeZones();
        finished();

        var after = Api.get("/api/v1/deadlines/" + id);
        assertThat(after.getString("lastDay")).isEqualTo("2025-11-08");
        assertThat(after.getString("dueAt")).isEqualTo("2025-11-08T19:00:00Z");
        assertThat(after.getList("explanation.because")).containsExactly("extended: agreed");
    }

    @Test
    void nothing_begins_when_nothing_was_counted_with_older_data() throws SQLException {
        var past = open();
        countedBefore(past, "due_at = '2025-09-16T00:00:00Z', passed = true");
        var before = rows.ask("SELECT count(*) FROM recomputation WHERE tzdb IS NOT NULL");

        recomputeDeadlines.followTimeZones();

        assertThat(rows.ask("SELECT count(*) FROM recomputation WHERE tzdb IS NOT NULL"))
                .isEqualTo(before);
    }

    private static String open() {
        var office = Office.keeping(Office.PLAIN);
        return Api.deadlineOf(office.deadline(office.rule(33)).agreement()).getString("id");
    }

    private void countedBefore(String id, String otherwise) throws SQLException {
        rows.execute("UPDATE deadline SET tzdb = '2019a', %s WHERE id = '%s'".formatted(otherwise, id));
    }

    private void finished() {
        await().until(() -> rows.ask("SELECT count(*) FROM recomputation WHERE finished_at IS NULL")
                .equals("0"));
    }

    private static int told(String id) {
        return Broker.told("mou.deadlines.v1", id).size();
    }
}
