-- Saved mappings of layouts that no adapter knows: written once in the wizard, recognised by their headings from then on.
CREATE TABLE import_profile (
  name TEXT PRIMARY KEY,
  profile TEXT NOT NULL,
  headings INTEGER NOT NULL CHECK (headings > 0),
  saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
