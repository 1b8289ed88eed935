-- Figures of one indicator, reporter, source and period added up over partners, so that counts and concentration of every reporter at
-- once need no look at millions of figures. Kept by whatever writes figures, in the same transaction; `check` compares it with them.
CREATE TABLE period_summary (
  indicator INTEGER NOT NULL,
  reporter INTEGER NOT NULL,
  source INTEGER NOT NULL,
  period INTEGER NOT NULL,
  figures INTEGER NOT NULL,
  partners INTEGER NOT NULL,
  total REAL NOT NULL,
  squares REAL NOT NULL,
  lowest REAL,
  world REAL,
  PRIMARY KEY (indicator, reporter, source, period)
) STRICT, WITHOUT ROWID;

INSERT INTO period_summary (indicator, reporter, source, period, figures, partners, total, squares, lowest, world)
SELECT s.indicator, s.reporter, s.source, o.id & 1073741823, count(*),
  count(CASE WHEN p.kind IN ('country', 'historic') AND p.id <> s.reporter THEN 1 END),
  coalesce(sum(CASE WHEN p.kind IN ('country', 'historic') AND p.id <> s.reporter THEN o.value END), 0.0),
  coalesce(sum(CASE WHEN p.kind IN ('country', 'historic') AND p.id <> s.reporter THEN o.value * o.value END), 0.0),
  min(CASE WHEN p.kind IN ('country', 'historic') AND p.id <> s.reporter THEN o.value END),
  max(CASE WHEN p.code = 'WLD' THEN o.value END)
FROM series AS s JOIN area AS p ON p.id = s.partner
  JOIN observation AS o ON o.id BETWEEN s.id << 30 AND (s.id << 30) + 1073741823
WHERE o.value IS NOT NULL
GROUP BY 1, 2, 3, 4;
