package org.moutracker.workinggroups.report;

import jakarta.enterprise.context.ApplicationScoped;
import org.moutracker.workinggroups.report.GroupReport.ActionLine;
import org.moutracker.workinggroups.report.GroupReport.ActionPart;
import org.moutracker.workinggroups.report.GroupReport.DeadlineLine;
import org.moutracker.workinggroups.report.GroupReport.DeadlinePart;
import org.moutracker.workinggroups.report.GroupReport.MeetingLine;
import org.moutracker.workinggroups.report.GroupReport.MeetingPart;

/**
 * What a report says of deadlines, action items and meetings. What is internal to a side is in no report. A chance or an
 * event whose instant has come is not late, also in the moment before that is recorded.
 */
@ApplicationScoped
class ReportDeadlines {

    private static final String OWN = """
            own AS (
                SELECT deadline.id, kind, title, agreement_id, working_group_id, last_day, standing.status,
                       standing.met_on, from_day, to_day,
                       standing.status = 'ACTIVE' AND due_at <= now AS late,
                       standing.status IN ('AWAITING_ANCHOR', 'ACTIVE', 'PAUSED') AS open,
                       last_day BETWEEN from_day AND to_day AS falls,
                       standing.status = 'MET' AND standing.met_on BETWEEN from_day AND to_day AS done
                FROM deadline, scope, LATERAL (
                    SELECT CASE WHEN has_come THEN once_passed ELSE deadline.status END AS status,
                           CASE WHEN has_come AND once_passed = 'MET' THEN last_day ELSE deadline.met_on END AS met_on
                    FROM (SELECT deadline.status = 'ACTIVE' AND coalesce(due_at <= now, false) AS has_come) AS clock
                    ) AS standing
                WHERE (working_group_id = group_id
                       OR (working_group_id IS NULL AND agreement_id IN (SELECT agreement_id FROM agreed)))
                  AND agreement_id IN (SELECT agreement_id FROM agreed)
                  AND internal_to IS NULL),
            """;

    private static final String DEADLINES = OWN + """
            found AS (
                SELECT CASE WHEN done AND (last_day IS NULL OR met_on <= last_day) THEN 'metInTime'
                            WHEN done THEN 'metLate'
                            WHEN late AND last_day <= to_day THEN 'overdue'
                            WHEN open AND NOT coalesce(late, false) AND (falls OR last_day IS NULL) THEN 'open' END AS part,
                       coalesce(met_on, last_day) AS sort, id,
                       jsonb_build_object('id', id, 'agreementId', agreement_id, 'kind', kind, 'title', title,
                           'status', status, 'lastDay', last_day, 'metOn', met_on) AS line
                FROM own WHERE kind <> 'ACTION'),
            listed AS (SELECT * FROM found WHERE part IS NOT NULL)
            """;

    private static final String ACTIONS = OWN + """
            found AS (
                SELECT CASE WHEN done THEN 'done' WHEN late AND last_day <= to_day THEN 'overdue'
                            WHEN open AND NOT coalesce(late, false) AND (falls OR last_day IS NULL) THEN 'open' END AS part,
                       coalesce(own.met_on, own.last_day) AS sort, own.id,
                       jsonb_build_object('id', action_item.id, 'decision', number, 'title', action_item.title,
                           'party', party, 'lastDay', last_day, 'doneOn', met_on) AS line
                FROM own JOIN action_item ON deadline_id = own.id),
            listed AS (SELECT * FROM found WHERE part IS NOT NULL)
            """;

    private static final String MEETINGS = OWN + """
            listed AS (
                SELECT 'held' AS part, held_on AS sort, id,
                       jsonb_build_object('title', title, 'lastDay', NULL, 'heldOn', held_on, 'overdue', false) AS line
                FROM meeting, scope
                WHERE working_group_id = group_id AND held_on BETWEEN from_day AND to_day
                  AND status NOT IN ('CANCELLED', 'VOIDED')
                UNION ALL
                SELECT 'due', last_day, id,
                       jsonb_build_object('title', title, 'lastDay', last_day, 'heldOn', NULL,
                           'overdue', coalesce(late, false))
                FROM own WHERE kind = 'MEETING' AND working_group_id IS NOT NULL AND open)
            """;

    private final ReportRows rows;

    ReportDeadlines(ReportRows rows) {
        this.rows = rows;
    }

    DeadlinePart deadlines(ReportScope scope) {
        var parts = rows.ask(DEADLINES, scope, DeadlineLine.class);
        return new DeadlinePart(
                parts.getOrDefault("metInTime", Listed.none()),
                parts.getOrDefault("metLate", Listed.none()),
                parts.getOrDefault("open", Listed.none()),
                parts.getOrDefault("overdue", Listed.none()));
    }

    MeetingPart meetings(ReportScope scope) {
        var parts = rows.ask(MEETINGS, scope, MeetingLine.class);
        return new MeetingPart(parts.getOrDefault("held", Listed.none()), parts.getOrDefault("due", Listed.none()));
    }

    ActionPart actionItems(ReportScope scope) {
        var parts = rows.ask(ACTIONS, scope, ActionLine.class);
        return new ActionPart(
                parts.getOrDefault("done", Listed.none()),
                parts.getOrDefault("open", Listed.none()),
                parts.getOrDefault("overdue", Listed.none()));
    }
}
