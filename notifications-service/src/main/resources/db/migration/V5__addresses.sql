-- Nothing official leaves to an address until somebody has shown that its owner reads it.
ALTER TABLE recipient
    ADD COLUMN mails             boolean NOT NULL DEFAULT true, -- whether reminders come by mail too
    ADD COLUMN version           bigint  NOT NULL DEFAULT 1,
    ADD COLUMN verified_at       timestamptz,
    ADD COLUMN verified_how      text,
    ADD COLUMN verified_evidence text,
    ADD CONSTRAINT recipient_verified CHECK (
        (verified_at IS NULL) = (verified_how IS NULL) AND (verified_at IS NULL OR email IS NOT NULL));
CREATE INDEX recipient_unverified ON recipient (id) WHERE verified_at IS NULL AND email IS NOT NULL;

-- A link that was sent, or is about to be, to the address that its recipient had then: a new address ends it.
CREATE TABLE address_verification (
    id            uuid PRIMARY KEY,
    recipient_id  uuid        NOT NULL,
    asked_at      timestamptz NOT NULL,
    asked_by      text, -- null when the address was new
    expires_at    timestamptz NOT NULL,
    ended_at      timestamptz,
    ended_because text
);
CREATE UNIQUE INDEX address_verification_open ON address_verification (recipient_id) WHERE ended_because IS NULL;
CREATE INDEX address_verification_recipient ON address_verification (recipient_id, asked_at DESC);

-- What the link ends in is known to its reader alone. Each attempt to send it has its own, since none is kept.
CREATE TABLE address_verification_token (
    hash            bytea PRIMARY KEY,
    verification_id uuid    NOT NULL REFERENCES address_verification,
    attempt         integer NOT NULL
);
CREATE INDEX address_verification_token_verification ON address_verification_token (verification_id);

-- Who said when and how that an address is right, never which address; also of those who are erased by now.
CREATE TABLE address_history (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    recipient_id uuid        NOT NULL,
    at           timestamptz NOT NULL,
    what         text        NOT NULL,
    by           text,
    evidence     text
);
CREATE INDEX address_history_recipient ON address_history (recipient_id, id);
REVOKE UPDATE, DELETE ON address_history FROM ${service_role};

-- Whoever is there was told before.
UPDATE recipient SET verified_at = now(), verified_how = 'BEFORE_VERIFICATION' WHERE email IS NOT NULL;
INSERT INTO address_history (recipient_id, at, what)
SELECT id, verified_at, verified_how FROM recipient WHERE verified_at IS NOT NULL;

-- A message carries an alert, a letter, or a link by which an address is verified.
ALTER TABLE delivery ADD COLUMN verification_id uuid REFERENCES address_verification;
ALTER TABLE delivery DROP CONSTRAINT delivery_carries_one;
ALTER TABLE delivery ADD CONSTRAINT delivery_carries_one CHECK (num_nonnulls(alert_id, letter_id, verification_id) = 1);
ALTER TABLE delivery ADD CONSTRAINT delivery_verification_once UNIQUE (verification_id, channel);
CREATE INDEX delivery_verification_due ON delivery (next_attempt_at)
    WHERE next_attempt_at IS NOT NULL AND verification_id IS NOT NULL;
