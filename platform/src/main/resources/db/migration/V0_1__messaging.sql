-- The service runs with a role that may work on rows but not change the schema; what is append-only says so itself.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${service_role};
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ${service_role};

-- A restore raises the epoch, so that restored state is not taken for stale.
CREATE TABLE epoch (
    one   boolean PRIMARY KEY DEFAULT true CHECK (one),
    epoch smallint NOT NULL DEFAULT 1 CHECK (epoch BETWEEN 1 AND 9999)
);
INSERT INTO epoch DEFAULT VALUES;
REVOKE INSERT, UPDATE, DELETE ON epoch FROM ${service_role};

-- Events waiting to be sent; a row goes once Kafka has it.
CREATE TABLE outbox (
    position    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id          uuid        NOT NULL,
    topic       text        NOT NULL,
    state_topic text,
    key         text        NOT NULL,
    type        text        NOT NULL,
    subject     text        NOT NULL,
    occurred_at timestamptz NOT NULL,
    correlation text        NOT NULL,
    causation   text,
    traceparent text,
    payload     bytea,
    -- Names and values by turns, for a dead letter: the headers that it came with.
    headers     text[],
    stored_at   timestamptz NOT NULL DEFAULT now()
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- The newest sequence heard of each subject: whatever is not newer is a repeat or stale.
CREATE TABLE inbox (
    subject  text COLLATE "C" PRIMARY KEY,
    sequence text COLLATE "C" NOT NULL
) WITH (fillfactor = 80);

-- Answers to requests that must not have a second effect.
CREATE TABLE idempotency_key (
    caller       text        NOT NULL,
    key          text        NOT NULL,
    request_hash bytea       NOT NULL,
    status       smallint,
    location     text,
    etag         text,
    body         bytea,
    stored_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (caller, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (stored_at);
