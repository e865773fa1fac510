-- When an import took an agreement over from older records: of what was due before nobody is told.
ALTER TABLE agreement ADD COLUMN imported_at timestamptz;
