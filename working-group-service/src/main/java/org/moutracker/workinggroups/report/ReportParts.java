package org.moutracker.workinggroups.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.moutracker.workinggroups.report.GroupReport.AgreementPart;
import org.moutracker.workinggroups.report.GroupReport.CommitmentLine;
import org.moutracker.workinggroups.report.GroupReport.DecisionLine;
import org.moutracker.workinggroups.report.GroupReport.DecisionPart;

/** What a report says of commitments and decisions. */
@ApplicationScoped
class ReportParts {

    private static final String COMMITMENTS = """
            listed AS (
                SELECT agreement_id::text AS part, code AS sort, id,
                       jsonb_build_object('id', id, 'code', code, 'title', title, 'kind', kind, 'status', status) AS line
                FROM commitment WHERE agreement_id IN (SELECT agreement_id FROM agreed))
            """;

    private static final String COMMITMENT_COUNTS = """
            counted AS (
                SELECT agreement_id::text || ' ' || status AS part, count(*) AS number FROM commitment
                WHERE agreement_id IN (SELECT agreement_id FROM agreed) GROUP BY agreement_id, status)
            SELECT part, number FROM counted ORDER BY part
            """;

    private static final String DECIDED = """
            decided AS (
                SELECT decision.* FROM decision, scope
                WHERE working_group_id = group_id AND decided_on BETWEEN from_day AND to_day
                  AND (narrowed_to IS NULL OR narrowed_to = ANY (agreements))),
            """;

    private static final String DECISIONS = DECIDED + """
            listed AS (
                SELECT 'all' AS part, (decided_on, serial) AS sort, id,
                       jsonb_build_object('id', id, 'number', 'D-' || year || '-' || to_char(serial, 'FM999900'),
                           'decidedOn', decided_on, 'title', title, 'status', status) AS line
                FROM decided)
            """;

    private static final String DECISION_COUNTS = DECIDED + """
            counted AS (SELECT status AS part, count(*) AS number FROM decided GROUP BY status)
            SELECT part, number FROM counted ORDER BY part
            """;

    private final ReportRows rows;
    private final AgreementNames agreementNames;

    ReportParts(ReportRows rows, AgreementNames agreementNames) {
        this.rows = rows;
        this.agreementNames = agreementNames;
    }

    /** Of every agreement, also one of which no commitment was heard. */
    List<AgreementPart> agreements(List<UUID> agreements, ReportScope scope) {
        var lines = rows.ask(COMMITMENTS, scope, CommitmentLine.class);
        var counts = new LinkedHashMap<String, Map<String, Integer>>();
        rows.count(COMMITMENT_COUNTS, scope).forEach((part, number) -> {
            var split = part.indexOf(' ');
            counts.computeIfAbsent(part.substring(0, split), id -> new TreeMap<>())
                    .put(part.substring(split + 1), number);
        });
        var names = agreementNames.of(agreements);
        var parts = new ArrayList<AgreementPart>();
        for (var id : agreements) {
            var name = names.getOrDefault(id, AgreementNames.Name.NONE);
            parts.add(new AgreementPart(
                    id,
                    name.reference(),
                    name.title(),
                    counts.getOrDefault(id.toString(), Map.of()),
                    lines.getOrDefault(id.toString(), Listed.none())));
        }
        return parts;
    }

    DecisionPart decisions(ReportScope scope) {
        return new DecisionPart(
                rows.count(DECISION_COUNTS, scope),
                rows.ask(DECISIONS, scope, DecisionLine.class).getOrDefault("all", Listed.none()));
    }
}
