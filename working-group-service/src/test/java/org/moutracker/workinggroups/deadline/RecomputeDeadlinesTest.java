package org.moutracker.workinggroups.deadline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.moutracker.workinggroups.Api.sending;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.timerules.Rule;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Broker.Told;
import org.moutracker.workinggroups.Office;
import org.moutracker.workinggroups.Rows;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;
import org.moutracker.workinggroups.calendar.KnownCalendars;

@WorkingGroupsTest
class RecomputeDeadlinesTest {

    private static final String CLOSED_ON_20_OCTOBER =
            Office.content("[6, 7]", "{\"date\": \"2025-10-20\", \"name\": \"Mourning\"}", "2030-12-31");

    @Inject
    Recomputations recomputations;

    @Inject
    KnownCalendars calendars;

    @Inject
    AgroalDataSource database;

    @Inject
    Rows rows;

    @Test
    void a_closed_day_moves_the_deadlines_that_fall_on_it_and_says_so() {
        var office = Office.keeping(Office.PLAIN);
        var seed = office.deadline(office.rule(33)); // to Monday, 20 October
        var before = Api.deadlineOf(seed.agreement());
        assertThat(before.getString("lastDay")).isEqualTo("2025-10-20");

        office.put(CLOSED_ON_20_OCTOBER);
        var preview = office.preview().then().statusCode(200).extract().jsonPath();
        assertThat(preview.getList("changes")).containsExactly("2025-10-20 is closed (Mourning)");
        assertThat(preview.getInt("deadlines.total")).isEqualTo(1);
        assertThat(preview.getInt("deadlines.moved")).isEqualTo(1);
        assertThat(preview.getString("deadlines.moves[0].deadlineId")).isEqualTo(before.getString("id"));
        assertThat(preview.getString("deadlines.moves[0].from")).isEqualTo("2025-10-20");
        assertThat(preview.getString("deadlines.moves[0].to")).isEqualTo("2025-10-21");
        assertThat(Api.deadlineOf(seed.agreement()).getInt("version"))
                .as("nothing is stored")
                .isEqualTo(1);
        office.publishDraft("\"1\"").then().statusCode(202);
        office.finished(2);

        var after = Api.deadlineOf(seed.agreement());
        var cause =
                "calendar %s, revision 2 of 2025-09-17 (source: Gazette no. 7, 2025-09-16): 2025-10-20 is closed (Mourning)"
                        .formatted(office.authority());
        assertThat(after.getString("lastDay")).isEqualTo("2025-10-21");
        assertThat(after.getInt("scheduleNo")).isEqualTo(2);
        assertThat(after.getInt("version")).isEqualTo(2);
        assertThat(after.getList("history.cause")).last().isEqualTo(cause);
        assertThat(preview.getString("deadlines.moves[0].cause")).isEqualTo(cause);
        assertThat(after.getMap("calendarRevisions")).containsEntry(office.authority(), 2);
        var told = told(before.getString("id"));
        assertThat(told)
                .extracting(Told::type)
                .containsExactly("mou.deadline.opened.v1", "mou.deadline.rescheduled.v1");
        assertThat(told.getLast().data().at("/change/cause").asText()).isEqualTo(cause);
        assertThat(told.getLast().data().at("/change/from").asText()).isEqualTo("2025-10-20");
        assertThat(told.getLast().data().at("/version").asInt()).isEqualTo(2);
        assertThat(rows.ask("SELECT who FROM deadline_change WHERE deadline_id = '%s' ORDER BY id DESC LIMIT 1"
                        .formatted(before.getString("id"))))
                .isEqualTo("local-registrar");
        assertThat(progress(office, 2)).isEqualTo("1 1 1 0");
    }

    @Test
    void all_that_one_publication_moves_is_told_in_its_correlation() {
        var office = Office.keeping(Office.PLAIN);
        var seeds = List.of(
                office.deadline(office.rule(33)), office.deadline(office.rule(31)), office.deadline(office.rule(32)));
        var ids = seeds.stream()
                .map(seed -> Api.deadlineOf(seed.agreement()).getString("id"))
                .toList();

        office.publish(CLOSED_ON_20_OCTOBER);

        ids.forEach(id -> await().until(() -> told(id).size() == 2));
        var published = Broker.records("mou.calendars.v1").stream()
                .filter(record -> office.authority().equals(record.key()))
                .toList()
                .getLast();
        var moved = Broker.records("mou.deadlines.v1").stream()
                .filter(record -> ids.contains(record.key())
                        && Broker.header(record, "ce_type").endsWith("rescheduled.v1"))
                .toList();
        assertThat(moved).hasSize(3).allSatisfy(record -> {
            assertThat(Broker.header(record, "ce_correlationid"))
                    .isEqualTo(Broker.header(published, "ce_correlationid"));
            assertThat(Broker.header(record, "ce_causationid")).isEqualTo(Broker.header(published, "ce_id"));
        });
    }

