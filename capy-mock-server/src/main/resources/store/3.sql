CREATE TABLE IF NOT EXISTS origins (
    world VARCHAR(100) PRIMARY KEY,
    dump TEXT NOT NULL
);
INSERT INTO origins (world, dump) SELECT id, origin FROM worlds WHERE origin IS NOT NULL;
ALTER TABLE worlds DROP COLUMN origin;
