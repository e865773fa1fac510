package org.moutracker.agreements.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.moutracker.agreements.imports.Importing.lines;
import static org.moutracker.agreements.imports.Importing.own;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.AgreementsTest;

/** Imports whose worker dies, and imports that several work on. */
@AgreementsTest
class ImportFaultsTest {

    @Inject
    AgroalDataSource database;

    @Inject
    ImportRepository imports;

    @Inject
    ImportAgreements take;

    @Inject
    RunImports run;

    @Test
    void a_worker_that_dies_before_its_commit_has_done_nothing_and_another_goes_on_exactly_once() {
        var own = own();
        var imported = Importing.of(lines(own, 1000));
        imported.execute(false).then().statusCode(200);
        await().pollInterval(Duration.ofMillis(5)).until(() -> count("agreement", own) > 0);

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    var one = imports.lock(imported.id());
                    if (one.state == ImportState.IMPORTING) {
                        take.take(one, 200);
                    }
                    throw new Killed();
                }))
                .isInstanceOf(Killed.class);

        imported.until("IMPORTED").read().then().body("taken.imported", equalTo(1000));
        assertThat(count("agreement", own)).isEqualTo(1000);
        assertThat(commitments(own)).isEqualTo(1000);
    }

    /** What a kill looks like from inside. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void several_workers_share_imports_and_do_nothing_twice() throws Exception {
        var own = own();
        var one = Importing.of(lines(own + "x", 700));
        var other = Importing.of(lines(own + "y", 700));
        one.execute(false).then().statusCode(200);
        other.execute(false).then().statusCode(200);

        try (var workers = Executors.newFixedThreadPool(3)) {
            Callable<Integer> work = () -> {
                var batches = 0;
                while (QuarkusTransaction.requiringNew().call(() -> run.step(50))) {
                    batches++;
                }
                return batches;
            };
            for (var worker : workers.invokeAll(java.util.Collections.nCopies(3, work))) {
                assertThat(worker.get()).isNotNegative();
            }
        }

        one.until("IMPORTED").read().then().body("taken.imported", equalTo(700));
        other.until("IMPORTED").read().then().body("taken.imported", equalTo(700));
        assertThat(count("agreement", own)).isEqualTo(1400);
    }

    @Test
    void a_file_is_checked_line_by_line_once_although_several_read_it() throws Exception {
        var own = own();
        var uploaded = Importing.upload(
                Importing.JSON_LINES,
                String.join("\n", lines(own, 1500)).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "");
        uploaded.then().statusCode(201);
        try (var workers = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> work = () -> {
                while (QuarkusTransaction.requiringNew().call(() -> run.step(70))) {
                    // Until nothing is left that nobody works on.
                }
                return true;
            };
            workers.invokeAll(java.util.Collections.nCopies(2, work));
        }

        new Importing(java.net.URI.create(uploaded.header("Location")).getPath())
                .until("CHECKED")
                .read()
                .then()
                .body("linesRead", equalTo(1500))
                .body("found.ok", equalTo(1500));
    }

    @Test
    void a_line_that_is_given_up_does_not_hold_up_the_others() {
        var own = own();
        var imported = Importing.of(lines(own, 30));
        QuarkusTransaction.requiringNew().run(() -> {
            var one = imports.lock(imported.id());
            one.execute(false, one.createdAt, "registrar");
            take.take(one, 17);
            take.giveUp(one, "cannot be stored");
        });

        imported.until("IMPORTED")
                .read()
                .then()
                .body("taken.imported", equalTo(29))
                .body("taken.failed", equalTo(1));
        imported.lines("?outcome=FAILED")
                .then()
                .body("items.line", contains(18))
                .body("items[0].violations[0].message", equalTo("cannot be stored"));
        assertThat(count("agreement", own)).isEqualTo(29);
    }

    private long count(String table, String own) {
        return rows("SELECT count(*) FROM " + table + " WHERE reference LIKE '" + own + "%'");
    }

    private long commitments(String own) {
        return rows(
                "SELECT count(*) FROM commitment JOIN agreement ON agreement.id = agreement_id WHERE reference LIKE '"
                        + own + "%'");
    }

    private long rows(String sql) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
