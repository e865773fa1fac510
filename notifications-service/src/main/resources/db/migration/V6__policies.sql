-- Whom which steps tell of a kind of deadline, an agreement, a group or one deadline, where that is not the built-in ladder.
CREATE TABLE alert_policy (
    id         uuid PRIMARY KEY,
    version    bigint      NOT NULL DEFAULT 1,
    scope      text        NOT NULL,
    scope_id   uuid, -- of the agreement, the group or the deadline
    kind       text,
    name       text        NOT NULL,
    terms      jsonb       NOT NULL,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text        NOT NULL,
    CONSTRAINT alert_policy_of_one CHECK (num_nonnulls(scope_id, kind) = 1),
    -- Which of two policies for the same would hold, nobody could say.
    CONSTRAINT alert_policy_once UNIQUE NULLS NOT DISTINCT (scope, scope_id, kind)
);
CREATE INDEX alert_policy_scope_id ON alert_policy (scope_id) WHERE scope_id IS NOT NULL;

-- How far a change of a policy has come among the plans that it may concern; of a deleted one the row goes at the end.
CREATE TABLE policy_roll_out (
    policy_id   uuid PRIMARY KEY,
    scope       text        NOT NULL,
    scope_id    uuid,
    kind        text,
    reached     uuid, -- the last deadline that was looked at
    looked_at   bigint      NOT NULL DEFAULT 0,
    changed     bigint      NOT NULL DEFAULT 0,
    begun_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at timestamptz
);
CREATE INDEX policy_roll_out_open ON policy_roll_out (begun_at) WHERE finished_at IS NULL;

-- Plans as they are go by the built-in ladder; what was told counts from the plan on that began with the present date.
ALTER TABLE plan
    ADD COLUMN policy     jsonb,   -- as it was when the plan was made; null for the built-in ladder
    ADD COLUMN told_since integer; -- null for the plan's own number

-- Somebody knows, and is at it. What he said stays as he said it.
CREATE TABLE acknowledgement (
    id              uuid PRIMARY KEY,
    deadline_id     uuid        NOT NULL,
    plan_no         integer     NOT NULL,
    alert_id        uuid        NOT NULL REFERENCES alert,
    recipient_id    uuid        NOT NULL,
    party           text        NOT NULL,
    step            smallint    NOT NULL,
    by_id           uuid        NOT NULL, -- the recipient, or who acted on his behalf
    entered_by      text        NOT NULL,
    note            text,
    acknowledged_at timestamptz NOT NULL,
    until_at        timestamptz NOT NULL,
    ended_at        timestamptz,
    ended_because   text
);
CREATE UNIQUE INDEX acknowledgement_open ON acknowledgement (deadline_id, recipient_id) WHERE ended_because IS NULL;
CREATE INDEX acknowledgement_recipient ON acknowledgement (deadline_id, recipient_id, acknowledged_at DESC);
REVOKE UPDATE, DELETE ON acknowledgement FROM ${service_role};
GRANT UPDATE (ended_at, ended_because) ON acknowledgement TO ${service_role};

ALTER TABLE alert
    ADD COLUMN version     integer  NOT NULL DEFAULT 1,
    ADD COLUMN quiet_until timestamptz,                 -- of what is acknowledged or snoozed
    ADD COLUMN round       smallint NOT NULL DEFAULT 0; -- rises when it is to be told once more
CREATE INDEX alert_quiet ON alert (deadline_id) WHERE state IN ('ACKNOWLEDGED', 'SNOOZED');

-- An alert has one message on each channel, and one more each time that its reader wanted to hear of it again.
ALTER TABLE delivery ADD COLUMN round smallint NOT NULL DEFAULT 0;
ALTER TABLE delivery DROP CONSTRAINT delivery_alert_id_channel_key;
ALTER TABLE delivery ADD CONSTRAINT delivery_alert_once UNIQUE (alert_id, channel, round);
