-- Series and period of a figure are in its key, and every question asks the key: computing both beside each row that is written took a sixth of
-- the writing. They held no bytes, so no row changes.
ALTER TABLE observation DROP COLUMN series;
ALTER TABLE observation DROP COLUMN period;
