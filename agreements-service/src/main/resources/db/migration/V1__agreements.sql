CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Shared between agreements: the same name, country, kind, zone and calendar is the same organization.
CREATE TABLE organization (
    id       uuid PRIMARY KEY,
    name     text NOT NULL,
    folded   text NOT NULL,
    kind     text NOT NULL,
    country  text NOT NULL,
    zone     text NOT NULL,
    calendar text,
    UNIQUE NULLS NOT DISTINCT (folded, country, kind, zone, calendar)
);
CREATE INDEX organization_by_name ON organization (name, id);

CREATE TABLE agreement (
    id                    uuid PRIMARY KEY,
    version               bigint      NOT NULL,
    reference             text        NOT NULL CONSTRAINT agreement_reference UNIQUE,
    title                 jsonb       NOT NULL,
    type                  text        NOT NULL,
    bindingness           text        NOT NULL,
    status                text        NOT NULL,
    parties               jsonb       NOT NULL,
    signatures            jsonb       NOT NULL,
    areas                 jsonb       NOT NULL,
    initiatives           jsonb       NOT NULL,
    sources               jsonb       NOT NULL,
    entry_into_force      jsonb,
    entered_into_force_on date,
    term                  jsonb,
    facts                 jsonb       NOT NULL,
    -- What lists filter and sort by, derived from the above.
    party_codes           varchar[]      NOT NULL,
    area_names            varchar[]      NOT NULL,
    signed_sort           date        NOT NULL,
    search                text        NOT NULL,
    registered_at         timestamptz NOT NULL,
    changed_at            timestamptz NOT NULL
);
CREATE INDEX agreement_by_signing ON agreement (signed_sort, id);
CREATE INDEX agreement_by_status ON agreement (status, id);
CREATE INDEX agreement_by_party ON agreement USING gin (party_codes);
CREATE INDEX agreement_by_area ON agreement USING gin (area_names);
CREATE INDEX agreement_by_text ON agreement USING gin (search gin_trgm_ops);

-- What happened, in the order in which it was recorded. Nothing here is ever changed or removed.
CREATE TABLE legal_event (
    id           uuid PRIMARY KEY,
    agreement_id uuid        NOT NULL,
    type         text        NOT NULL,
    party        text,
    occurred_on  text,
    effective_on text,
    note         text,
    recorded_at  timestamptz NOT NULL,
    recorded_by  text        NOT NULL
);
CREATE INDEX legal_event_by_agreement ON legal_event (agreement_id, id);
REVOKE UPDATE, DELETE ON legal_event FROM ${service_role};

CREATE TABLE commitment (
    id            uuid PRIMARY KEY,
    version       bigint NOT NULL,
    agreement_id  uuid   NOT NULL REFERENCES agreement ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    code          text   NOT NULL,
    title         text   NOT NULL,
    kind          text   NOT NULL,
    basis         text   NOT NULL,
    clause        text,
    mode          text   NOT NULL,
    obligors      jsonb  NOT NULL,
    beneficiaries jsonb  NOT NULL,
    body          jsonb,
    rule          jsonb,
    status        text   NOT NULL,
    UNIQUE (agreement_id, code)
);
