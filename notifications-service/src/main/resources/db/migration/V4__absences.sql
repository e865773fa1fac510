-- When members are away, and which person stands in for them.
ALTER TABLE member ADD COLUMN absences jsonb NOT NULL DEFAULT '[]';
