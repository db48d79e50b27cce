# A PostgreSQL server of our own for a test: in a folder that goes away, on a socket in it, reached by
# nobody else.  Sourced; `cluster_find` first, then `cluster_start`; `cluster_remove` at the end.
# The superuser is "admin"; everybody may say who they are.
# shellcheck shell=sh

# Finds the server's programs and who may run them; says what is missing and fails without.
cluster_find() {
    cluster_bin=
    for folder in "$(pg_config --bindir 2>/dev/null)" /usr/lib/postgresql/*/bin \
        "$(dirname "$(command -v initdb || echo /none/initdb)")"; do
        if [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ]; then
            cluster_bin=$folder
        fi
    done
    [ -n "$cluster_bin" ] || { echo 'there is no PostgreSQL server' && return 1; }
    command -v psql >/dev/null || { echo 'there is no psql' && return 1; }
    cluster_user=
    [ "$(id -u)" -ne 0 ] && return
    for user in postgres nobody; do
        if [ -z "$cluster_user" ] && id "$user" >/dev/null 2>&1; then
            cluster_user=$user
        fi
    done
    if [ -z "$cluster_user" ] || ! command -v runuser >/dev/null; then
        echo 'root may not run the server, and there is no other user to run it'
        return 1
    fi
}

# Runs a command as who may run the server.
as_server() {
    if [ -n "$cluster_user" ]; then
        (cd / && runuser -u "$cluster_user" -- "$@")
    else
        "$@"
    fi
}

# Makes the server and starts it; lines of $cluster_settings go into its configuration.
cluster_settings=
cluster_start() {
    cluster=$(mktemp -d /tmp/smquiz-pg.XXXXXX) || return
    chmod 755 "$cluster"
    [ -z "$cluster_user" ] || chown "$cluster_user" "$cluster"
    as_server "$cluster_bin/initdb" -D "$cluster/data" -U admin --auth=trust -E UTF8 \
        --locale=C --no-sync >"$cluster.said" 2>&1 || { cat "$cluster.said" && return 1; }
    {
        echo "unix_socket_directories = '$cluster'"
        echo "listen_addresses = ''"
        echo 'shared_buffers = 16MB'
        echo "$cluster_settings"
    } | as_server sh -c "cat >>$cluster/data/postgresql.conf"
    cluster_up
}

# Starts it again, waiting for what a killed one left behind.
cluster_up() {
    tries=0
    until as_server "$cluster_bin/pg_ctl" -D "$cluster/data" -w -l "$cluster/log" start \
        >"$cluster.said" 2>&1; do
        tries=$((tries + 1))
        [ "$tries" -lt 20 ] || { cat "$cluster.said" "$cluster/log" && return 1; }
    done
}

cluster_down() {
    as_server "$cluster_bin/pg_ctl" -D "$cluster/data" -m "${1:-fast}" -w stop >/dev/null 2>&1
}

# Kills it, with all it has started, as a failing machine would; held first, so that it starts
# nothing more meanwhile.
cluster_kill() {
    postmaster=$(head -n 1 "$cluster/data/postmaster.pid") || return
    kill -STOP "$postmaster"
    # shellcheck disable=SC2046 # several numbers
    kill -9 "$postmaster" $(ps -o pid= --ppid "$postmaster")
}

cluster_remove() {
    [ -n "${cluster:-}" ] || return 0
    cluster_down immediate
    rm -rf "$cluster" "$cluster.said"
}

# admin DATABASE SQL: prints what it gives, unaligned
admin() {
    psql -X -q -A -t -v ON_ERROR_STOP=1 -h "$cluster" -U admin -d "$1" -c "$2"
}

# where ROLE: the address of the database "team" for a role
where() {
    echo "postgresql://$1@/team?host=$cluster"
}
