-- Every change of an agreement and of what belongs to it. Nothing here is ever changed or removed, and an agreement that was
-- a draft and is deleted leaves its history behind: there is no reference to it.
CREATE TABLE agreement_history (
    id           uuid PRIMARY KEY,
    agreement_id uuid        NOT NULL,
    at           timestamptz NOT NULL,
    actor        text        NOT NULL,
    reason       text,
    origin       jsonb       NOT NULL,
    readers      varchar[],            -- whose people may read it; all may unless it is told
    staff        boolean     NOT NULL, -- whether those may who are of no party
    changes      jsonb       NOT NULL
);
CREATE INDEX agreement_history_by_agreement ON agreement_history (agreement_id, id);
REVOKE UPDATE, DELETE ON agreement_history FROM ${service_role};

ALTER TABLE agreement
    ADD voided_at   timestamptz,
    ADD voided_by   text,
    ADD void_reason text,
    ADD merged_into uuid REFERENCES agreement,
    ADD duplicates  jsonb NOT NULL DEFAULT '[]',
    ADD CONSTRAINT agreement_void CHECK ((status = 'VOIDED') = (void_reason IS NOT NULL));
CREATE INDEX agreement_merged_into ON agreement (merged_into) WHERE merged_into IS NOT NULL;

-- What was registered by mistake does not keep the right one from its reference.
ALTER TABLE agreement DROP CONSTRAINT agreement_reference;
CREATE UNIQUE INDEX agreement_reference ON agreement (reference) WHERE status <> 'VOIDED';
