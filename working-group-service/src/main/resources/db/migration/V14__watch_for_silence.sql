-- What a commitment without a date is watched by. What was heard of before is watched from now on.
ALTER TABLE commitment
    ADD COLUMN last_reported_on date,
    ADD COLUMN opened_at        timestamptz NOT NULL DEFAULT now(),
    -- Until now it was lost with the next news of the agreement.
    ADD COLUMN amendment        integer;
ALTER TABLE commitment ALTER COLUMN opened_at DROP DEFAULT;
