#!/bin/sh
# Brings a Hansa under systemd to another version: backs up, stops, fetches, starts, and waits until it answers.
#   sudo deploy/update.sh VERSION [FOLDER OF BACKUPS]
set -eu
version=${1:?name the version (a tag or commit) to go to}
backups=${2:-/var/backups/hansa}
cd "$(dirname "$0")/.."
set -a
. /etc/hansa/hansa.env
set +a
export HANSA_DATA="${HANSA_DATA:-/var/lib/hansa}"
as() { setpriv --reuid=hansa --regid=hansa --init-groups env HOME=/var/lib/hansa "$@"; }

before=$(git rev-parse HEAD)
install -d -o hansa -g hansa -m 700 "$backups"
as npm run --silent backup -- "$backups/before-$version-$(date +%Y%m%d%H%M%S).backup"
as git fetch --tags --quiet
systemctl stop hansa
as git checkout --quiet "$version"
systemctl start hansa
for _ in $(seq 1 120); do
  if curl -fsS "http://127.0.0.1:${PORT:-4000}/ready" >/dev/null 2>&1; then
    echo "Hansa runs $version."
    exit 0
  fi
  sleep 2
done
echo "Hansa did not answer within four minutes: journalctl -u hansa says why. Tables only go forward, so the way back is" >&2
echo "the backup in $backups, restored with the version $before into an empty data folder or database." >&2
exit 1
