package org.moutracker.agreements.table;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.ProblemType;
import org.moutracker.platform.problem.Refused;

/**
 * Sends whole lists as files. A portion is read, and its connection given back, before it is sent; so a client that reads
 * slowly holds a thread and nothing of the database, and one that does not read at all is cut off.
 */
@ApplicationScoped
public class Downloads {

    // Each keeps a thread and a core busy; of them there are two where this was measured.
    static final int MOST = 4;
    private static final long LOOK_MILLIS = 500;

    private final Semaphore places = new Semaphore(MOST);
    private final Vertx vertx;
    private final Duration patience;

    /** @param patience how long a client may take for a portion; anybody's line carries one in far less */
    Downloads(Vertx vertx, @ConfigProperty(name = "mou.downloads.patience", defaultValue = "60S") Duration patience) {
        this.vertx = vertx;
        this.patience = patience;
    }

    /** Answers with the whole list; what can be wrong with the request is found before the first byte is sent. */
    public <R> Response send(ListFormat format, Table<R> table, Rows<R> rows, HttpServerRequest request) {
        if (places.availablePermits() == 0) {
            throw new Refused(
                    ProblemType.TOO_MANY_REQUESTS, "%d lists are being downloaded: try again shortly".formatted(MOST));
        }
        var first = rows.after(null);
        StreamingOutput output = to -> send(format, table, first, rows, to, request);
        return Response.ok(output)
                .header("Content-Type", format.contentType())
                .header("Content-Disposition", "attachment; filename=\"%s.%s\"".formatted(table.name(), format.word()))
                .build();
    }

    int underWay() {
        return MOST - places.availablePermits();
    }

    private <R> void send(
            ListFormat format, Table<R> table, List<R> first, Rows<R> rows, OutputStream to, HttpServerRequest request)
            throws IOException {
        places.acquireUninterruptibly();
        var moved = new AtomicLong(System.nanoTime());
        var watch = vertx.setPeriodic(LOOK_MILLIS, id -> {
            if (System.nanoTime() - moved.get() > patience.toNanos()) {
                cutOff(request);
            }
        });
        try {
            var file = format.write(to, table);
            for (var portion = first; !portion.isEmpty(); portion = next(portion, rows)) {
                for (var row : portion) {
                    file.row(values(table, row));
                }
                file.flush();
                moved.set(System.nanoTime());
            }
            file.finish();
        } finally {
            vertx.cancelTimer(watch);
            places.release();
        }
    }

    /** Closing the connection in good order would wait for what the client does not take. */
    private static void cutOff(HttpServerRequest request) {
        if (request.connection() instanceof ConnectionBase connection) {
            var _ = connection.channelHandlerContext().close();
        }
    }

    private static <R> List<R> next(List<R> portion, Rows<R> rows) {
        return portion.size() < Rows.PORTION ? List.of() : rows.after(portion.getLast());
    }

    private static <R> List<@Nullable Object> values(Table<R> table, R row) {
        var values = new ArrayList<@Nullable Object>(table.columns().size());
        for (var column : table.columns()) {
            values.add(column.value().apply(row));
        }
        return values;
    }
}
