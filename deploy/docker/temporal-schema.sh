#!/bin/sh
# Brings Temporal's two databases to the schema of this server version. May run again and again.
set -eu

prepare() {
  database="$1"
  schema="/etc/temporal/schema/postgresql/v12/$2/versioned"
  tool="temporal-sql-tool --plugin postgres12 --endpoint postgres --port 5432 --user temporal --database $database"
  # An existing database is no failure, and an existing schema table neither: update-schema then finds what is missing.
  $tool create || echo "$database exists"
  $tool setup-schema --version 0.0 || echo "$database has a schema"
  $tool update-schema --schema-dir "$schema"
}

prepare temporal temporal
prepare temporal_visibility visibility
