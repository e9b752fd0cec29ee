-- The tables of facts, one for each kind. A rule with `fact: TABLE` adds a row for each match; a clause
-- `facts: {sql: ...}` reads them. Texts that a rule does not say are ''.
--
-- Every table begins with the same columns:
--   rule        id of the rule that states the fact
--   path        of the file, relative to the root
--   line, "column", end_line, end_column
--               the place, counted from 1; columns in UTF-16 units; the end is exclusive
--   kind, role  of the file: 'cpp', 'python' ...; 'product', 'test', 'example' ...
--   link_unit   of C and C++: the program that the code is linked into, where that is known

-- A call that leaves the process and may wait for an answer.
CREATE TABLE outbound_call (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  library TEXT NOT NULL,   -- 'libcurl', 'grpc' ...
  function TEXT NOT NULL,  -- in which the call stands
  bound TEXT NOT NULL,     -- what bounds it, as the source says it
  state TEXT NOT NULL      -- 'bounded', 'huge', 'possible' (unbounded on some path), 'certain' (unbounded)
) STRICT;

-- A setting of TLS that code or configuration makes.
CREATE TABLE tls_setting (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  library TEXT NOT NULL,   -- 'libcurl', 'openssl' ...
  setting TEXT NOT NULL,   -- 'verify-peer', 'verify-host', 'min-version' ...
  value TEXT NOT NULL,     -- as the source says it
  state TEXT NOT NULL      -- 'certain', or 'possible' where only some callers pass the value
) STRICT;

-- A credential that is handed to a library, wherever it comes from. It holds no value.
CREATE TABLE credential_argument (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  library TEXT NOT NULL,   -- 'libpq', 'mysql' ...
  function TEXT NOT NULL   -- in which the call stands
) STRICT;
