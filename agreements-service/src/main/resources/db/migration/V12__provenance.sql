-- What sources say of single facts of agreements, each for itself. Nothing here is ever changed or removed: what was
-- recorded wrongly is withdrawn, and the newest choice of a fact counts.
CREATE TABLE source_statement (
    id             uuid PRIMARY KEY,
    agreement_id   uuid        NOT NULL REFERENCES agreement ON DELETE CASCADE,
    fact           text        NOT NULL,
    kind           text        NOT NULL,
    value          jsonb       NOT NULL,
    source         jsonb       NOT NULL,
    -- The first day on which the source can have been published; an unknown one sorts before all others.
    published_sort date        NOT NULL,
    confidence     text        NOT NULL,
    note           text,
    recorded_at    timestamptz NOT NULL,
    recorded_by    text        NOT NULL
);
CREATE INDEX source_statement_by_publication ON source_statement (agreement_id, published_sort, id);
REVOKE UPDATE, DELETE ON source_statement FROM ${service_role};

CREATE TABLE source_withdrawal (
    statement_id uuid PRIMARY KEY REFERENCES source_statement ON DELETE CASCADE,
    agreement_id uuid        NOT NULL,
    fact         text        NOT NULL,
    reason       text        NOT NULL,
    withdrawn_at timestamptz NOT NULL,
    withdrawn_by text        NOT NULL
);
CREATE INDEX source_withdrawal_by_agreement ON source_withdrawal (agreement_id);
REVOKE UPDATE, DELETE ON source_withdrawal FROM ${service_role};

CREATE TABLE source_choice (
    id           uuid PRIMARY KEY,
    statement_id uuid        NOT NULL REFERENCES source_statement ON DELETE CASCADE,
    agreement_id uuid        NOT NULL,
    fact         text        NOT NULL,
    because      text        NOT NULL,
    chosen_at    timestamptz NOT NULL,
    chosen_by    text        NOT NULL
);
CREATE INDEX source_choice_by_agreement ON source_choice (agreement_id, id);
CREATE INDEX source_choice_by_statement ON source_choice (statement_id);
REVOKE UPDATE, DELETE ON source_choice FROM ${service_role};
