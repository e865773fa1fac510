-- Agreements that are to be found by their words anew stood in two tables; now one work does all of it. Those of which
-- nothing has changed but how they are found are not told anew.
ALTER TABLE agreement_to_follow ADD tell boolean NOT NULL DEFAULT true;

-- The table stays where it is until a later release: replicas of the one before still work on it, which does no harm.
INSERT INTO agreement_to_follow (agreement_id, since, tell)
SELECT agreement_id, 'epoch', false FROM agreement_to_list JOIN agreement ON agreement.id = agreement_id
ON CONFLICT (agreement_id) DO NOTHING;