    @Test
    void what_was_not_counted_on_a_changed_day_is_not_touched() {
        var office = Office.keeping(Office.PLAIN);
        var seed = office.deadline(office.rule(20)); // to 7 October
        var unknown = Office.unknown();
        var elsewhere = unknown.deadline(unknown.rule(33));
        Api.deadlineOf(seed.agreement());
        Api.deadlineOf(elsewhere.agreement());

        office.publish(CLOSED_ON_20_OCTOBER);

        assertThat(progress(office, 2)).isEqualTo("0 0 0 0");
        assertThat(Api.deadlineOf(seed.agreement()).getMap("calendarRevisions")).containsEntry(office.authority(), 1);
    }

    @Test
    void what_waited_for_a_calendar_has_its_day_once_it_is_published() {
        var office = Office.unknown();
        var seed = office.deadline(office.rule(33, "PK"));
        var waiting = Api.deadlineOf(seed.agreement());
        assertThat(waiting.getString("status")).isEqualTo("AWAITING_ANCHOR");

        office.publish(Office.PLAIN);

        var armed = Api.deadlineOf(seed.agreement());
        assertThat(armed.getString("status")).isEqualTo("ACTIVE");
        assertThat(armed.getString("lastDay")).isEqualTo("2025-10-20");
        await().until(() -> told(waiting.getString("id")).size() == 2);
        assertThat(told(waiting.getString("id")).getLast().type()).isEqualTo("mou.deadline.armed.v1");
        assertThat(armed.getList("history.cause").getLast().toString()).endsWith("its working days are known");
    }

    @Test
    void what_waits_for_a_fact_stays_untouched() {
        var office = Office.keeping(Office.PLAIN);
        var seed = Seed.fresh();
        Broker.tell(seed.signed(Map.of()), seed.opened().with("rule", office.rule(33)));
        assertThat(Api.deadlineOf(seed.agreement()).getString("certainty")).isEqualTo("PENDING");

        office.publish(CLOSED_ON_20_OCTOBER);

        assertThat(progress(office, 2)).isEqualTo("0 0 0 0");
    }

    @Test
    void what_is_met_paused_or_moved_to_a_day_by_agreement_stays_where_it_is() throws SQLException {
        var office = Office.keeping(Office.PLAIN);
        var met = open(office);
        sending("{\"on\": \"2025-09-17\"}")
                .post("/api/v1/deadlines/" + met + "/completion")
                .then()
                .statusCode(200);
        var extended = open(office);
        sending("{\"to\": \"2025-11-08\", \"reason\": \"agreed\"}")
                .post("/api/v1/deadlines/" + extended + "/extension")
                .then()
                .statusCode(200);
        var paused = open(office);
        rows.execute("UPDATE deadline SET status = 'PAUSED' WHERE id = '%s'".formatted(paused));

        office.publish(CLOSED_ON_20_OCTOBER);

        assertThat(progress(office, 2)).isEqualTo("0 0 0 0");
        assertThat(lastDay(met)).isEqualTo("2025-10-20");
        assertThat(lastDay(extended)).isEqualTo("2025-11-08");
        assertThat(lastDay(paused)).isEqualTo("2025-10-20");
    }

    @Test
    void a_confirmed_day_makes_a_date_sure_without_moving_it() {
        var office = Office.keeping(Office.content(
                "[6, 7]", "{\"date\": \"2025-10-20\", \"name\": \"Eid\", \"estimated\": true}", "2030-12-31"));
        var seed = office.deadline(office.rule(33));
        var before = Api.deadlineOf(seed.agreement());
        assertThat(before.getString("certainty")).isEqualTo("PROVISIONAL");

        sending("{\"days\": [\"2025-10-20\"], \"source\": {\"title\": \"Sighting committee\"}}")
                .post(office.path() + "/confirmations")
                .then()
                .statusCode(202);
        office.finished(2);

        var after = Api.deadlineOf(seed.agreement());
        assertThat(after.getString("certainty")).isEqualTo("EXACT");
        assertThat(after.getString("lastDay")).isEqualTo(before.getString("lastDay"));
        assertThat(after.getInt("scheduleNo")).isEqualTo(1);
        await().until(() -> told(before.getString("id")).getLast().type().equals("mou.deadline.changed.v1"));
        assertThat(progress(office, 2)).isEqualTo("1 1 0 1");
    }

