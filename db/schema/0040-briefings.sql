-- Briefings of the user's own and the one that comes with the program.

CREATE TABLE briefing (
  id INTEGER PRIMARY KEY,
  shipped INTEGER NOT NULL DEFAULT 0 CHECK (shipped IN (0, 1)),
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  saved_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

-- What a briefing was before: a version a quarter of an hour at most, the newest kept.
CREATE TABLE briefing_version (
  briefing INTEGER NOT NULL,
  version INTEGER NOT NULL,
  saved_at TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (briefing, version)
) STRICT, WITHOUT ROWID;

-- What was set aside stays for the briefings that show it when it leaves the tray.
ALTER TABLE briefing_item ADD COLUMN removed_at TEXT;

-- The ready briefing: no slides of its own, so that its template makes them.
INSERT INTO briefing (id, shipped, content, version, saved_at) VALUES (1, 1,
  '{"name":"","language":null,"reporter":"KAZ","partners":["RUS","CHN"],"baseYear":2013,"asOf":"","template":"deck","entries":[]}',
  1, '2026-11-27T00:00:00.000Z');
