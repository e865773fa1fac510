-- What becomes of organizations: other names, found to be a duplicate, succeeded.
ALTER TABLE organization
    ADD version      bigint    NOT NULL DEFAULT 1,
    ADD variants     jsonb     NOT NULL DEFAULT '[]',
    ADD former_names varchar[] NOT NULL DEFAULT '{}',
    ADD merged_into  uuid REFERENCES organization,
    ADD succession   text,
    ADD succeeded_by uuid REFERENCES organization,
    ADD succeeded_on date,
    ADD CONSTRAINT organization_succession
        CHECK (num_nulls(succession, succeeded_by, succeeded_on) IN (0, 3)),
    ADD CONSTRAINT organization_itself CHECK (merged_into <> id AND succeeded_by <> id);
CREATE INDEX organization_merged ON organization (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX organization_succeeded ON organization (succeeded_by) WHERE succeeded_by IS NOT NULL;

-- All names, folded to Latin letters by the service, so that what is alike is found whatever the script and the locale.
CREATE TABLE organization_name (
    organization_id uuid NOT NULL REFERENCES organization,
    folded          text NOT NULL,
    name            text NOT NULL,
    PRIMARY KEY (organization_id, folded)
);
CREATE INDEX organization_name_alike ON organization_name USING gin (folded gin_trgm_ops);
REVOKE UPDATE, DELETE ON organization_name FROM ${service_role};

CREATE TABLE organization_change (
    id              uuid PRIMARY KEY,
    organization_id uuid        NOT NULL REFERENCES organization,
    what            text        NOT NULL,
    before          jsonb,
    after           jsonb       NOT NULL,
    reason          text,
    happened_at     timestamptz NOT NULL,
    done_by         text        NOT NULL
);
CREATE INDEX organization_change_by_organization ON organization_change (organization_id, id);
REVOKE UPDATE, DELETE ON organization_change FROM ${service_role};

-- Parties keep the organization that they were registered with. Which agreements name one is asked when it changes.
CREATE INDEX agreement_by_organization ON agreement USING gin (parties jsonb_path_ops);
CREATE TABLE agreement_to_follow (
    agreement_id uuid PRIMARY KEY REFERENCES agreement ON DELETE CASCADE,
    since        timestamptz NOT NULL
);
CREATE INDEX agreement_to_follow_due ON agreement_to_follow (since, agreement_id) WHERE since IS NOT NULL;

-- Contact points and officers. What is personal of them stands in this table alone.
CREATE TABLE person (
    id             uuid PRIMARY KEY,
    version        bigint NOT NULL DEFAULT 1,
    mailbox        text CONSTRAINT person_mailbox UNIQUE,
    name           text   NOT NULL,
    email          text,
    language       text   NOT NULL,
    zone           text   NOT NULL,
    erased_at      timestamptz,
    erased_by      text,
    erased_because text
);
REVOKE DELETE ON person FROM ${service_role};

-- Days on which somebody is away, for all agreements at once. What is taken back stays, and does not count.
CREATE TABLE absence (
    id            uuid PRIMARY KEY,
    person_id     uuid        NOT NULL REFERENCES person,
    first_day     date        NOT NULL,
    last_day      date        NOT NULL,
    deputy_id     uuid REFERENCES person,
    recorded_at   timestamptz NOT NULL,
    recorded_by   text        NOT NULL,
    -- Whoever is back earlier: the day that it was to last until stands here.
    planned_until date,
    ended_at      timestamptz,
    ended_by      text,
    CONSTRAINT absence_deputy CHECK (deputy_id <> person_id)
);
CREATE INDEX absence_by_person ON absence (person_id, last_day);
REVOKE UPDATE, DELETE ON absence FROM ${service_role};
GRANT UPDATE (last_day, planned_until, ended_at, ended_by) ON absence TO ${service_role};

CREATE TABLE officer (
    subject       text PRIMARY KEY,
    person_id     uuid        NOT NULL CONSTRAINT officer_person UNIQUE REFERENCES person,
    registered_at timestamptz NOT NULL,
    registered_by text        NOT NULL
);
REVOKE UPDATE, DELETE ON officer FROM ${service_role};

-- One row for each agreement that has officers: its lock, and the version of who they are.
CREATE TABLE responsibility (
    agreement_id uuid PRIMARY KEY REFERENCES agreement ON DELETE CASCADE,
    version      bigint NOT NULL
);

CREATE TABLE assignment (
    id           uuid PRIMARY KEY,
    agreement_id uuid        NOT NULL REFERENCES responsibility ON DELETE CASCADE,
    subject      text        NOT NULL REFERENCES officer,
    role         text        NOT NULL,
    since        date        NOT NULL,
    until        date,
    recorded_at  timestamptz NOT NULL,
    recorded_by  text        NOT NULL,
    -- One that was ended before it began has no day at all.
    CONSTRAINT assignment_days CHECK (until >= since - 1)
);
CREATE INDEX assignment_by_agreement ON assignment (agreement_id, id);
CREATE INDEX assignment_by_officer ON assignment (subject, agreement_id);
REVOKE UPDATE, DELETE ON assignment FROM ${service_role};
GRANT UPDATE (until) ON assignment TO ${service_role};

CREATE TABLE handover (
    id            uuid PRIMARY KEY,
    giver         text        NOT NULL REFERENCES officer,
    taker         text        NOT NULL REFERENCES officer,
    on_day        date        NOT NULL,
    reason        text        NOT NULL,
    handed_over   integer     NOT NULL,
    already       integer     NOT NULL,
    recorded_at   timestamptz NOT NULL,
    recorded_by   text        NOT NULL
);
REVOKE UPDATE, DELETE ON handover FROM ${service_role};

CREATE TABLE officer_step (
    id            uuid PRIMARY KEY,
    agreement_id  uuid        NOT NULL,
    assignment_id uuid        NOT NULL,
    what          text        NOT NULL,
    subject       text        NOT NULL,
    role          text        NOT NULL,
    since         date        NOT NULL,
    until         date,
    until_before  date,
    reason        text,
    handover_id   uuid REFERENCES handover,
    happened_at   timestamptz NOT NULL,
    done_by       text        NOT NULL
);
CREATE INDEX officer_step_by_agreement ON officer_step (agreement_id, id);
REVOKE UPDATE, DELETE ON officer_step FROM ${service_role};

-- Whom to turn to in an organization.
CREATE TABLE contact_point (
    id              uuid PRIMARY KEY,
    version         bigint      NOT NULL,
    organization_id uuid        NOT NULL REFERENCES organization,
    person_id       uuid        NOT NULL REFERENCES person,
    role            text        NOT NULL,
    since           date        NOT NULL,
    until           date,
    recorded_at     timestamptz NOT NULL,
    recorded_by     text        NOT NULL,
    ended_at        timestamptz,
    ended_by        text,
    CONSTRAINT contact_point_days CHECK (until >= since - 1)
);
CREATE INDEX contact_point_by_organization ON contact_point (organization_id, id);
REVOKE UPDATE, DELETE ON contact_point FROM ${service_role};
GRANT UPDATE (version, until, ended_at, ended_by) ON contact_point TO ${service_role};
