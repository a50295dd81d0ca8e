#!/usr/bin/env bash
# Four queries over 100,000 firms, 200,000 filings and 300,000 patents, put to the product and to the minimal
# graphql-java servers of FOLDER in turn, in one run; answers are compared first. The command is in
# platform/docs/commands.md. Needs node, wrk, curl, Maven and a JDK 21 or newer in JAVA_HOME.
#   run.sh FOLDER [WORK]      SECS=5 WARM=8 RUNS=3 CONNECTIONS="16 64" QUERIES="q1 q2 q3 q4" SERVERS="gj26 gj25"
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
folder="$(cd "${1:?the folder of the reference benchmark}" && pwd -P)"
export WORK="${2:-$(mktemp -d)}"
image="${WUYOU_IMAGE:-$here/../../target/wuyou}"
java="${JAVA_HOME:?a JDK 21 or newer}/bin/java"
secs="${SECS:-5}" warm="${WARM:-8}" runs="${RUNS:-3}" connections="${CONNECTIONS:-16 64}" queries="${QUERIES:-q1 q2 q3 q4}" servers="${SERVERS:-gj26 gj25}"
export TOKEN=token-of-the-benchmark
mkdir -p "$WORK"
cd "$WORK"
running=()
stop() { for pid in ${running[@]+"${running[@]}"}; do kill "$pid" 2>/dev/null || true; done; wait; }
trap stop EXIT

answers() { # URL: waits until it answers
  for _ in $(seq 1200); do curl -sf -o /dev/null "$1" && return; sleep 0.1; done
  echo "$1 does not answer; see $WORK" >&2; exit 1
}

[ -f data/vars-q4.json ] || node "$folder/gen.mjs" "$WORK/data" >/dev/null
[ -f requests/q4.txt ] || node "$here/requests.mjs" data requests
[ -f bodies/java/q4.txt ] || node "$folder/bodies.mjs" java "$WORK/data" "$WORK/bodies/java"
[ -d java-gj26/lib ] || { cp -r "$folder/java-server" java-server && chmod -R u+w java-server && bash java-server/build.sh; }

# --- the product, its data through the file exchange
rm -rf plugin plugins && mkdir -p plugin/META-INF/wuyou/schema plugins
cp "$here/bench.graphqls" plugin/META-INF/wuyou/schema/
printf '%s\n' 'Bundle-ManifestVersion: 2' 'Bundle-SymbolicName: org.wuyou.bench' 'Bundle-Version: 0.1.0' 'Wuyou-Module: bench' >manifest
"$JAVA_HOME/bin/jar" --create --file plugins/bench.jar --manifest manifest -C plugin .
url=http://127.0.0.1:8096
WUYOU_ADMIN_TOKEN=$TOKEN WUYOU_JAVA_OPTS="-Xmx2g ${WUYOU_JAVA_OPTS:-}" "$image/bin/wuyou" start --port 8096 --data "$WORK/store" --plugins "$WORK/plugins" >product.log 2>&1 &
running+=($!)
product=$!
answers "$url/health/ready"
if [ ! -f loaded ]; then
  for entity in BenchFirm BenchFiling BenchPatent; do
    begun=$(date +%s%N)
    curl -sf -H "Authorization: Bearer $TOKEN" -H 'Content-Type: text/csv' --data-binary "@requests/$entity.csv" "$url/files/$entity?mode=commit&name=$entity.csv" |
      node -e 'const r = JSON.parse(require("fs").readFileSync(0, "utf8")); console.log(`loaded '$entity': ${r.accepted} rows, ${r.errors.length} refused`); if (r.errors.length || !r.accepted) { console.log(JSON.stringify(r.errors[0])); process.exit(1); }'
    echo "  $((($(date +%s%N) - begun) / 1000000)) ms"
  done
  touch loaded
fi

# --- the reference servers
port=8126
for server in $servers; do
  "$java" -Xmx2g -cp "$WORK/java-$server/classes:$WORK/java-$server/lib/*" bench.Main $port "$WORK/data" >"$server.log" 2>&1 &
  running+=($!)
  answers "http://127.0.0.1:$port/hello"
  eval "port_$server=$port"
  port=$((port + 1))
done
first="${servers%% *}"
first_port="port_$first"
node "$here/compare.mjs" "http://127.0.0.1:${!first_port}/graphql" bodies/java "$url/graphql" requests "$TOKEN"

# --- requests a second: every server in turn, so that whatever else the machine does falls on all of them
shot() { # NAME URL REQUESTS QUERY CONNECTIONS SECONDS
  local used before
  before=$(awk '{print $14 + $15}' "/proc/$product/stat")
  REQUESTS="$3/$4.txt" wrk -t1 -c"$5" -d"$6s" --timeout 10s -s "$here/post.lua" "$2/graphql" | sed -n 's/^RESULT //p' >shot
  used=$(($(awk '{print $14 + $15}' "/proc/$product/stat") - before))
  [ -s shot ] || { echo "wrk failed for $1 $4" >&2; exit 1; }
  [ -z "${7:-}" ] || echo "{\"server\": \"$1\", \"query\": \"$4\", \"connections\": $5, \"productCpuTicks\": $used, \"result\": $(cat shot)}" >>"$7"
}
results="$WORK/results-$(date +%Y%m%dT%H%M%S).jsonl"
for query in $queries; do
  shot wuyou "$url" requests "$query" 16 "$warm"
  for server in $servers; do p="port_$server"; shot "$server" "http://127.0.0.1:${!p}" bodies/java "$query" 16 "$warm"; done
  for count in $connections; do
    for _ in $(seq "$runs"); do
      shot wuyou "$url" requests "$query" "$count" "$secs" "$results"
      for server in $servers; do p="port_$server"; shot "$server" "http://127.0.0.1:${!p}" bodies/java "$query" "$count" "$secs" "$results"; done
    done
  done
done
node "$here/summary.mjs" "$results"
echo "all runs: $results; load average now: $(cut -d' ' -f1-3 /proc/loadavg)"
