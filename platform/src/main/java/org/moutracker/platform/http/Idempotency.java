package org.moutracker.platform.http;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static org.moutracker.platform.problem.ProblemType.IDEMPOTENCY_KEY_REUSED;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Refused;
import org.moutracker.platform.time.Loop;

/**
 * Lets a caller repeat a POST without a second effect: the first answer is kept for 24 hours in the transaction of its
 * effect and given again. A repeat that arrives while the first is still under way waits for it.
 */
@ApplicationScoped
public class Idempotency {

    private static final int LONGEST_KEY = 255;

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final SecurityIdentity caller;
    private @Nullable Loop housekeeping;

    Idempotency(AgroalDataSource database, ObjectMapper json, SecurityIdentity caller) {
        this.database = database;
        this.json = json;
        this.caller = caller;
    }

    void start(@Observes StartupEvent event) {
        housekeeping = Loop.start("idempotency-keys", Duration.ofMinutes(10), this::forget);
    }

    void stop(@Observes ShutdownEvent event) {
        if (housekeeping != null) {
            housekeeping.close();
        }
    }

    /**
     * Does it once.
     *
     * @param key the request's {@code Idempotency-Key}; without one it is simply done
     * @param request the body as read
     * @param effect the work and its answer, which is kept when it succeeds
     */
    @Transactional(MANDATORY)
    public Response once(@Nullable String key, UriInfo uri, Object request, Supplier<Response> effect) {
        if (key == null) {
            return effect.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new InvalidRequest("Idempotency-Key", "must have 1 to " + LONGEST_KEY + " characters");
        }
        var who = caller.getPrincipal().getName();
        var hash = hash(uri.getRequestUri().getRawPath(), request);
        try (var connection = database.getConnection()) {
            if (!claim(connection, who, key, hash)) {
                return earlier(connection, who, key, hash);
            }
            var answer = effect.get();
            keep(connection, who, key, answer);
            return answer;
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep an idempotency key", e);
        }
    }

    private static boolean claim(Connection connection, String who, String key, byte[] hash) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO idempotency_key AS known (caller, key, request_hash) VALUES (?, ?, ?)
                ON CONFLICT (caller, key) DO UPDATE
                SET request_hash = excluded.request_hash, status = NULL, stored_at = now()
                WHERE known.stored_at < now() - interval '24 hours'
                """)) {
            insert.setString(1, who);
            insert.setString(2, key);
            insert.setBytes(3, hash);
            return insert.executeUpdate() == 1;
        }
    }

    private static Response earlier(Connection connection, String who, String key, byte[] hash) throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT request_hash, status, location, etag, body FROM idempotency_key WHERE caller = ? AND key = ?")) {
            select.setString(1, who);
            select.setString(2, key);
            try (var row = select.executeQuery()) {
                row.next();
                if (!MessageDigest.isEqual(row.getBytes("request_hash"), hash)) {
                    throw new Refused(
                            IDEMPOTENCY_KEY_REUSED, "this Idempotency-Key was used before for another request");
                }
                var answer = Response.status(row.getInt("status")).entity(row.getBytes("body"));
                if (row.getString("location") != null) {
                    answer.location(URI.create(row.getString("location")));
                }
                if (row.getString("etag") != null) {
                    answer.header("ETag", row.getString("etag"));
                }
                return answer.type(MediaType.APPLICATION_JSON).build();
            }
        }
    }

    private void keep(Connection connection, String who, String key, Response answer) throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE idempotency_key SET status = ?, location = ?, etag = ?, body = ? WHERE caller = ? AND key = ?
                """)) {
            update.setInt(1, answer.getStatus());
            update.setString(
                    2,
                    answer.getLocation() == null ? null : answer.getLocation().toString());
            update.setString(3, answer.getHeaderString("ETag"));
            update.setBytes(4, write(answer.getEntity()));
            update.setString(5, who);
            update.setString(6, key);
            update.executeUpdate();
        }
    }

    private byte[] hash(String path, Object request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(path.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return digest.digest(write(request));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write an answer", e);
        }
    }

    private boolean forget() throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("""
                        DELETE FROM idempotency_key WHERE (caller, key) IN (
                            SELECT caller, key FROM idempotency_key
                            WHERE stored_at < now() - interval '24 hours' ORDER BY stored_at LIMIT 1000
                            FOR UPDATE SKIP LOCKED)
                        """)) {
            return delete.executeUpdate() == 1000;
        }
    }
}
