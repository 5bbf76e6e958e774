#include "core/store/schema.h"

#include <array>

namespace agon::store {
namespace {

// What is scanned is narrow (battles, games); texts live in tables of their own. Facts are
// appended; the few updates there are fill in what was not known when a row was added.
constexpr std::string_view version1 = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- What people read and search: instructions, answers, explanations. Equal texts are stored once.
CREATE TABLE texts(
  id INTEGER PRIMARY KEY,
  hash INTEGER NOT NULL,
  marks INTEGER NOT NULL,
  length INTEGER NOT NULL,   -- code points
  body TEXT NOT NULL) STRICT;
CREATE INDEX texts_by_hash ON texts(hash);
CREATE VIRTUAL TABLE search USING fts5(body, content='texts', content_rowid='id', tokenize='unicode61 remove_diacritics 2');

-- What judges were asked; a jury is asked the same. Not searched. A text, or a zstd frame as a blob.
CREATE TABLE prompts(
  id INTEGER PRIMARY KEY,
  hash INTEGER NOT NULL,     -- of the text, not of the frame
  body ANY NOT NULL) STRICT;
CREATE INDEX prompts_by_hash ON prompts(hash);

CREATE TABLE models(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind INTEGER NOT NULL,
  provider TEXT NOT NULL DEFAULT '',
  api_model TEXT NOT NULL DEFAULT '',
  family TEXT NOT NULL DEFAULT '',
  key_variable TEXT NOT NULL DEFAULT '',  -- the name of an environment variable, never a key
  roles INTEGER NOT NULL DEFAULT 0,
  parent INTEGER REFERENCES models(id),
  iteration INTEGER,
  stage INTEGER NOT NULL DEFAULT 0,
  price_in REAL,
  price_out REAL,
  price_cached REAL,
  strength REAL,
  sampling TEXT NOT NULL DEFAULT '{}',
  note TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE endpoints(
  model INTEGER NOT NULL REFERENCES models(id),
  position INTEGER NOT NULL,
  base_url TEXT NOT NULL,
  PRIMARY KEY(model, position)) STRICT, WITHOUT ROWID;

CREATE TABLE sets(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, facts TEXT NOT NULL DEFAULT '{}') STRICT;
CREATE TABLE categories(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE instructions(
  id INTEGER PRIMARY KEY,
  set_id INTEGER NOT NULL REFERENCES sets(id),
  key TEXT NOT NULL,         -- the source's own id; '' when the texts identify it
  hash INTEGER NOT NULL,     -- of all turns; 0 while the texts are not known
  category INTEGER REFERENCES categories(id),
  source TEXT NOT NULL DEFAULT '',
  turns INTEGER NOT NULL,
  difficulty REAL,
  facts TEXT NOT NULL DEFAULT '{}') STRICT;
CREATE UNIQUE INDEX instructions_by_key ON instructions(set_id, key) WHERE key <> '';
CREATE INDEX instructions_by_hash ON instructions(set_id, hash);
CREATE TABLE instruction_turns(
  instruction INTEGER NOT NULL REFERENCES instructions(id),
  role INTEGER NOT NULL,     -- 0 user, 1 assistant (given history), 2 system, 3 reference answer
  turn INTEGER NOT NULL,     -- from 1
  text INTEGER NOT NULL REFERENCES texts(id),
  PRIMARY KEY(instruction, role, turn)) STRICT, WITHOUT ROWID;
CREATE INDEX instruction_turns_by_text ON instruction_turns(text);
-- Splits and test sets are views of instructions that live in another set.
CREATE TABLE set_members(
  set_id INTEGER NOT NULL REFERENCES sets(id),
  instruction INTEGER NOT NULL REFERENCES instructions(id),
  position INTEGER NOT NULL,
  PRIMARY KEY(set_id, instruction)) STRICT, WITHOUT ROWID;

CREATE TABLE responses(
  id INTEGER PRIMARY KEY,
  model INTEGER NOT NULL REFERENCES models(id),
  instruction INTEGER NOT NULL REFERENCES instructions(id),
  sampling TEXT NOT NULL,
  hash INTEGER NOT NULL,     -- of all turns; 0 while the texts are not known
  marks INTEGER NOT NULL,
  tokens_in INTEGER,
  tokens_out INTEGER,
  cost REAL,
  seconds REAL,
  call INTEGER REFERENCES calls(id)) STRICT;
CREATE INDEX responses_by_instruction ON responses(instruction, model);
CREATE TABLE response_turns(
  response INTEGER NOT NULL REFERENCES responses(id),
  turn INTEGER NOT NULL,
  text INTEGER NOT NULL REFERENCES texts(id),
  PRIMARY KEY(response, turn)) STRICT, WITHOUT ROWID;
CREATE INDEX response_turns_by_text ON response_turns(text);

CREATE TABLE battles(
  id INTEGER PRIMARY KEY,
  set_id INTEGER NOT NULL REFERENCES sets(id),
  instruction INTEGER REFERENCES instructions(id),  -- null: a row of outcomes without texts
  turn INTEGER NOT NULL,
  response_a INTEGER REFERENCES responses(id),
  response_b INTEGER REFERENCES responses(id),
  model_a INTEGER NOT NULL REFERENCES models(id),
  model_b INTEGER NOT NULL REFERENCES models(id),
  length_a INTEGER NOT NULL,  -- code points of this turn, 0 not known
  length_b INTEGER NOT NULL,
  marks_a INTEGER NOT NULL,
  marks_b INTEGER NOT NULL,
  at INTEGER NOT NULL,
  stage INTEGER REFERENCES stages(id),
  run INTEGER REFERENCES runs(id),
  category INTEGER REFERENCES categories(id),       -- of rows without texts
  row INTEGER,
  row_hash INTEGER) STRICT;
CREATE UNIQUE INDEX battles_by_pair ON battles(instruction, turn, response_a, response_b) WHERE instruction IS NOT NULL;
CREATE UNIQUE INDEX battles_by_row ON battles(set_id, row, row_hash) WHERE instruction IS NULL;

-- Verdict and scores in the battle's terms. The newest game of a judge in an order counts.
CREATE TABLE games(
  id INTEGER PRIMARY KEY,
  battle INTEGER NOT NULL REFERENCES battles(id),
  judge INTEGER NOT NULL REFERENCES models(id),
  ord INTEGER NOT NULL,      -- 0 A was read first, 1 B
  verdict INTEGER NOT NULL,
  score_a REAL,
  score_b REAL,
  preference_a REAL,
  content INTEGER NOT NULL,  -- hash of what was said, so that reading it again adds nothing
  at INTEGER NOT NULL) STRICT;
CREATE INDEX games_by_battle ON games(battle, judge, ord);
CREATE TABLE game_details(
  game INTEGER PRIMARY KEY REFERENCES games(id),
  explanation INTEGER REFERENCES texts(id),
  raw ANY,                   -- all that the judge said, as in prompts; null: the explanation is
  prompt INTEGER REFERENCES prompts(id),
  error TEXT,
  tokens_in INTEGER,
  tokens_out INTEGER,
  cost REAL,
  seconds REAL,
  style TEXT,
  served_model TEXT,
  fingerprint TEXT,
  call INTEGER REFERENCES calls(id)) STRICT;
CREATE INDEX game_details_by_explanation ON game_details(explanation) WHERE explanation IS NOT NULL;

-- A call is written down before it is sent; begun and not committed means possibly billed.
CREATE TABLE calls(
  id INTEGER PRIMARY KEY,
  key BLOB NOT NULL UNIQUE,
  run INTEGER REFERENCES runs(id),
  model INTEGER NOT NULL REFERENCES models(id),
  purpose INTEGER NOT NULL,  -- 0 answer, 1 game
  begun INTEGER NOT NULL,
  ended INTEGER,
  state INTEGER NOT NULL) STRICT;

CREATE TABLE annotators(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE overrides(
  id INTEGER PRIMARY KEY,
  battle INTEGER NOT NULL REFERENCES battles(id),
  annotator INTEGER NOT NULL REFERENCES annotators(id),
  verdict INTEGER,           -- null: clear
  note INTEGER REFERENCES texts(id),
  blind INTEGER NOT NULL,
  undoes INTEGER REFERENCES overrides(id),
  at INTEGER NOT NULL) STRICT;
CREATE INDEX overrides_by_battle ON overrides(battle);
CREATE TABLE flags(
  id INTEGER PRIMARY KEY,
  battle INTEGER NOT NULL REFERENCES battles(id),
  annotator INTEGER NOT NULL REFERENCES annotators(id),
  raised INTEGER NOT NULL,
  at INTEGER NOT NULL) STRICT;
CREATE INDEX flags_by_battle ON flags(battle);

CREATE TABLE runs(
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  seed INTEGER NOT NULL,
  parameters TEXT NOT NULL,
  state TEXT NOT NULL,
  at INTEGER NOT NULL) STRICT;
CREATE TABLE iterations(
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES runs(id),
  number INTEGER NOT NULL,
  UNIQUE(run, number)) STRICT;
CREATE TABLE stages(
  id INTEGER PRIMARY KEY,
  iteration INTEGER NOT NULL REFERENCES iterations(id),
  kind INTEGER NOT NULL,
  slice TEXT NOT NULL,
  state TEXT NOT NULL,
  checkpoint INTEGER REFERENCES models(id),
  parent INTEGER REFERENCES models(id),
  fighter INTEGER REFERENCES models(id),
  facts TEXT NOT NULL,
  at INTEGER NOT NULL) STRICT;
CREATE TABLE selections(
  id INTEGER PRIMARY KEY,
  stage INTEGER NOT NULL REFERENCES stages(id),
  instruction INTEGER NOT NULL REFERENCES instructions(id),
  battle INTEGER REFERENCES battles(id),
  chosen INTEGER NOT NULL REFERENCES responses(id),
  rejected INTEGER REFERENCES responses(id),
  gap REAL,
  human INTEGER NOT NULL,
  vetoed INTEGER NOT NULL) STRICT;
CREATE INDEX selections_by_stage ON selections(stage);
CREATE INDEX selections_by_battle ON selections(battle);
CREATE TABLE datasets(
  id INTEGER PRIMARY KEY,
  stage INTEGER NOT NULL REFERENCES stages(id),
  format TEXT NOT NULL,
  rows INTEGER NOT NULL,
  digest TEXT NOT NULL,
  facts TEXT NOT NULL,
  at INTEGER NOT NULL) STRICT;
CREATE TABLE training_jobs(
  id INTEGER PRIMARY KEY,
  stage INTEGER NOT NULL REFERENCES stages(id),
  dataset INTEGER REFERENCES datasets(id),
  engine TEXT NOT NULL,
  state TEXT NOT NULL,
  facts TEXT NOT NULL,
  at INTEGER NOT NULL) STRICT;
CREATE TABLE checkpoints(
  id INTEGER PRIMARY KEY,
  job INTEGER REFERENCES training_jobs(id),
  stage INTEGER NOT NULL REFERENCES stages(id),
  model INTEGER NOT NULL REFERENCES models(id),
  parent INTEGER REFERENCES models(id),
  facts TEXT NOT NULL,
  at INTEGER NOT NULL) STRICT;

CREATE TABLE rating_runs(
  id INTEGER PRIMARY KEY,
  policy TEXT NOT NULL,      -- JSON: judge, merge rule, anchor, seed, filter, battles
  result TEXT NOT NULL,
  at INTEGER NOT NULL) STRICT;

CREATE TABLE imports(
  id INTEGER PRIMARY KEY,
  file_name TEXT NOT NULL,
  format TEXT NOT NULL,
  rows INTEGER NOT NULL,
  added INTEGER NOT NULL,
  duplicates INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  at INTEGER NOT NULL) STRICT;
CREATE TABLE rejections(
  import INTEGER NOT NULL REFERENCES imports(id),
  position INTEGER NOT NULL,
  line INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY(import, position)) STRICT, WITHOUT ROWID;
)sql";

// What running an arena needs. Version 1 had a table of calls that nothing wrote to.
constexpr std::string_view version2 = R"sql(
ALTER TABLE models ADD COLUMN limits TEXT NOT NULL DEFAULT '{}';  -- JSON: requests at once, seconds, TLS
ALTER TABLE runs ADD COLUMN message TEXT NOT NULL DEFAULT '';     -- why it ended, for a person
ALTER TABLE runs ADD COLUMN ended INTEGER;

-- What a run plans, round by round (a plan that does not depend on results has one). Battle ids are
-- handed out by the plan, so that no result depends on the order in which answers arrive.
CREATE TABLE run_rounds(
  run INTEGER NOT NULL REFERENCES runs(id),
  round INTEGER NOT NULL,
  first_battle INTEGER NOT NULL,
  battles INTEGER NOT NULL,
  plan TEXT NOT NULL,        -- JSON: battles of each pair, where they depend on results
  PRIMARY KEY(run, round)) STRICT, WITHOUT ROWID;

-- Files of requests that a provider answers within a day; what they were is known after a restart.
CREATE TABLE batches(
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES runs(id),
  model INTEGER NOT NULL REFERENCES models(id),
  purpose INTEGER NOT NULL,  -- 0 answer, 1 game
  remote TEXT NOT NULL,      -- the provider's id; '' until it is known
  input_file TEXT NOT NULL,  -- the provider's id of the file
  state TEXT NOT NULL,
  requests INTEGER NOT NULL,
  facts TEXT NOT NULL,       -- JSON: what the provider said last
  at INTEGER NOT NULL,
  ended INTEGER) STRICT;

DROP TABLE calls;
-- A call is written down before it is sent; begun and not ended means possibly billed.
CREATE TABLE calls(
  id INTEGER PRIMARY KEY,
  key BLOB NOT NULL,         -- hash of all that was asked
  run INTEGER REFERENCES runs(id),
  model INTEGER NOT NULL REFERENCES models(id),
  purpose INTEGER NOT NULL,  -- 0 answer, 1 game
  state INTEGER NOT NULL,    -- 0 begun, 1 answered, 2 answered without a verdict, 3 failed, 4 lost, 5 not sent
  begun INTEGER NOT NULL,
  ended INTEGER,
  tokens_in INTEGER,
  tokens_out INTEGER,
  tokens_cached INTEGER,
  cost REAL,                 -- dollars
  seconds REAL,
  first_token REAL,          -- seconds
  attempts INTEGER NOT NULL DEFAULT 0,
  maybe_billed INTEGER NOT NULL DEFAULT 0,  -- further attempts that the server may have counted
  failure TEXT,              -- a name of its cause
  message TEXT,
  served_model TEXT,
  fingerprint TEXT,
  batch INTEGER REFERENCES batches(id)) STRICT;
CREATE INDEX calls_malformed ON calls(key) WHERE state = 2;
CREATE INDEX calls_by_run ON calls(run, state);
-- What a model thought before it answered, where the server tells it apart; packed as prompts are.
CREATE TABLE reasonings(
  call INTEGER PRIMARY KEY REFERENCES calls(id),
  body ANY NOT NULL) STRICT;
)sql";

constexpr std::array<std::string_view, schemaVersion> all{version1, version2};

} // namespace

std::span<const std::string_view> migrations() {
    return all;
}

} // namespace agon::store
