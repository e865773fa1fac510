-- By which rules a group works; and when it has met, which whatever counts from a meeting looks at.
ALTER TABLE working_group
    ADD COLUMN terms        jsonb NOT NULL DEFAULT
        '{"version": 1, "decisions": "CONSENSUS", "chairing": {"kind": "CO_CHAIRS"}, "languages": [], "nominationWithin": "P30D"}',
    ADD COLUMN first_met_on date,
    ADD COLUMN last_met_on  date;
