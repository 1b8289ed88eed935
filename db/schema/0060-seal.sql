-- Content seals: sums of row hashes that say whether the rows are still the ones that were written.
CREATE TABLE seal (
  name TEXT PRIMARY KEY,
  rows INTEGER NOT NULL,
  content INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
