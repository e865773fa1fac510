package org.moutracker.agreements.agreement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import org.moutracker.platform.paging.Where;

/**
 * Whether words are to be looked up first, and what was found sorted, or come across while reading in order. The database
 * would decide it by itself, but of a word that it has not noted as frequent it believes that one agreement in two hundred
 * has it; to come across fifty of a word that twenty have, it would read all there are.
 */
final class RareWords {

    /** What is believed of any word of which nothing is known (DEFAULT_TS_MATCH_SEL), and a little for rounding. */
    private static final double SHARE = 0.0051;

    private static final ObjectMapper JSON = new ObjectMapper();

    private RareWords() {}

    /** By what is known of the words, without reading any agreement. */
    static boolean are(Connection connection, String words) throws SQLException {
        try (var explain = Where.plannedForItsValues(connection, """
                EXPLAIN (FORMAT JSON)
                SELECT FROM agreement WHERE words @@ cast(? AS tsquery) UNION ALL SELECT FROM agreement
                """)) {
            explain.setString(1, words);
            try (var row = explain.executeQuery()) {
                row.next();
                var plans = JSON.readTree(row.getString(1)).at("/0/Plan/Plans");
                return plans.at("/0/Plan Rows").asDouble()
                        <= SHARE * plans.at("/1/Plan Rows").asDouble();
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plan cannot be read", e);
        }
    }
}
