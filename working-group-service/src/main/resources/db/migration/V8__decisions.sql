-- What groups decide. The number is the group's own and begins anew with every year.
CREATE TABLE decision (
    id               uuid PRIMARY KEY,
    version          bigint  NOT NULL,
    working_group_id uuid    NOT NULL,
    agreements       uuid[]  NOT NULL,
    year             integer NOT NULL,
    serial           integer NOT NULL,
    meeting_id       uuid,
    decided_on       date    NOT NULL,
    title            text    NOT NULL,
    text             text    NOT NULL,
    translations     jsonb   NOT NULL,
    rule             text    NOT NULL,
    positions        jsonb   NOT NULL,
    status           text    NOT NULL,
    reason           text,
    revoked_by       uuid REFERENCES decision,
    -- Never read without their decision, and few.
    effects          jsonb   NOT NULL,
    CONSTRAINT decision_number UNIQUE (working_group_id, year, serial)
);
CREATE INDEX decision_by_group ON decision (working_group_id, id);
CREATE INDEX decision_by_meeting ON decision (meeting_id, id) WHERE meeting_id IS NOT NULL;
CREATE INDEX decision_by_day ON decision (working_group_id, decided_on);
CREATE INDEX decision_by_revocation ON decision (revoked_by) WHERE revoked_by IS NOT NULL;

-- Who decided, revoked or voided what, and what became of it. Nothing here is ever changed or removed.
CREATE TABLE decision_change (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    decision_id uuid        NOT NULL,
    event       text        NOT NULL,
    at          timestamptz NOT NULL,
    status      text        NOT NULL,
    cause       text        NOT NULL,
    who         text        NOT NULL
);
CREATE INDEX decision_change_of ON decision_change (decision_id, id);
REVOKE UPDATE, DELETE ON decision_change FROM ${service_role};

-- What somebody took on. When it is due and whether it is done stands with its deadline alone.
CREATE TABLE action_item (
    id               uuid PRIMARY KEY,
    version          bigint NOT NULL,
    working_group_id uuid   NOT NULL,
    decision_id      uuid REFERENCES decision DEFERRABLE INITIALLY DEFERRED,
    number           text,
    deadline_id      uuid   NOT NULL CONSTRAINT action_item_of_deadline UNIQUE REFERENCES deadline DEFERRABLE INITIALLY DEFERRED,
    title            text   NOT NULL,
    party            text   NOT NULL,
    member_id        uuid,
    person_id        uuid,
    due              jsonb  NOT NULL,
    note             text,
    evidence         text
);
CREATE INDEX action_item_by_group ON action_item (working_group_id, id);
CREATE INDEX action_item_by_person ON action_item (person_id, id) WHERE person_id IS NOT NULL;
CREATE INDEX action_item_by_decision ON action_item (decision_id) WHERE decision_id IS NOT NULL;
-- The order of the follow-up list of all groups.
CREATE INDEX deadline_of_action ON deadline (due_order, id) WHERE kind = 'ACTION';
