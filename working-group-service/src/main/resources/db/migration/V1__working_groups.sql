-- What is heard of agreements; one of which only commitments were heard so far is not known yet.
CREATE TABLE agreement (
    id      uuid PRIMARY KEY,
    known   boolean NOT NULL,
    parties jsonb   NOT NULL DEFAULT '[]',
    facts   jsonb   NOT NULL DEFAULT '{}'
);

CREATE TABLE commitment (
    id           uuid PRIMARY KEY,
    agreement_id uuid  NOT NULL REFERENCES agreement,
    code         text  NOT NULL,
    title        text  NOT NULL,
    kind         text  NOT NULL,
    basis        text,
    clause       text,
    status       text  NOT NULL,
    obligors     jsonb NOT NULL,
    body         jsonb,
    rule         jsonb
);
CREATE INDEX commitment_by_agreement ON commitment (agreement_id);

CREATE TABLE working_group (
    id             uuid PRIMARY KEY,
    version        bigint NOT NULL,
    name           text   NOT NULL,
    type           text   NOT NULL,
    status         text   NOT NULL,
    agreements     uuid[] NOT NULL,
    commitment_id  uuid   NOT NULL CONSTRAINT working_group_of_commitment UNIQUE,
    functions      jsonb  NOT NULL,
    composition    jsonb  NOT NULL,
    parties        jsonb  NOT NULL,
    -- Never read without their group, and few: a list in it, not a table.
    members        jsonb  NOT NULL,
    missing        jsonb  NOT NULL,
    established_on date
);
CREATE INDEX working_group_by_agreement ON working_group USING gin (agreements);

-- One mail address is one person; folded, because people write theirs in many ways.
CREATE TABLE person (
    id       uuid PRIMARY KEY,
    mailbox  text NOT NULL CONSTRAINT person_mailbox UNIQUE,
    name     text NOT NULL,
    email    text NOT NULL,
    language text NOT NULL,
    zone     text NOT NULL
);

CREATE TABLE deadline (
    id                 uuid PRIMARY KEY,
    version            bigint      NOT NULL,
    kind               text        NOT NULL,
    title              text        NOT NULL,
    agreement_id       uuid        NOT NULL,
    working_group_id   uuid,
    commitment_id      uuid        NOT NULL,
    status             text        NOT NULL,
    rule               jsonb       NOT NULL,
    facts              jsonb       NOT NULL,
    extended           boolean     NOT NULL,
    extended_to        date,
    -- What the engine answered; the rule and the facts are the truth.
    certainty          text        NOT NULL,
    last_day           date,
    due_at             timestamptz,
    missing            jsonb       NOT NULL,
    warnings           jsonb       NOT NULL,
    explanation        jsonb       NOT NULL,
    calendar_revisions jsonb       NOT NULL,
    tzdb               text        NOT NULL,
    schedule_no        integer     NOT NULL,
    scheduled_at       timestamptz NOT NULL,
    -- Whether it was told that this schedule's instant has passed.
    passed             boolean     NOT NULL,
    origin             jsonb       NOT NULL,
    responsible        jsonb       NOT NULL,
    met_on             date,
    -- The order of lists: what has no instant comes last.
    due_order          timestamptz NOT NULL
        GENERATED ALWAYS AS (coalesce(due_at, '9999-12-31 23:59:59+00'::timestamptz)) STORED,
    CONSTRAINT deadline_of_commitment UNIQUE (commitment_id, kind)
) WITH (fillfactor = 90);
CREATE INDEX deadline_order ON deadline (due_order, id);
CREATE INDEX deadline_by_agreement ON deadline (agreement_id, due_order, id);
CREATE INDEX deadline_by_group ON deadline (working_group_id, due_order, id) WHERE working_group_id IS NOT NULL;
-- All that the engine looks at: what is later costs it nothing.
CREATE INDEX deadline_to_pass ON deadline (due_at) WHERE status = 'ACTIVE' AND NOT passed;

-- Who moved what, when and why. Nothing here is ever changed or removed.
CREATE TABLE deadline_change (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    deadline_id uuid        NOT NULL,
    event       text        NOT NULL,
    at          timestamptz NOT NULL,
    from_day    date,
    to_day      date,
    cause       text        NOT NULL,
    who         text        NOT NULL
);
CREATE INDEX deadline_change_of ON deadline_change (deadline_id, id);
REVOKE UPDATE, DELETE ON deadline_change FROM ${service_role};

-- Every revision of every calendar stays: a date can always be explained by the one that it was counted with.
CREATE TABLE calendar (
    authority    text        NOT NULL,
    revision     integer     NOT NULL,
    content      jsonb       NOT NULL,
    published_at timestamptz NOT NULL,
    PRIMARY KEY (authority, revision)
);
REVOKE UPDATE, DELETE ON calendar FROM ${service_role};
