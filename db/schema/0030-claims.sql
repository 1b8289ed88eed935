-- Verdicts as they stood after each batch, so that the ones an import changed can be listed.
CREATE TABLE claim_verdict (
  claim TEXT NOT NULL,
  reporter TEXT NOT NULL,
  batch INTEGER NOT NULL,
  verdict TEXT NOT NULL,
  PRIMARY KEY (claim, reporter, batch)
) STRICT, WITHOUT ROWID;
