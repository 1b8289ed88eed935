-- The store of Multivector, first form. Dimensions are small integers; the fact table is one packed integer key and its figure.
-- A sentence for every column stands in dictionary.yml.

CREATE TABLE unit (
  code TEXT PRIMARY KEY,
  name_en TEXT NOT NULL, name_ru TEXT NOT NULL, name_kk TEXT NOT NULL,
  short_en TEXT NOT NULL, short_ru TEXT NOT NULL, short_kk TEXT NOT NULL,
  family TEXT NOT NULL,
  factor REAL NOT NULL CHECK (factor > 0),
  decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 9)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name_en TEXT NOT NULL, name_ru TEXT NOT NULL, name_kk TEXT NOT NULL,
  unit TEXT NOT NULL REFERENCES unit (code),
  domain TEXT NOT NULL,
  topic TEXT NOT NULL,
  partner_rule TEXT NOT NULL CHECK (partner_rule IN ('required', 'WLD', 'none')),
  direction INTEGER NOT NULL CHECK (direction IN (-1, 0, 1)),
  aggregation TEXT NOT NULL,
  frequency TEXT NOT NULL,
  minimum REAL, maximum REAL,
  whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
  cumulative_ytd INTEGER NOT NULL CHECK (cumulative_ytd IN (0, 1)),
  description_en TEXT NOT NULL, description_ru TEXT NOT NULL, description_kk TEXT NOT NULL
) STRICT;

CREATE TABLE area (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('country', 'group', 'special', 'historic')),
  iso2 TEXT, m49 TEXT, comtrade TEXT, imf TEXT,
  name_en TEXT NOT NULL, name_ru TEXT NOT NULL, name_kk TEXT NOT NULL,
  short_en TEXT NOT NULL, short_ru TEXT NOT NULL, short_kk TEXT NOT NULL,
  text_en TEXT NOT NULL,
  forms TEXT NOT NULL,
  valid_from TEXT NOT NULL, valid_to TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE area_alias (
  alias TEXT NOT NULL,
  language TEXT NOT NULL,
  area TEXT,
  candidates TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL,
  publisher TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (alias, language, publisher, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE area_member (
  area_group TEXT NOT NULL REFERENCES area (code),
  member TEXT NOT NULL REFERENCES area (code),
  from_day TEXT NOT NULL DEFAULT '',
  to_day TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (area_group, member, from_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  publisher TEXT NOT NULL,
  url TEXT NOT NULL,
  licence TEXT NOT NULL,
  terms TEXT NOT NULL CHECK (terms IN ('open', 'narrow', 'unreviewed')),
  retrieved_from TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

-- A note is written once and pointed at: press rows repeat theirs thousands of times.
CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('bundled', 'import')),
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  encoding TEXT NOT NULL,
  format TEXT NOT NULL,
  profile TEXT,
  delimiter TEXT,
  decimal_mark TEXT,
  vintage TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  imported_by TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  rows_read INTEGER NOT NULL DEFAULT 0,
  rows_new INTEGER NOT NULL DEFAULT 0,
  rows_revised INTEGER NOT NULL DEFAULT 0,
  rows_unchanged INTEGER NOT NULL DEFAULT 0,
  rows_aggregates INTEGER NOT NULL DEFAULT 0,
  rows_rejected INTEGER NOT NULL DEFAULT 0,
  undone_at TEXT,
  report TEXT
) STRICT;

CREATE TABLE series (
  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 8388607),
  indicator INTEGER NOT NULL REFERENCES indicator (id),
  reporter INTEGER NOT NULL REFERENCES area (id),
  partner INTEGER NOT NULL REFERENCES area (id),
  source INTEGER NOT NULL REFERENCES source (id),
  UNIQUE (indicator, reporter, partner, source)
) STRICT;
CREATE INDEX series_by_partner ON series (indicator, partner);
CREATE INDEX series_by_source ON series (source);

-- id = series * 2^30 + period code, below 2^53: figures of one series lie side by side, and an append is an append.
CREATE TABLE observation (
  id INTEGER PRIMARY KEY,
  value REAL,
  status TEXT NOT NULL DEFAULT 'A',
  decimals INTEGER,
  batch INTEGER NOT NULL REFERENCES batch (id),
  line INTEGER,
  note INTEGER REFERENCES note (id),
  series INTEGER GENERATED ALWAYS AS (id >> 30) VIRTUAL,
  period INTEGER GENERATED ALWAYS AS (id & 1073741823) VIRTUAL,
  CHECK ((value IS NULL) = (status IN ('M', 'O')))
) STRICT;

-- What a batch replaced, as it stood: "as known on <date>" and undo read it.
CREATE TABLE revision (
  id INTEGER NOT NULL,
  replaced_by INTEGER NOT NULL REFERENCES batch (id),
  value REAL,
  status TEXT NOT NULL,
  decimals INTEGER,
  batch INTEGER NOT NULL REFERENCES batch (id),
  line INTEGER,
  note INTEGER REFERENCES note (id),
  PRIMARY KEY (id, replaced_by)
) STRICT, WITHOUT ROWID;
CREATE INDEX revision_by_batch ON revision (replaced_by);

CREATE TABLE source_preference (
  id INTEGER PRIMARY KEY,
  indicator TEXT NOT NULL,
  reporter TEXT NOT NULL,
  period_from TEXT NOT NULL, period_to TEXT NOT NULL,
  source TEXT NOT NULL,
  rank INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE series_break (
  id INTEGER PRIMARY KEY,
  indicator TEXT NOT NULL,
  reporter TEXT NOT NULL,
  period TEXT NOT NULL,
  kind TEXT NOT NULL,
  gap INTEGER NOT NULL CHECK (gap IN (0, 1)),
  from_source TEXT NOT NULL, to_source TEXT NOT NULL,
  reason_en TEXT NOT NULL, reason_ru TEXT NOT NULL, reason_kk TEXT NOT NULL
) STRICT;

CREATE TABLE warning (
  id TEXT PRIMARY KEY,
  topic TEXT NOT NULL,
  indicator TEXT NOT NULL,
  reporter TEXT NOT NULL,
  partner TEXT NOT NULL,
  period_from TEXT NOT NULL, period_to TEXT NOT NULL,
  text_en TEXT NOT NULL, text_ru TEXT NOT NULL, text_kk TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  date TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  category TEXT NOT NULL,
  partners TEXT NOT NULL,
  source TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('bundled', 'user')),
  hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1))
) STRICT;

