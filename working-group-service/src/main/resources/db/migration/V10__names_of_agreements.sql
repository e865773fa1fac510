-- What people call an agreement. One that was heard of before gets it when it is told the next time.
ALTER TABLE agreement
    ADD COLUMN reference text,
    ADD COLUMN title     jsonb NOT NULL DEFAULT '{}';
