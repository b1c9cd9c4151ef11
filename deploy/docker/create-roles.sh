#!/bin/sh
# Runs once, when the database volume is new. Two roles, neither a superuser: the services' (row-level security must bind
# it) and Temporal's own. And that arrays may be compared by an index under row-level security (deploy/local/databases.ts).
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set hsl_password="$HSL_DATABASE_PASSWORD" --set temporal_password="$TEMPORAL_DATABASE_PASSWORD" <<'SQL'
CREATE ROLE hsl LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS PASSWORD :'hsl_password';
CREATE ROLE temporal LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS PASSWORD :'temporal_password';
\connect template1
ALTER FUNCTION arrayoverlap(anyarray, anyarray) LEAKPROOF;
ALTER FUNCTION arraycontains(anyarray, anyarray) LEAKPROOF;
SQL
