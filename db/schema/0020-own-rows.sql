-- Rows of the user's own beside the bundled ones.

-- A user's event may concern one reporter; empty = everybody's. Bundled events are told from Kazakhstan's side (domain/event.ts).
ALTER TABLE event ADD COLUMN reporter TEXT NOT NULL DEFAULT '';

-- A source the user put first is a rule of rank 0, before every bundled one.
ALTER TABLE source_preference ADD COLUMN origin TEXT NOT NULL DEFAULT 'bundled' CHECK (origin IN ('bundled', 'user'));
CREATE UNIQUE INDEX source_preference_of_user ON source_preference (indicator, reporter) WHERE origin = 'user';