CREATE TABLE membership (
  id INTEGER PRIMARY KEY,
  reporter TEXT NOT NULL,
  organisation TEXT NOT NULL,
  led_by TEXT NOT NULL,
  joined TEXT NOT NULL,
  left_on TEXT NOT NULL,
  status TEXT NOT NULL,
  source TEXT NOT NULL
) STRICT;

CREATE TABLE project (
  id TEXT PRIMARY KEY,
  stem TEXT NOT NULL,
  name TEXT NOT NULL,
  country TEXT NOT NULL,
  sector TEXT NOT NULL,
  region TEXT NOT NULL,
  investor_countries TEXT NOT NULL,
  value_usd_m REAL,
  financing TEXT NOT NULL,
  local_share_pct REAL,
  status TEXT NOT NULL,
  start TEXT NOT NULL,
  completed TEXT NOT NULL,
  summary TEXT NOT NULL,
  source TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX project_by_stem ON project (stem);

CREATE TABLE project_tag (
  stem TEXT NOT NULL,
  tag TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('bundled', 'user')),
  source TEXT NOT NULL DEFAULT '',
  hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),
  PRIMARY KEY (stem, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE corridor (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  transit_countries TEXT NOT NULL,
  points TEXT NOT NULL,
  approximate_points TEXT NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE scenario (
  id TEXT PRIMARY KEY,
  country TEXT NOT NULL,
  lever TEXT NOT NULL,
  outcome TEXT NOT NULL,
  value REAL,
  unit TEXT NOT NULL,
  low REAL, high REAL,
  source TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
  id TEXT PRIMARY KEY,
  claim TEXT NOT NULL,
  quote_start_words TEXT NOT NULL,
  topic TEXT NOT NULL,
  indicators TEXT NOT NULL,
  test TEXT NOT NULL,
  rule TEXT,
  source TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('bundled', 'user')),
  analyst_verdict TEXT,
  analyst_note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- Names observations instead of copying their figures: a revised figure revises the share.
CREATE TABLE oil_transit_recipe (
  id INTEGER PRIMARY KEY,
  crosses TEXT NOT NULL,
  year INTEGER NOT NULL,
  bound TEXT NOT NULL CHECK (bound IN ('low', 'high')),
  role TEXT NOT NULL CHECK (role IN ('numerator', 'denominator', 'stated')),
  indicator TEXT NOT NULL,
  reporter TEXT NOT NULL,
  partner TEXT NOT NULL,
  period TEXT NOT NULL,
  source TEXT NOT NULL,
  factor REAL NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the user set aside for a briefing: the view that draws it again, never a copy of the figures alone.
CREATE TABLE briefing_item (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  view TEXT NOT NULL,
  snapshot TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;
