package org.moutracker.platform.person;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.errorprone.annotations.CheckReturnValue;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.moutracker.platform.messaging.StorageFailed;

/** Forgets who somebody in the service's table of persons is, also in the answers that are kept for repeated requests. */
@ApplicationScoped
public class ForgetPerson {

    private final AgroalDataSource database;

    ForgetPerson(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Forgets somebody.
     *
     * @param word what the history calls such a person, with the end of the id after it
     * @return whether it is the first time
     */
    @Transactional(MANDATORY)
    @CheckReturnValue
    public boolean forget(UUID id, String word, String because, Instant now, String who) {
        try (var connection = database.getConnection();
                var erase = connection.prepareStatement("""
                        UPDATE person SET mailbox = NULL, email = NULL, name = ?, version = version + 1,
                            erased_at = ?, erased_by = ?, erased_because = ?
                        WHERE id = ? AND erased_at IS NULL
                        """);
                var answers = connection.prepareStatement("""
                        UPDATE idempotency_key SET body = NULL WHERE position(?::bytea IN body) > 0
                        """)) {
            erase.setString(1, pseudonym(word, id));
            erase.setObject(2, now.atOffset(ZoneOffset.UTC));
            erase.setString(3, who);
            erase.setString(4, because);
            erase.setObject(5, id);
            var isFirst = erase.executeUpdate() == 1;
            answers.setBytes(1, id.toString().getBytes(US_ASCII));
            answers.executeUpdate();
            return isFirst;
        } catch (SQLException e) {
            throw new StorageFailed("cannot erase a person", e);
        }
    }

    static String pseudonym(String word, UUID id) {
        var text = id.toString();
        // The end of it: the beginning says when the id was made.
        return word + " " + text.substring(text.length() - 4);
    }
}
