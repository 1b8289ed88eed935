-- Whose data packages are taken. Public keys only: a private key is a file of its owner's and never comes into a store.
CREATE TABLE signing_key (
  fingerprint TEXT PRIMARY KEY,
  public_key TEXT NOT NULL,
  name TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('trusted', 'distrusted')),
  decided_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
