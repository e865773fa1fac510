package org.moutracker.agreements.agreement;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.moutracker.platform.messaging.StorageFailed;

/** Finds agreements in the register that others may be the same as, for many in one statement. */
@ApplicationScoped
public class LikeAgreements {

    /**
     * With how many titles one is compared: far more than two sides sign on a day, and few enough that a file whose lines
     * have all the same parties and no day takes no longer than others.
     */
    public static final int MOST_COMPARED = 300;

    // What was registered by mistake is nothing that another could be the same as, and its reference is free.
    private static final String FIND = """
            WITH sought AS MATERIALIZED (
                SELECT line, reference, "externalNames" AS external_names, organizations, day, title
                FROM jsonb_to_recordset(?::jsonb) AS sought (line integer, reference text, "externalNames" varchar[],
                    organizations uuid[], day date, title jsonb)),
            found AS (
                SELECT line, 1 AS rank, 'REFERENCE' AS because, agreement.id, agreement.reference
                FROM sought JOIN agreement USING (reference) WHERE agreement.status <> 'VOIDED'
                UNION ALL
                SELECT line, 2, 'EXTERNAL_IDENTIFIER', named.id, named.reference
                FROM sought CROSS JOIN LATERAL (
                    SELECT id, reference FROM agreement
                    WHERE agreement.external_names && sought.external_names AND status <> 'VOIDED'
                    ORDER BY id LIMIT 1) AS named
                WHERE cardinality(sought.external_names) > 0
                UNION ALL
                SELECT line, 3, 'LIKENESS', alike.id, alike.reference
                FROM sought CROSS JOIN LATERAL (
                    SELECT id, reference FROM (
                        SELECT id, reference, title FROM agreement
                        WHERE organizations_of(parties) = sought.organizations
                          AND signed_sort = ANY (ARRAY[sought.day, DATE '0001-01-01'])
                          AND status <> 'VOIDED' LIMIT %1$d) AS candidate
                    WHERE titles_alike(candidate.title, sought.title) LIMIT 1) AS alike
                WHERE sought.day > DATE '0001-01-01'
                UNION ALL
                SELECT line, 3, 'LIKENESS', alike.id, alike.reference
                FROM sought CROSS JOIN LATERAL (
                    SELECT id, reference FROM (
                        SELECT id, reference, title FROM agreement
                        WHERE organizations_of(parties) = sought.organizations AND status <> 'VOIDED'
                        LIMIT %1$d) AS candidate
                    WHERE titles_alike(candidate.title, sought.title) LIMIT 1) AS alike
                WHERE sought.day = DATE '0001-01-01')
            SELECT DISTINCT ON (line) line, because, id, reference FROM found ORDER BY line, rank, id
            """.formatted(LikeAgreements.MOST_COMPARED);

    private final AgroalDataSource database;
    private final ObjectMapper json;

    LikeAgreements(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * By what an agreement is compared.
     *
     * @param line what the caller calls it
     * @param day the first day on which it can have been signed; the first day of all when that is not known
     */
    public record Sought(
            int line,
            String reference,
            List<String> externalNames,
            List<UUID> organizations,
            LocalDate day,
            Map<String, String> title) {

        /** As a form describes it, given what examining it has shown. */
        public static Sought of(int line, AgreementForm form, List<UUID> organizations, LocalDate day) {
            return new Sought(
                    line,
                    form.reference(),
                    List.of(ExternalIdentifier.written(form.externalIdentifiers())),
                    organizations,
                    day,
                    form.title());
        }
    }

    /** What two are taken for the same by, the surest first. */
    public enum Because {
        REFERENCE,
        EXTERNAL_IDENTIFIER,
        /** The same organizations, a day that can be the same, and titles that are alike. */
        LIKENESS
    }

    /** An agreement of the register that the one sought may be the same as. */
    public record Like(int line, Because because, UUID agreement, String reference) {}

    /** The surest for each, by line; none for what is new. */
    public Map<Integer, Like> find(List<Sought> sought) {
        if (sought.isEmpty()) {
            return Map.of();
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(FIND)) {
            select.setString(1, json.writeValueAsString(sought));
            var found = new ArrayList<Like>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Like(
                            row.getInt("line"),
                            Because.valueOf(row.getString("because")),
                            row.getObject("id", UUID.class),
                            row.getString("reference")));
                }
            }
            return found.stream().collect(toMap(Like::line, Function.identity()));
        } catch (SQLException e) {
            throw new StorageFailed("cannot look for agreements that are alike", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write what is sought", e);
        }
    }
}
