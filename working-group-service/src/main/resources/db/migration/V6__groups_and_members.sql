CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Groups that nobody has committed to, groups below others, and what time brings to a group.
ALTER TABLE working_group
    ALTER COLUMN commitment_id DROP NOT NULL,
    ADD COLUMN parent_id       uuid REFERENCES working_group,
    -- From which day its present activity counts; with the meeting rule it says when the group falls dormant.
    ADD COLUMN active_on       date,
    ADD COLUMN dormant_because text,
    ADD COLUMN dormant_on      date,
    -- Whether the agreements that it sees to stand, rest or have ended.
    ADD COLUMN grounds         text  NOT NULL DEFAULT 'STANDING',
    ADD COLUMN ended_on        date,
    -- When time changes something in it next: it falls dormant, or somebody's term of office is over.
    ADD COLUMN due_at          timestamptz,
    -- The seats that it has asked its sides to fill, and how many it ever has.
    ADD COLUMN vacancies       jsonb NOT NULL DEFAULT '{"last": 0, "open": []}',
    -- The sides for which nobody sits.
    ADD COLUMN vacant          jsonb NOT NULL DEFAULT '[]';
UPDATE working_group SET vacant = (
    SELECT coalesce(jsonb_agg(DISTINCT party -> 'side'), '[]') FROM jsonb_array_elements(parties) AS party
    WHERE NOT EXISTS (
        SELECT FROM jsonb_array_elements(members) AS member
        WHERE member -> 'side' = party -> 'side'
          AND member ->> 'role' IN ('CO_CHAIR', 'MEMBER', 'SECRETARY', 'FOCAL_POINT')
          AND (member ->> 'status' = 'ACTIVE'
               OR (member ->> 'status' = 'NOMINATED' AND NOT (composition -> 'acceptance')::boolean))));
ALTER TABLE working_group ADD COLUMN orphan boolean NOT NULL GENERATED ALWAYS AS
    (status NOT IN ('CONCLUDED', 'ABANDONED') AND (vacant <> '[]'::jsonb OR grounds = 'ENDED')) STORED;
CREATE INDEX working_group_due ON working_group (due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX working_group_by_parent ON working_group (parent_id, id) WHERE parent_id IS NOT NULL;
CREATE INDEX working_group_orphan ON working_group (id) WHERE orphan;
CREATE INDEX working_group_by_name ON working_group USING gin (lower(name) gin_trgm_ops);

-- Who did what to a group, when and why. Nothing here is ever changed or removed.
CREATE TABLE working_group_change (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    working_group_id uuid        NOT NULL,
    version          bigint      NOT NULL,
    event            text        NOT NULL,
    at               timestamptz NOT NULL,
    who              text        NOT NULL,
    details          jsonb       NOT NULL,
    reason           text
);
CREATE INDEX working_group_change_of ON working_group_change (working_group_id, id);
REVOKE UPDATE, DELETE ON working_group_change FROM ${service_role};

-- Every version of the rules that its sides have agreed on.
CREATE TABLE agreed_terms (
    working_group_id uuid        NOT NULL,
    version          integer     NOT NULL,
    terms            jsonb       NOT NULL,
    composition      jsonb       NOT NULL,
    document         text,
    reason           text,
    agreed_at        timestamptz NOT NULL,
    agreed_by        text        NOT NULL,
    PRIMARY KEY (working_group_id, version)
);
REVOKE UPDATE, DELETE ON agreed_terms FROM ${service_role};

-- The members of all groups as rows, for who asks by person. The lists in the groups are the truth.
CREATE TABLE member_seat (
    person_id uuid NOT NULL,
    group_id  uuid NOT NULL,
    member_id uuid PRIMARY KEY,
    party     text NOT NULL,
    side      text NOT NULL,
    role      text NOT NULL,
    status    text NOT NULL,
    until     date
);
INSERT INTO member_seat (person_id, group_id, member_id, party, side, role, status)
SELECT (member ->> 'personId')::uuid, working_group.id, (member ->> 'id')::uuid, member ->> 'party', member ->> 'side',
       member ->> 'role', member ->> 'status'
FROM working_group, jsonb_array_elements(members) AS member;
CREATE INDEX member_seat_of_person ON member_seat (person_id, group_id);
CREATE INDEX member_seat_of_group ON member_seat (group_id, member_id);

-- Whether nobody is told of a deadline: it has no group, or nobody sits there for a party that has to see to it. Whoever
-- sits for one party of a side answers for all of them, unless as an observer, an expert or an alternate.
CREATE FUNCTION is_unassigned(its_group uuid, responsible jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT its_group IS NULL OR jsonb_array_length(responsible) = 0 OR EXISTS (
        SELECT FROM jsonb_array_elements(responsible) AS owing (one) WHERE NOT EXISTS (
            SELECT FROM member_seat AS seat JOIN working_group AS body ON body.id = seat.group_id
            WHERE seat.group_id = its_group AND seat.status <> 'ENDED'
              AND seat.role IN ('CO_CHAIR', 'MEMBER', 'SECRETARY', 'FOCAL_POINT')
              AND (seat.party = (one ->> 'party') OR EXISTS (
                  SELECT FROM jsonb_array_elements(body.parties) AS listed (other)
                  WHERE (other ->> 'code') = (one ->> 'party') AND (other ->> 'side') = seat.side))))
$$;

-- Whoever is erased keeps an id and nothing else.
ALTER TABLE person
    ALTER COLUMN mailbox DROP NOT NULL,
    ALTER COLUMN email DROP NOT NULL,
    ADD COLUMN version        bigint NOT NULL DEFAULT 1,
    ADD COLUMN erased_at      timestamptz,
    ADD COLUMN erased_by      text,
    ADD COLUMN erased_because text;
