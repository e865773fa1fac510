-- Of organizations about which something is new: which one a duplicate is, and who stands in the place of another.
CREATE TABLE organization (
    id           uuid PRIMARY KEY,
    merged_into  uuid,
    succeeded_by uuid,
    succeeded_on date
);
CREATE INDEX organization_merged ON organization (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX organization_succeeded ON organization (succeeded_by) WHERE succeeded_by IS NOT NULL;

-- Who answers where a group does not: first and last day, since whoever is named today may begin next month.
CREATE TABLE contact_point (
    id              uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    person_id       uuid NOT NULL,
    first_day       date NOT NULL,
    last_day        date
);
CREATE INDEX contact_point_organization ON contact_point (organization_id);
CREATE INDEX contact_point_person ON contact_point (person_id);

CREATE TABLE officer (
    agreement_id uuid NOT NULL,
    person_id    uuid NOT NULL,
    role         text NOT NULL,
    first_day    date NOT NULL,
    last_day     date
);
CREATE INDEX officer_agreement ON officer (agreement_id);
CREATE INDEX officer_person ON officer (person_id);

-- When persons are away who are in no group; of members the group tells it.
ALTER TABLE recipient ADD COLUMN absences jsonb NOT NULL DEFAULT '[]';

-- The organizations behind the parties, by which contact points are found.
ALTER TABLE agreement ADD COLUMN organizations uuid[] NOT NULL DEFAULT '{}';
CREATE INDEX agreement_organizations ON agreement USING gin (organizations);

-- The step of a plan that nobody hears: the next one, or the last one when none is left.
ALTER TABLE plan ADD COLUMN untold_step smallint;
ALTER TABLE plan ADD COLUMN untold_at timestamptz;
ALTER TABLE plan ADD CONSTRAINT plan_untold CHECK ((untold_at IS NULL) = (untold_step IS NULL));
CREATE INDEX plan_untold ON plan (untold_at, deadline_id) WHERE untold_at IS NOT NULL;
-- Those that are there are looked at once more, so that it is known of them too.
UPDATE plan SET next_fire_at = 'epoch' WHERE active;

-- Who must not be told anything. A mark is never taken away, it is lifted.
CREATE TABLE no_contact (
    id              uuid PRIMARY KEY,
    agreement_id    uuid,
    side            text,
    organization_id uuid,
    since           timestamptz NOT NULL,
    lifted_at       timestamptz,
    version         bigint      NOT NULL DEFAULT 1,
    CONSTRAINT no_contact_scope CHECK (
        num_nonnulls(agreement_id, organization_id) = 1 AND (agreement_id IS NULL) = (side IS NULL))
);
CREATE UNIQUE INDEX no_contact_side ON no_contact (agreement_id, side) WHERE lifted_at IS NULL AND side IS NOT NULL;
CREATE UNIQUE INDEX no_contact_organization ON no_contact (organization_id)
    WHERE lifted_at IS NULL AND organization_id IS NOT NULL;
REVOKE UPDATE, DELETE ON no_contact FROM ${service_role};
GRANT UPDATE (lifted_at, version) ON no_contact TO ${service_role};

-- Who marked or lifted it and why, written once and for all.
CREATE TABLE no_contact_history (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    no_contact_id uuid        NOT NULL REFERENCES no_contact,
    at            timestamptz NOT NULL,
    what          text        NOT NULL,
    by            text        NOT NULL,
    reason        text        NOT NULL
);
CREATE INDEX no_contact_history_of ON no_contact_history (no_contact_id, id);
REVOKE UPDATE, DELETE ON no_contact_history FROM ${service_role};
