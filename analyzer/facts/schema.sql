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

-- A place where a program begins to serve requests.
CREATE TABLE served (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  library TEXT NOT NULL  -- 'cpp-httplib', 'grpc' ...
) STRICT;

-- A route that a program serves.
CREATE TABLE route (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  library TEXT NOT NULL,
  target TEXT NOT NULL  -- the path or pattern; '' where it is not one constant
) STRICT;

-- A signal that a program handles, blocks or waits for.
CREATE TABLE handled_signal (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  "signal" TEXT NOT NULL  -- 'SIGTERM'
) STRICT;

-- What the handler of a signal does.
CREATE TABLE signal_handler (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  "signal" TEXT NOT NULL,  -- 'SIGTERM'
  does TEXT NOT NULL,      -- 'exits' (each time), 'stops' (tells a server to)
  reached TEXT NOT NULL    -- the function that does it
) STRICT;

-- A logger that a program sets up.
CREATE TABLE logger_setup (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  setup TEXT NOT NULL,  -- what sets it up: 'spdlog::set_pattern'
  form TEXT NOT NULL    -- 'text', 'fields'
) STRICT;

-- The first line that a handler of requests logs.
CREATE TABLE handler_log (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  "before" TEXT NOT NULL,   -- the text of the handler up to there
  "statement" TEXT NOT NULL  -- what logs
) STRICT;

-- Metrics that a program keeps, or gives out.
CREATE TABLE metric (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  library TEXT NOT NULL,  -- 'prometheus-cpp' ...
  what TEXT NOT NULL      -- 'counted', 'timed', 'exposed'
) STRICT;

-- A route that answers the same whatever the state of the program.
CREATE TABLE fixed_route (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  library TEXT NOT NULL,
  target TEXT NOT NULL
) STRICT;

-- Something that is kept in a cache outside the process.
CREATE TABLE cache_write (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  library TEXT NOT NULL,   -- 'redis', 'libmemcached'
  function TEXT NOT NULL,  -- in which the call stands
  expiry TEXT NOT NULL     -- 'set', 'none'
) STRICT;

-- An object of Kubernetes. Only what has the same scope and namespace is deployed together.
CREATE TABLE k8s_object (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  object TEXT NOT NULL,  -- its kind: 'Service', 'ConfigMap' ...
  name TEXT NOT NULL,
  namespace TEXT NOT NULL,  -- '' where none is said
  scope TEXT NOT NULL  -- the chart or folder it belongs to
) STRICT;

-- What pods are made from, with what keeps them alive.
CREATE TABLE k8s_workload (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  object TEXT NOT NULL,  -- 'Deployment', 'StatefulSet' ...
  name TEXT NOT NULL,
  namespace TEXT NOT NULL,
  scope TEXT NOT NULL,
  labels TEXT NOT NULL,  -- of its pods: ',app=shop,tier=web,'
  replicas TEXT NOT NULL,  -- as written; '1' where nothing is
  fixed TEXT NOT NULL,  -- state of `replicas`
  images TEXT NOT NULL,  -- of its containers: ',redis:7.2,'
  claims TEXT NOT NULL,  -- how many volumes that outlive its pods it mounts
  strategy TEXT NOT NULL  -- 'RollingUpdate', 'Recreate'
) STRICT;

-- A container of a workload that runs on and on. States are present, missing or unknown.
CREATE TABLE k8s_container (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  object TEXT NOT NULL,
  workload TEXT NOT NULL,
  namespace TEXT NOT NULL,
  scope TEXT NOT NULL,
  labels TEXT NOT NULL,  -- of its pods
  container TEXT NOT NULL,
  image TEXT NOT NULL,
  readiness TEXT NOT NULL,  -- state of its readiness probe
  liveness TEXT NOT NULL,
  ports TEXT NOT NULL,  -- how many it names
  prestop TEXT NOT NULL,  -- state of its preStop hook
  cpu_request TEXT NOT NULL  -- state of it
) STRICT;

-- A Service of Kubernetes with a selector.
CREATE TABLE k8s_service (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  name TEXT NOT NULL,
  namespace TEXT NOT NULL,
  scope TEXT NOT NULL,
  selector TEXT NOT NULL,  -- ',app=shop,'
  headless TEXT NOT NULL,  -- 'None' where it has no address
  ports TEXT NOT NULL      -- the names of its ports, ',http,metrics,'
) STRICT;

-- A route of OpenShift, which leads requests from outside to a Service.
CREATE TABLE k8s_route (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  name TEXT NOT NULL,
  scope TEXT NOT NULL,
  host TEXT NOT NULL,
  tls TEXT NOT NULL,     -- 'present', 'missing', 'unknown'
  managed TEXT NOT NULL  -- the same, of the annotation by which a controller asks for the certificate
) STRICT;

-- What a pod looks like from outside, of whatever object.
CREATE TABLE k8s_pod (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  object TEXT NOT NULL,
  name TEXT NOT NULL,
  namespace TEXT NOT NULL,
  scope TEXT NOT NULL,
  labels TEXT NOT NULL,
  ports TEXT NOT NULL  -- names of its ports: ',http,metrics,'
) STRICT;

-- A port of a Service that leads to a port of its pods by name.
CREATE TABLE k8s_target_port (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  service TEXT NOT NULL,
  namespace TEXT NOT NULL,
  scope TEXT NOT NULL,
  selector TEXT NOT NULL,
  target TEXT NOT NULL
) STRICT;

