package org.moutracker.platform.due;

import static java.time.ZoneOffset.UTC;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Origin;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.platform.messaging.Transience;
import org.moutracker.platform.time.Loop;

/**
 * Keeps one kind of due work going.
 *
 * <p>A claim begins where the last one ended. Index entries of rows that are done stay until they are vacuumed, which a
 * long report prevents for as long as it runs; whoever begins at the first entry each time reads all of them each time,
 * and gets slower with every batch. What comes late, with an instant that was passed already, is found by a full look,
 * and so is what a replica leaves behind that dies; full looks take a twentieth of the time at most, so they are made
 * every time as long as they are cheap.
 */
final class DueLoop<R> implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DueLoop.class);

    // As measured: few enough to keep the locks short, enough to make round trips and commits cheap.
    private static final int BATCH = 500;
    private static final Duration IDLE = Duration.ofMillis(50);

    // A hundred times what a batch takes: a transaction must not keep others waiting, whatever it runs into.
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(10);
    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(30);

    private static final String TIMED_OUT = "57014";

    private static final int REST_AFTER_FULL_LOOK = 20;

    private record Claimed<R>(Place place, R row) {}

    private final DueWork<R> work;
    private final DataSource database;
    private final InstantSource clock;
    private final IntConsumer done;
    private final Loop loop;

    // These belong to the loop's thread alone.
    private final Aside aside = new Aside();
    private @Nullable Place place;
    private List<Claimed<R>> claimed = List.of();
    private int batch = BATCH;
    private long fullLookFrom = System.nanoTime();

    /**
     * Starts it.
     *
     * @param done told how many rows each transaction has handled
     */
    DueLoop(DueWork<R> work, DataSource database, InstantSource clock, IntConsumer done) {
        this.work = work;
        this.database = database;
        this.clock = clock;
        this.done = done;
        this.loop = Loop.start("due-" + work.name(), IDLE, this::round);
    }

    private boolean round() {
        var now = clock.instant();
        var from = System.nanoTime() - fullLookFrom >= 0 ? null : place;
        claimed = List.of();
        try {
            ScopedValue.where(Origin.CURRENT, new Origin.Clock(work.name())).run(() -> QuarkusTransaction.requiringNew()
                    .timeout(Math.toIntExact(LONGEST_TRANSACTION.toSeconds()))
                    .run(() -> transact(from, now)));
        } catch (RuntimeException e) {
            place = from;
            spare(e);
            return true;
        }
        var isFull = claimed.size() == batch;
        place = isFull ? claimed.getLast().place() : Place.behind(now);
        if (!claimed.isEmpty()) {
            done.accept(claimed.size());
            batch = Math.min(BATCH, batch * 2);
        }
        return isFull;
    }

    private void transact(@Nullable Place from, Instant now) {
        try (var connection = database.getConnection()) {
            limit(connection);
            var begin = System.nanoTime();
            claimed = claim(connection, from, now);
            if (from == null) {
                var end = System.nanoTime();
                fullLookFrom = end + REST_AFTER_FULL_LOOK * (end - begin);
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot claim what is due of " + work.name(), e);
        }
        if (!claimed.isEmpty()) {
            work.handle(claimed.stream().map(Claimed::row).toList(), now);
        }
    }

    private static void limit(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL statement_timeout = " + LONGEST_STATEMENT.toMillis());
        }
    }

    private List<Claimed<R>> claim(Connection connection, @Nullable Place from, Instant now) throws SQLException {
        var spared = aside.ids(System.nanoTime());
        try (var select = connection.prepareStatement(work.rows().claim(from != null, spared.length > 0))) {
            var index = 1;
            select.setObject(index++, now.atOffset(UTC));
            if (from != null) {
                select.setObject(index++, from.at().atOffset(UTC));
                select.setObject(index++, from.id());
            }
            if (spared.length > 0) {
                select.setArray(index++, connection.createArrayOf("uuid", spared));
            }
            select.setInt(index, batch);
            return read(select);
        }
    }

    private List<Claimed<R>> read(PreparedStatement select) throws SQLException {
        var read = new ArrayList<Claimed<R>>(batch);
        try (var row = select.executeQuery()) {
            while (row.next()) {
                var at = row.getObject("due_from", OffsetDateTime.class).toInstant();
                read.add(new Claimed<>(new Place(at, row.getObject("due_id", UUID.class)), work.read(row)));
            }
        }
        return read;
    }

    /** Half of what failed is tried next, from the same place: after a few rounds the bad row is alone, and set aside. */
    private void spare(RuntimeException failure) {
        if (claimed.isEmpty() || (Transience.of(failure) && !tookTooLong(failure))) {
            throw failure;
        }
        if (claimed.size() > 1) {
            batch = claimed.size() / 2;
            return;
        }
        var bad = claimed.getFirst().place().id();
        LOG.errorf(failure, "%s: %s cannot be handled and is tried again in an hour", work.name(), bad);
        aside.put(bad, System.nanoTime());
    }

    private static boolean tookTooLong(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && TIMED_OUT.equals(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Returns when the transaction under way has ended. */
    @Override
    public void close() {
        loop.close();
    }
}
