-- What became of each confirmed report that something is done: it met its deadline, or why it did not. Written once.
CREATE TABLE done_report (
    id           uuid PRIMARY KEY,
    deadline_id  uuid        NOT NULL,
    schedule_no  integer     NOT NULL,
    done_on      date        NOT NULL,
    confirmed_by uuid, -- null when somebody confirmed it with a token
    heard_at     timestamptz NOT NULL,
    outcome      text        NOT NULL,
    because      text -- of what was refused
);
CREATE INDEX done_report_deadline ON done_report (deadline_id);
REVOKE UPDATE, DELETE ON done_report FROM ${service_role};
