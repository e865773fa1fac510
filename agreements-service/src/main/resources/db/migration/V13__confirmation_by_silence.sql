-- For how long a side must be silent to confirm that a commitment is fulfilled, where that was agreed.
ALTER TABLE commitment ADD confirmation_by_silence text;

-- When somebody must look whether a side has been silent for long enough. It may be too early, and never too late.
ALTER TABLE agreement ADD silence_over_at timestamptz;
CREATE INDEX agreement_by_silence_over ON agreement (silence_over_at, id) WHERE silence_over_at IS NOT NULL;
