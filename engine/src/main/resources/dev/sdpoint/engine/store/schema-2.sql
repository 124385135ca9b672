-- What the list of runs shows, beside what a person adds to it.
ALTER TABLE run ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN deleted_at INTEGER;
ALTER TABLE run ADD COLUMN best_error REAL;
-- Non-dominated instances of the newest evaluation: pairs of floats, relative cost and error.
ALTER TABLE run ADD COLUMN curve BLOB;

CREATE TABLE tag (
  run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  PRIMARY KEY (run, name)
) WITHOUT ROWID;