    @Test
    void a_horizon_that_moves_makes_the_dates_beyond_it_more_or_less_sure() {
        var office = Office.keeping(Office.content("[6, 7]", "", "2025-10-01"));
        var beyond = office.deadline(office.rule(33));
        var within = office.deadline(office.rule(5));
        assertThat(Api.deadlineOf(beyond.agreement()).getString("certainty")).isEqualTo("PROVISIONAL");
        assertThat(Api.deadlineOf(within.agreement()).getString("certainty")).isEqualTo("EXACT");

        office.publish(Office.PLAIN);

        assertThat(Api.deadlineOf(beyond.agreement()).getString("certainty")).isEqualTo("EXACT");
        assertThat(progress(office, 2)).isEqualTo("1 1 0 1");
    }

    @Test
    void five_and_six_day_offices_differ_and_so_do_china_alone_and_with_pakistan() {
        assertThat(workingDay("2025-10-17", "PK")).as("after a Friday").isEqualTo("2025-10-20");
        assertThat(workingDay("2025-10-17", "PK6")).isEqualTo("2025-10-18");
        assertThat(workingDay("2026-02-13", "CN")).as("a make-up Saturday").isEqualTo("2026-02-14");
        assertThat(workingDay("2026-02-13", "PK", "CN"))
                .as("closed in Pakistan")
                .isEqualTo("2026-02-24");
    }

    @Tag("extended")
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void many_recomputed_in_sets_are_as_each_counted_alone(long seed) {
        var random = new Random(seed);
        var office = Office.keeping(randomCalendar(random));
        var deadlines = IntStream.range(0, 25)
                .mapToObj(i -> office.deadline(randomRule(office, random)))
                .toList();
        var ids = deadlines.stream()
                .map(deadline -> Api.deadlineOf(deadline.agreement()).getString("id"))
                .toList();

        for (var revision = 2; revision <= 4; revision++) {
            office.publish(randomCalendar(random));
            for (var id : ids) {
                var stored = Api.get("/api/v1/deadlines/" + id);
                Map<String, Object> rule = stored.getMap("rule");
                var alone = Schedule.of(Rule.parse(rule), Map.of("STATEMENT_MADE", "2025-09-17"), calendars.glimpse());
                assertThat(stored.getString("lastDay")).isEqualTo(String.valueOf(alone.lastDay()));
                assertThat(stored.getString("dueAt")).isEqualTo(String.valueOf(alone.dueAt()));
                assertThat(stored.getString("certainty"))
                        .isEqualTo(alone.certainty().name());
                assertThat(stored.getList("warnings")).isEqualTo(alone.warnings());
                assertThat(stored.getList("explanation.because"))
                        .isEqualTo(alone.explanation().stream()
                                .map(step -> step.because())
                                .toList());
            }
        }
        assertThat(rows.ask("""
                SELECT count(*) FROM deadline WHERE rule #> '{calendars,authorities}' @> '["%s"]' AND version <>
                    (SELECT count(*) FROM deadline_change WHERE deadline_id = deadline.id)
                """.formatted(office.authority())))
                .as("every version is told once")
                .isEqualTo("0");
    }

    @Test
    void a_deadline_that_somebody_else_is_changing_is_waited_for_and_done_once() {
        var office = Office.keeping(Office.PLAIN);
        var ids = IntStream.range(0, 6).mapToObj(i -> open(office)).toList();
        QuarkusTransaction.begin();
        lock(ids.getFirst());
        office.put(CLOSED_ON_20_OCTOBER);
        office.publishDraft("\"1\"").then().statusCode(202);
        await().until(() -> Integer.valueOf(6).equals(office.revision(2).get("recomputation.total")));
        assertThat(progress(office, 2)).isEqualTo("6 0 0 0");
        QuarkusTransaction.rollback();
        office.finished(2);

        assertThat(progress(office, 2)).isEqualTo("6 6 6 0");
        assertThat(ids).allSatisfy(id -> assertThat(lastDay(id)).isEqualTo("2025-10-21"));
        ids.forEach(id -> await().until(() -> told(id).size() == 2));
    }

