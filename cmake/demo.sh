# ./dev demo: starts the parts in their order, and stops them in the reverse one. Sourced by ./dev.

demo_pids=()

stop_demo() {
  local pid i
  trap - EXIT INT TERM
  for ((i = ${#demo_pids[@]} - 1; i >= 0; i--)); do
    pid=${demo_pids[i]}
    kill -TERM "$pid" 2>/dev/null || continue
    wait "$pid" 2>/dev/null || true
  done
}

demo_failed() {
  printf '\n%s\n' "$1" >&2
  [ ! -s "$demo/daemon.log" ] || { printf 'The last lines of %s:\n' "$demo/daemon.log" >&2; tail -n 15 "$demo/daemon.log" >&2; }
  exit 1
}

# A bundle's folder is named by its content; there is one.
model_bundle() { ls -d "$demo"/model/*/ 2>/dev/null | head -n 1; }

start_daemon() { # start_daemon LISTEN [ARGS...]
  local listen=$1
  shift
  "$build/bin/countersignd" --private "$demo/cluster" --listen "$listen" --model "$(model_bundle)" "$@" \
    >>"$demo/daemon.log" 2>&1 &
  demo_pids+=($!)
}

run_demo() {
  local started fresh=0 leave=0 headless=0 port=8400
  started=$(date +%s.%N)
  while [ $# -gt 0 ]; do
    case $1 in
      --fresh) fresh=1 ;;
      --exit) leave=1 ;;
      --headless) headless=1 ;;
      --port) port=${2:?--port needs a number}; shift ;;
      *) die "demo does not know '$1'; see ./dev demo --help" ;;
    esac
    shift
  done
  [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || headless=1
  cmd_build countersignd countersignctl countersign-demo countersign countersign-drive
  [ $fresh = 0 ] || "$build/bin/countersignctl" private remove "$demo/cluster"
  [ $fresh = 0 ] || rm -rf "$demo"
  mkdir -p "$demo"
  : >"$demo/daemon.log"
  trap stop_demo EXIT
  trap 'exit 130' INT TERM

  if [ -z "$(model_bundle)" ]; then
    say "Training the default model on 60 % of the data set"
    "$build/bin/countersignctl" train --data resources/data/credit_data.csv --out "$demo/model" ||
      demo_failed "Training failed."
  fi
  if [ ! -s "$demo/password" ]; then
    (umask 077 && head -c 9 /dev/urandom | base64 | tr '+/' 'xy' >"$demo/password")
  fi

  local lag=()
  # The first minutes are lived in seconds, so that waiting, approaching and breached cases exist.
  [ -e "$demo/begun" ] || lag=(--set demo.clock_lag_minutes=520 --set demo.clock_catch_up_seconds=4)
  say "Starting countersignd on http://127.0.0.1:$port (log: build/demo/daemon.log)"
  start_daemon "127.0.0.1:$port" --seed-demo "$demo/password" "${lag[@]}"
  say "Sending 4,454 real credit applications"
  : >"$demo/begun" # a run that is interrupted from here on goes on at the present
  "$build/bin/countersign-demo" --server "http://127.0.0.1:$port" --password-file "$demo/password" \
    --data resources/data/credit_data.csv --started-at "$started" || demo_failed "The demo could not be loaded."

  printf 'API reference    http://127.0.0.1:%s/docs\n' "$port"
  printf 'Users            admin@, admin2@, senior@, senior2@, analyst@, analyst2@, readonly@, api@ demo.example\n'
  printf 'Password         %s\n\n' "$(cat "$demo/password")"

  if [ $headless = 1 ]; then
    say "Deciding a case in the workbench by keys; pictures of it:"
    # Qt's offscreen platform complains about every window; what counts is printed when something fails.
    "$build/bin/countersign-drive" --server "http://127.0.0.1:$port" --user analyst@demo.example \
      --password-file "$demo/password" --pictures build/screenshots/demo 2>"$demo/drive.log" ||
      { cat "$demo/drive.log" >&2; demo_failed "The workbench could not be driven."; }
  fi
  [ $leave = 0 ] || return 0
  "$build/bin/countersign-demo" --server "http://127.0.0.1:$port" --password-file "$demo/password" \
    --data resources/data/credit_data.csv --trickle-only --trickle 5 >>"$demo/daemon.log" 2>&1 &
  demo_pids+=($!)
  if [ $headless = 0 ]; then
    "$build/bin/countersign" --server "http://127.0.0.1:$port" --user analyst@demo.example \
      --password-file "$demo/password" >>"$demo/workbench.log" 2>&1 &
    demo_pids+=($!)
  fi
  say "New applications arrive every few seconds. Ctrl+C stops everything."
  wait "${demo_pids[0]}"
}
