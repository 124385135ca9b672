-- Times are milliseconds since 1970; a run's state is the name of a RecordedState.
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  network TEXT NOT NULL,
  method TEXT NOT NULL,
  recipe TEXT NOT NULL,
  data_title TEXT NOT NULL,
  data_fingerprint TEXT NOT NULL,
  -- beside the store: relative to its folder
  checkpoint TEXT,
  state TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  seconds REAL NOT NULL DEFAULT 0,
  iteration INTEGER NOT NULL DEFAULT 0,
  iterations INTEGER NOT NULL DEFAULT 0,
  iterations_per_epoch INTEGER NOT NULL DEFAULT 0,
  epochs INTEGER NOT NULL DEFAULT 0
);

-- A row holds up to 512 steps in a row, packed by StepColumns.
CREATE TABLE steps (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  first INTEGER NOT NULL,
  count INTEGER NOT NULL,
  packed BLOB NOT NULL,
  UNIQUE (run, first)
);

CREATE TABLE evaluation (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  iteration INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  at INTEGER NOT NULL,
  images INTEGER NOT NULL
);
CREATE INDEX evaluation_of_run ON evaluation (run, id);

-- Every instance of an evaluation, in the order of the instance space; NULL stands for NaN.
CREATE TABLE score (
  evaluation INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  point INTEGER NOT NULL,
  ratio REAL NOT NULL,
  flops INTEGER NOT NULL,
  relative_cost REAL NOT NULL,
  top1_error REAL,
  top5_error REAL,
  loss REAL,
  millis_per_image REAL,
  PRIMARY KEY (evaluation, position)
) WITHOUT ROWID;

CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  iteration INTEGER NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  number REAL,
  text TEXT
);
CREATE INDEX event_of_run ON event (run, id);
