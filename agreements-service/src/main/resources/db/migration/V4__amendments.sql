-- What the parties change of what they agreed on. Its consents and what it came to are part of it.
CREATE TABLE amendment (
    id           uuid PRIMARY KEY,
    version      bigint      NOT NULL,
    agreement_id uuid        NOT NULL REFERENCES agreement,
    number       integer     NOT NULL,
    instrument   text        NOT NULL,
    title        jsonb       NOT NULL,
    clause       text,
    changes      jsonb       NOT NULL, -- a merge patch (RFC 7396) of the terms
    takes_effect jsonb       NOT NULL,
    consents     jsonb       NOT NULL,
    status       text        NOT NULL,
    effective_on date,                 -- once it follows from the consents
    differences  jsonb       NOT NULL, -- what it came to when it took effect
    because      text,
    proposed_at  timestamptz NOT NULL,
    changed_at   timestamptz NOT NULL,
    CONSTRAINT amendment_number UNIQUE (agreement_id, number)
);
CREATE INDEX amendment_due ON amendment (agreement_id, effective_on) WHERE status = 'AGREED';

ALTER TABLE agreement
    -- What amendments took the place of, so that the past stays what it was.
    ADD former_terms      jsonb NOT NULL DEFAULT '[]',
    ADD terms_amendment   integer,
    ADD last_amendment    jsonb,
    ADD next_amendment_on date;
ALTER TABLE commitment ADD amendment integer;
