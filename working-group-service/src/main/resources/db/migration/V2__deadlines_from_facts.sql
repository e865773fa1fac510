-- What agreements say beyond their facts: what has occurred, when they were suspended, and the times that they have
-- themselves. What commitments say beyond one date.
ALTER TABLE agreement
    ADD COLUMN happened    jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN suspensions jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN times       jsonb NOT NULL DEFAULT '[]';
ALTER TABLE commitment
    ADD COLUMN recurrence jsonb,
    ADD COLUMN unless     jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN areas      jsonb NOT NULL DEFAULT '[]';

-- A deadline comes from a commitment, from the agreement's own terms, or from a person; what recurs comes many times.
ALTER TABLE deadline
    ALTER COLUMN commitment_id DROP NOT NULL,
    DROP CONSTRAINT deadline_of_commitment,
    ADD COLUMN source      text,
    ADD COLUMN occurrence  integer NOT NULL DEFAULT 0,
    ADD COLUMN recurrence  jsonb,
    ADD COLUMN first_rule  jsonb,
    ADD COLUMN recurs      boolean NOT NULL DEFAULT false,
    ADD COLUMN unless      jsonb   NOT NULL DEFAULT '[]',
    ADD COLUMN suspensions jsonb   NOT NULL DEFAULT '[]',
    ADD COLUMN extended_on date,
    -- What becomes of it when its instant passes: a duty stays open, a chance is over, an event has come.
    ADD COLUMN once_passed text    NOT NULL DEFAULT 'ACTIVE',
    ADD COLUMN closed_by   text,
    ADD COLUMN internal_to text,
    ADD COLUMN internal_parties varchar[] NOT NULL DEFAULT '{}',
    -- How rules of the same agreement name it, and which other deadlines its own rule names.
    ADD COLUMN alias       text,
    ADD COLUMN depends_on  varchar[] NOT NULL DEFAULT '{}';
UPDATE deadline SET source = 'commitments/' || commitment_id,
    alias = agreement_id || '/' || (origin ->> 'commitment'),
    closed_by = CASE WHEN status IN ('MET', 'WAIVED') THEN 'PERSON' END;
ALTER TABLE deadline ADD CONSTRAINT deadline_of_source UNIQUE (source, occurrence);
CREATE INDEX deadline_by_alias ON deadline (alias) WHERE alias IS NOT NULL;
CREATE INDEX deadline_by_dependence ON deadline USING gin (depends_on) WHERE depends_on <> '{}';
CREATE INDEX deadline_by_commitment ON deadline (commitment_id) WHERE commitment_id IS NOT NULL;
