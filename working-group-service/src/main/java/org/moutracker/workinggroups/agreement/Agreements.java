package org.moutracker.workinggroups.agreement;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moutracker.platform.messaging.StorageFailed;

/**
 * Our copies of agreements and commitments, written a batch at a time.
 *
 * <p>Whoever writes a commitment locks its agreement first, known or not: of two replicas that hear one each at the same
 * moment the later sees what the earlier heard.
 */
@ApplicationScoped
class Agreements {

    private final AgroalDataSource database;
    private final ObjectMapper json;

    Agreements(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    void keep(Collection<KnownAgreement> agreements) {
        update("""
                INSERT INTO agreement (id, known, reference, title, parties, facts, happened, suspensions, times, imported_at)
                SELECT id, true, reference, title, parties, facts, happened, suspensions, times, "importedAt"
                FROM jsonb_to_recordset(?::jsonb) AS heard
                    (id uuid, reference text, title jsonb, parties jsonb, facts jsonb, happened jsonb, suspensions jsonb,
                     times jsonb, "importedAt" timestamptz) ORDER BY id
                ON CONFLICT (id) DO UPDATE SET
                    known = true, reference = excluded.reference, title = excluded.title, parties = excluded.parties, facts = excluded.facts,
                    happened = excluded.happened, suspensions = excluded.suspensions, times = excluded.times,
                    imported_at = excluded.imported_at
                """, agreements);
    }

    /** Keeps them; when each was heard of first is not changed any more. */
    void keepCommitments(Collection<CommitmentState> commitments) {
        update("""
                INSERT INTO agreement (id, known)
                SELECT DISTINCT "agreementId", false
                FROM jsonb_to_recordset(?::jsonb) AS heard ("agreementId" uuid) ORDER BY 1
                ON CONFLICT (id) DO UPDATE SET known = agreement.known
                """, commitments);
        update("""
                INSERT INTO commitment
                    (id, agreement_id, code, title, kind, basis, clause, status, obligors, body, rule, recurrence,
                     unless, areas, amendment, last_reported_on, opened_at)
                SELECT id, "agreementId", code, title, kind, basis, clause, status, obligors,
                       nullif(body, 'null'), nullif(rule, 'null'), nullif(recurrence, 'null'), unless, areas,
                       amendment, "lastReportedOn", "openedAt"
                FROM jsonb_to_recordset(?::jsonb) AS heard (id uuid, "agreementId" uuid, code text, title text,
                    kind text, basis text, clause text, status text, obligors jsonb, body jsonb, rule jsonb,
                    recurrence jsonb, unless jsonb, areas jsonb, amendment integer, "lastReportedOn" date,
                    "openedAt" timestamptz)
                ON CONFLICT (id) DO UPDATE SET
                    code = excluded.code, title = excluded.title, kind = excluded.kind, basis = excluded.basis,
                    clause = excluded.clause, status = excluded.status, obligors = excluded.obligors,
                    body = excluded.body, rule = excluded.rule, recurrence = excluded.recurrence,
                    unless = excluded.unless, areas = excluded.areas, amendment = excluded.amendment,
                    last_reported_on = excluded.last_reported_on
                """, commitments);
    }

    /** Those of the agreements that have been heard of, by id. */
    Map<UUID, KnownAgreement> known(Collection<UUID> ids) {
        return read("""
                        SELECT jsonb_build_object('id', id, 'reference', reference, 'title', title, 'parties', parties, 'facts', facts,
                            'happened', happened, 'suspensions', suspensions, 'times', times,
                            'importedAt', to_char(imported_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
                        FROM agreement WHERE known AND id = ANY (?)
                        """, ids, KnownAgreement.class).stream().collect(toMap(KnownAgreement::id, agreement -> agreement));
    }

    /** Every commitment of some agreements. */
    List<CommitmentState> commitments(Collection<UUID> agreements) {
        return commitments("agreement_id", agreements);
    }

    /** Some commitments, with what is known of them from before. */
    List<CommitmentState> commitmentsOf(Collection<UUID> ids) {
        return commitments("id", ids);
    }

    private List<CommitmentState> commitments(String by, Collection<UUID> ids) {
        return read("""
                SELECT jsonb_build_object('id', id, 'agreementId', agreement_id, 'code', code, 'title', title,
                    'kind', kind, 'basis', basis, 'clause', clause, 'status', status, 'obligors', obligors,
                    'body', body, 'rule', rule, 'recurrence', recurrence, 'unless', unless, 'areas', areas,
                    'amendment', amendment, 'lastReportedOn', last_reported_on, 'openedAt', opened_at)
                FROM commitment WHERE %s = ANY (?) ORDER BY id
                """.formatted(by), ids, CommitmentState.class);
    }

    private void update(String sql, Collection<?> heard) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, json.writeValueAsString(heard));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep what was heard of agreements", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write what was heard of agreements", e);
        }
    }

    private <T> List<T> read(String sql, Collection<UUID> ids, Class<T> type) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            var found = new ArrayList<T>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(json.readValue(row.getString(1), type));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read what was heard of agreements", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was heard of agreements cannot be read", e);
        }
    }
}
