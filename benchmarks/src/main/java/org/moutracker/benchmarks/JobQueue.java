package org.moutracker.benchmarks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** The same work as one job for each deadline, by db-scheduler with the settings that it names for many jobs. */
record JobQueue(Backlog backlog) {
    private static final int THREADS = 10;

    /** How many it does in a second. */
    double pass(long count) throws Exception {
        prepare();
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl(backlog.database().url());
            pool.setDataSourceProperties(backlog.database().superuser());
            pool.setMaximumPoolSize(THREADS + 5);
            var done = new AtomicLong();
            var pass = Tasks.oneTime("pass").execute((job, context) -> pass(pool, job.getId(), done));
            var scheduler = Scheduler.create(pool, pass)
                    .threads(THREADS)
                    .pollUsingLockAndFetch(0.5, 4.0)
                    .pollingInterval(Duration.ofMillis(50))
                    .build();
            var begin = System.nanoTime();
            scheduler.start();
            var rate = Rate.watching(begin, count, done::get);
            scheduler.stop();
            return rate;
        }
    }

    private static void pass(DataSource pool, String deadline, AtomicLong done) {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(Backlog.ONE)) {
            statement.setString(1, deadline);
            statement.executeUpdate();
            done.incrementAndGet();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void prepare() throws SQLException {
        try (var connection = backlog.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    DROP TABLE IF EXISTS scheduled_tasks;
                    CREATE TABLE scheduled_tasks (task_name text NOT NULL, task_instance text NOT NULL, task_data bytea,
                        execution_time timestamptz NOT NULL, picked boolean NOT NULL, picked_by text,
                        last_success timestamptz, last_failure timestamptz, consecutive_failures integer,
                        last_heartbeat timestamptz, version bigint NOT NULL, priority smallint,
                        PRIMARY KEY (task_name, task_instance));
                    CREATE INDEX ON scheduled_tasks (execution_time);
                    CREATE INDEX ON scheduled_tasks (last_heartbeat);
                    INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                    SELECT 'pass', id, due_at, false, 1 FROM deadline WHERE due_at <= now() AND NOT passed
                    """);
        }
    }
}
