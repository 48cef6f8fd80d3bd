# shellcheck shell=sh
# What the scripts need on a machine, and how they get it. To be sourced.

need_dotnet() {
    command -v dotnet >/dev/null && return
    echo "error environment.no_dotnet: the .NET SDK 10 is needed: https://dotnet.microsoft.com/download" >&2
    exit 3
}

# Keep in step with BrowserFinder.
# With "headed", only one that has a window.
browser_path() {
    if [ -n "${TESTFORGE_BROWSER-}" ]; then
        echo "$TESTFORGE_BROWSER"
        return
    fi
    for path in \
        /usr/lib/chromium/chromium-headless-shell /usr/bin/chromium-headless-shell \
        /usr/lib/chromium/chromium /usr/bin/chromium \
        /usr/lib/chromium-browser/chromium-browser /usr/bin/chromium-browser \
        /opt/google/chrome/chrome /usr/bin/google-chrome \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
        "/Applications/Chromium.app/Contents/MacOS/Chromium" \
        "${PLAYWRIGHT_BROWSERS_PATH:-$HOME/.cache/ms-playwright}"/chromium*; do
        case "${1-}$path" in
            headed*headless[-_]shell*) continue ;;
        esac
        if [ -e "$path" ]; then
            echo "$path"
            return
        fi
    done
    return 1
}

need_browser() {
    if [ "${1-}" = headed ]; then
        browser_path headed >/dev/null || apt_install chromium
    else
        browser_path >/dev/null || apt_install chromium-headless-shell
    fi
}

# Servers that tests start for themselves, each in a folder and on a port of its own.
need_servers() {
    missing=
    [ -n "$(find /usr/lib/postgresql -name initdb -print -quit 2>/dev/null)" ] || missing="$missing postgresql"
    [ -x /usr/sbin/pgbouncer ] || missing="$missing pgbouncer"
    command -v redis-server >/dev/null || missing="$missing redis-server"
    # shellcheck disable=SC2086 # Several words on purpose.
    [ -z "$missing" ] || apt_install $missing
}

# Installs Debian packages where that is allowed; otherwise says the command.
apt_install() {
    if command -v apt-get >/dev/null; then
        as_root=
        if [ "$(id -u)" -ne 0 ]; then
            as_root="sudo -n"
            command -v sudo >/dev/null && sudo -n true 2>/dev/null || as_root=no
        fi
        if [ "$as_root" != no ]; then
            echo "Installing $* …" >&2
            log=$(mktemp)
            # shellcheck disable=SC2086 # Two words on purpose, or none.
            if { $as_root apt-get update && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } >"$log" 2>&1; then
                rm -f "$log"
                return
            fi
            tail -n 3 "$log" >&2
            rm -f "$log"
        fi
        echo "To get it yourself: sudo apt-get update && sudo apt-get install --no-install-recommends $*" >&2
    else
        echo "Please install with this system's package manager: $*" >&2
    fi
    return 1
}