    @Test
    void what_a_replica_took_and_did_not_commit_is_left_for_the_next() throws SQLException {
        var task = Long.parseLong(rows.ask("""
                INSERT INTO recomputation (tzdb, who, correlation, total, finished_at)
                VALUES ('test', 'system', gen_random_uuid(), 3, now()) RETURNING id
                """));
        rows.execute("INSERT INTO recomputation_deadline SELECT %d, gen_random_uuid() FROM generate_series(1, 3)"
                .formatted(task));

        QuarkusTransaction.begin();
        var taken = recomputations.take(task, 2);
        var byAnother = QuarkusTransaction.requiringNew().call(() -> recomputations.take(task, 2));
        QuarkusTransaction.rollback();

        assertThat(taken).hasSize(2);
        assertThat(byAnother).hasSize(1).doesNotContainAnyElementsOf(taken);
        assertThat(QuarkusTransaction.requiringNew().call(() -> recomputations.take(task, 9)))
                .containsExactlyInAnyOrderElementsOf(taken);
    }

    private static Map<String, Object> randomRule(Office office, Random random) {
        var step = random.nextBoolean()
                ? Map.of("kind", "WITHIN", "period", "P" + (1 + random.nextInt(90)) + "D")
                : Map.of("kind", "WORKING_DAYS", "days", 1 + random.nextInt(40));
        var rolls = List.of("NONE", "FOLLOWING", "PRECEDING", "MODIFIED_FOLLOWING", "NEAREST");
        var others = List.of(office.authority(), "PK", "PS", "CN");
        return Map.of(
                "anchor", Map.of("event", "STATEMENT_MADE"),
                "steps", List.of(step),
                "roll", rolls.get(random.nextInt(rolls.size())),
                "calendars",
                        Map.of(
                                "mode",
                                random.nextBoolean() ? "ALL_OPEN" : "ANY_OPEN",
                                "authorities",
                                List.of(office.authority(), others.get(random.nextInt(others.size())))),
                "clock", Map.of("mode", "LATEST", "zones", List.of("Asia/Karachi", "Asia/Hebron")));
    }

    private static String randomCalendar(Random random) {
        var closed = new TreeSet<LocalDate>();
        for (var i = 0; i < 12; i++) {
            closed.add(LocalDate.of(2025, 9, 18).plusDays(random.nextInt(100)));
        }
        var days = closed.stream()
                .map(day -> "{\"date\": \"%s\", \"name\": \"Feast\", \"estimated\": %s}"
                        .formatted(day, random.nextBoolean()))
                .collect(Collectors.joining(","));
        var weekend = random.nextInt(4) == 0 ? "[5, 6]" : "[6, 7]";
        return Office.content(
                weekend,
                days,
                LocalDate.of(2025, 10, 1).plusDays(random.nextInt(90)).toString());
    }

    private static String workingDay(String after, String... authorities) {
        var names = String.join("\", \"", authorities);
        return sending("""
                {"rule": {"anchor": {"on": "%s"}, "steps": [{"kind": "WORKING_DAYS", "days": 1}],
                          "calendars": {"mode": "ALL_OPEN", "authorities": ["%s"]}}}""".formatted(after, names))
                .post("/api/v1/deadline-previews")
                .then()
                .statusCode(200)
                .extract()
                .path("lastDay");
    }

    private void lock(String id) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SELECT FROM deadline WHERE id = '%s' FOR UPDATE".formatted(UUID.fromString(id)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String open(Office office) {
        return Api.deadlineOf(office.deadline(office.rule(33)).agreement()).getString("id");
    }

    private static String lastDay(String id) {
        return requireNonNull(Api.get("/api/v1/deadlines/" + id).getString("lastDay"));
    }

    private static List<Told> told(String id) {
        return new ArrayList<>(Broker.told("mou.deadlines.v1", id));
    }

    private static String progress(Office office, int revision) {
        var recomputation = office.revision(revision);
        return "%s %s %s %s"
                .formatted(
                        recomputation.getString("recomputation.total"),
                        recomputation.getString("recomputation.done"),
                        recomputation.getString("recomputation.moved"),
                        recomputation.getString("recomputation.changed"));
    }
}
