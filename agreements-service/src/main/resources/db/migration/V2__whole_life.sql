-- The whole life of an agreement: what its ledger makes of it by now, and when time changes that next.
ALTER TABLE agreement
    ADD survival           text,
    -- A copy of what follows from the ledger, so that reading and telling need not read the ledger.
    ADD standing           jsonb,
    ADD settled_on         date NOT NULL DEFAULT '0001-01-01',
    ADD next_transition_at timestamptz;
UPDATE agreement SET standing = jsonb_build_object(
    'status', status, 'facts', facts, 'happened', '[]'::jsonb, 'suspension', NULL, 'suspensions', '[]'::jsonb, 'times', '[]'::jsonb,
    'waitingFor', '[]'::jsonb, 'currentTerm', NULL, 'provisionallyAppliedOn', NULL,
    'enteredIntoForceOn', entered_into_force_on);
ALTER TABLE agreement ALTER standing SET NOT NULL;
-- What was registered before is looked at once, by the engine.
UPDATE agreement SET next_transition_at = '1970-01-01T00:00:00Z';
CREATE INDEX agreement_by_next_transition ON agreement (next_transition_at) WHERE next_transition_at IS NOT NULL;

ALTER TABLE legal_event
    ADD areas     jsonb   NOT NULL DEFAULT '[]',
    ADD period    text,
    -- Of a correction: which line, which of its fields, or that it never happened.
    ADD corrects  uuid REFERENCES legal_event,
    ADD corrected jsonb   NOT NULL DEFAULT '[]',
    ADD void      boolean NOT NULL DEFAULT false,
    ADD reason    text,
    ADD derived   boolean NOT NULL DEFAULT false;
UPDATE legal_event SET derived = true WHERE type = 'ENTERED_INTO_FORCE';

ALTER TABLE commitment
    ADD recurrence jsonb,
    ADD unless     jsonb NOT NULL DEFAULT '[]',
    ADD areas      jsonb NOT NULL DEFAULT '[]',
    -- What has been done about it, and what its agreement makes of that; the status follows from both.
    ADD progress   text,
    ADD hold       text NOT NULL DEFAULT 'FREE';
UPDATE commitment SET progress = status;
ALTER TABLE commitment ALTER progress SET NOT NULL;
