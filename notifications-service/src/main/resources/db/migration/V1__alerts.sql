-- What we hear from others: the last state of each subject, as far as alerts need it.
CREATE TABLE agreement (
    id        uuid PRIMARY KEY,
    calendars text[] NOT NULL,
    state     jsonb  NOT NULL
);
CREATE INDEX agreement_calendars ON agreement USING gin (calendars);

CREATE TABLE calendar (
    authority text PRIMARY KEY,
    state     jsonb NOT NULL
);

CREATE TABLE working_group (
    id      uuid PRIMARY KEY,
    name    text  NOT NULL,
    missing jsonb NOT NULL
);

-- Who answers for which side. Whoever joins later is not told of steps that were past by then: hence "since".
CREATE TABLE member (
    id        uuid PRIMARY KEY,
    group_id  uuid        NOT NULL,
    person_id uuid        NOT NULL,
    party     text        NOT NULL,
    side      text        NOT NULL,
    role      text        NOT NULL,
    since     timestamptz NOT NULL
);
CREATE INDEX member_group ON member (group_id);
CREATE INDEX member_person ON member (person_id);

-- The only table with personal data; a row goes when its person is erased.
CREATE TABLE recipient (
    id       uuid PRIMARY KEY,
    name     text NOT NULL,
    email    text,
    language text,
    zone     text
);

CREATE TABLE deadline (
    id               uuid PRIMARY KEY,
    agreement_id     uuid,
    working_group_id uuid,
    status           text  NOT NULL,
    state            jsonb NOT NULL
);
CREATE INDEX deadline_agreement ON deadline (agreement_id);
CREATE INDEX deadline_working_group ON deadline (working_group_id);

-- One small row a deadline: future steps are computed, so a million planned deadlines stay a million small rows.
CREATE TABLE plan (
    deadline_id  uuid PRIMARY KEY,
    plan_no      integer    NOT NULL,
    schedule_no  integer    NOT NULL,
    active       boolean    NOT NULL,
    steps        smallint[] NOT NULL, -- days from the last day: the policy as it was when the plan was made
    began_at     timestamptz NOT NULL,
    catches_up   boolean    NOT NULL, -- whether steps that were past when it began are made up for, by the last of them
    next_fire_at timestamptz
) WITH (fillfactor = 80);
CREATE INDEX plan_due ON plan (next_fire_at) WHERE active AND next_fire_at IS NOT NULL;

CREATE TABLE alert (
    id               uuid PRIMARY KEY,
    deadline_id      uuid        NOT NULL,
    agreement_id     uuid,
    working_group_id uuid,
    plan_no          integer     NOT NULL,
    step             smallint    NOT NULL,
    level            text        NOT NULL,
    recipient_id     uuid        NOT NULL,
    party            text        NOT NULL,
    role             text        NOT NULL,
    zone             text        NOT NULL,
    state            text        NOT NULL,
    ended_because    text,
    fire_at          timestamptz NOT NULL,
    fired_at         timestamptz NOT NULL,
    ended_at         timestamptz,
    expires_at       timestamptz, -- domain time from which it would not be true any more
    repeats          boolean     NOT NULL, -- whether it is sent again when nobody knows if it arrived
    content          jsonb       NOT NULL, -- what was true when it fired
    UNIQUE (deadline_id, plan_no, recipient_id, step)
);
CREATE INDEX alert_newest ON alert (fired_at DESC, id DESC);
CREATE INDEX alert_agreement ON alert (agreement_id, fired_at DESC, id DESC);
CREATE INDEX alert_recipient ON alert (recipient_id, fired_at DESC, id DESC);

-- Technical time throughout: leases and retries run by the database's clock.
CREATE TABLE delivery (
    id              uuid PRIMARY KEY,
    alert_id        uuid        NOT NULL REFERENCES alert,
    channel         text        NOT NULL,
    state           text        NOT NULL,
    closed_because  text,
    attempts        integer     NOT NULL DEFAULT 0,
    deferrals       integer     NOT NULL DEFAULT 0, -- attempts that the server answered with "later"
    token           bigint      NOT NULL DEFAULT 0, -- fences off whoever lost his lease
    lease_until     timestamptz,
    attempted_at    timestamptz,
    next_attempt_at timestamptz,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (alert_id, channel)
) WITH (fillfactor = 80);
CREATE INDEX delivery_due ON delivery (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX delivery_leased ON delivery (lease_until) WHERE lease_until IS NOT NULL;

-- What happened at each attempt is written once and for all.
CREATE TABLE delivery_attempt (
    delivery_id uuid        NOT NULL REFERENCES delivery,
    attempt     integer     NOT NULL,
    started_at  timestamptz NOT NULL,
    ended_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    outcome     text        NOT NULL,
    reply       text -- the server's code only: its words may hold addresses
);
CREATE INDEX delivery_attempt_delivery ON delivery_attempt (delivery_id, attempt);
REVOKE UPDATE, DELETE ON delivery_attempt FROM ${service_role};