-- A PodDisruptionBudget.
CREATE TABLE k8s_budget (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  name TEXT NOT NULL,
  namespace TEXT NOT NULL,
  scope TEXT NOT NULL,
  selector TEXT NOT NULL,
  min_available TEXT NOT NULL,
  max_unavailable TEXT NOT NULL
) STRICT;

-- A HorizontalPodAutoscaler or ScaledObject.
CREATE TABLE k8s_autoscaler (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  name TEXT NOT NULL,
  namespace TEXT NOT NULL,
  scope TEXT NOT NULL,
  object TEXT NOT NULL,  -- kind of its target
  target TEXT NOT NULL,
  least TEXT NOT NULL,
  most TEXT NOT NULL,
  metric TEXT NOT NULL  -- the first: 'cpu'
) STRICT;

-- Something that names a ConfigMap or Secret it needs.
CREATE TABLE k8s_reference (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  object TEXT NOT NULL,  -- kind of what is named
  name TEXT NOT NULL,  -- of it
  namespace TEXT NOT NULL,
  scope TEXT NOT NULL,
  optional TEXT NOT NULL  -- 'true' where it may be missing
) STRICT;

-- An alert of Prometheus.
CREATE TABLE alert (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  name TEXT NOT NULL,
  severity TEXT NOT NULL,  -- '' where none is said
  runbook TEXT NOT NULL
) STRICT;

-- A receiver of Alertmanager.
CREATE TABLE alert_receiver (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  name TEXT NOT NULL,
  scope TEXT NOT NULL,
  sorts TEXT NOT NULL  -- its configurations: ',name,pagerduty_configs,'
) STRICT;

-- A route of Alertmanager to a receiver.
CREATE TABLE alert_route (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  receiver TEXT NOT NULL,
  scope TEXT NOT NULL,
  matchers TEXT NOT NULL,  -- as written
  goes_on TEXT NOT NULL  -- 'true': the next route is tried too
) STRICT;

-- An image that a pod runs by a tag that moves.
CREATE TABLE image_use (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  image TEXT NOT NULL,  -- as written
  name TEXT NOT NULL,  -- without tag and digest
  tag TEXT NOT NULL
) STRICT;

-- An image whose tag a kustomization sets.
CREATE TABLE image_override (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT;

-- How many instances of a workload an overlay, or another version of it, wants.
CREATE TABLE replicas_override (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  name TEXT NOT NULL,
  scope TEXT NOT NULL,
  replicas TEXT NOT NULL
) STRICT;

-- A stage of a Dockerfile.
CREATE TABLE docker_stage (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  base TEXT NOT NULL,
  name TEXT NOT NULL,
  scope TEXT NOT NULL,
  healthcheck TEXT NOT NULL  -- state
) STRICT;

-- A service of a compose file.
CREATE TABLE compose_service (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  name TEXT NOT NULL,
  scope TEXT NOT NULL,
  image TEXT NOT NULL,
  build TEXT NOT NULL,  -- state
  healthcheck TEXT NOT NULL,  -- state
  restart TEXT NOT NULL,
  ports TEXT NOT NULL,  -- how many it publishes
  context TEXT NOT NULL  -- the folder that it is built from
) STRICT;

-- What a service of a compose file starts after.
CREATE TABLE compose_need (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  service TEXT NOT NULL,
  needs TEXT NOT NULL,  -- the other service
  waits TEXT NOT NULL  -- 'service_healthy' ...
) STRICT;

-- An action that a workflow names by a tag or a branch.
CREATE TABLE action_use (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  uses TEXT NOT NULL  -- 'shop/upload@v2'
) STRICT;

-- Whose the tree is, by what it says of itself.
CREATE TABLE tree_owner (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  name TEXT NOT NULL  -- an organisation or a person: 'shop', or '@shop/platform'
) STRICT;

-- A configuration of Redis that names the addresses it listens on, and no password.
CREATE TABLE redis_listener (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  addresses TEXT NOT NULL
) STRICT;

-- An alarm of CloudWatch in Terraform.
CREATE TABLE terraform_alarm (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  name TEXT NOT NULL,
  scope TEXT NOT NULL,  -- the folder
  actions TEXT NOT NULL  -- how many it names to tell
) STRICT;

-- Something that reads an alarm of CloudWatch.
CREATE TABLE terraform_alarm_use (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  name TEXT NOT NULL  -- of the resource; what tells of all alarms is named by the event
) STRICT;

-- A job of a workflow.
CREATE TABLE ci_job (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  name TEXT NOT NULL,
  workflow TEXT NOT NULL,  -- the file
  needs TEXT NOT NULL,  -- ',build,test,'
  environment TEXT NOT NULL
) STRICT;

-- A server behind a proxy.
CREATE TABLE proxy_upstream (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  proxy TEXT NOT NULL,  -- 'nginx', 'haproxy'
  target TEXT NOT NULL  -- with its parameters
) STRICT;

-- A practice that the tree shows, where its presence counts and not what it says.
CREATE TABLE sign (
  rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  end_line INTEGER NOT NULL, end_column INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  link_unit TEXT NOT NULL,
  practice TEXT NOT NULL,  -- 'backup', 'restore', 'load-test', 'load-test-run', 'alerts-sent', 'request-id' ...
  what TEXT NOT NULL  -- what shows it, as a message may name it
) STRICT;
