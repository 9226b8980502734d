#!/bin/sh
# Makes the two logins and the database of Hansa; the image of PostgreSQL runs it once, on an empty volume.
set -eu
psql --set=ON_ERROR_STOP=1 --set=migrator="$HANSA_MIGRATOR_PASSWORD" --set=server="$HANSA_SERVER_PASSWORD" --username=postgres <<'SQL'
create role hansa_migrator login createrole bypassrls password :'migrator';
create role hansa_server login password :'server';
create database hansa owner hansa_migrator;
SQL
