# shellcheck shell=bash
# Debian packages, installed only when missing and only where we may.

APT=(env DEBIAN_FRONTEND=noninteractive apt-get -y -o Acquire::Retries=3 -o DPkg::Lock::Timeout=120)

can_install() { ((EUID == 0)) && command -v apt-get >/dev/null; }

is_installed() { [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

has_package_lists() { compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null; }

# Installs what of its arguments is missing. The lists are fetched only when there are none or the first
# try fails: a second run must not wait for the network.
install_packages() {
  local log missing=() package mask status=0
  can_install || return 1
  for package; do is_installed "$package" || missing+=("$package"); done
  ((${#missing[@]})) || return 0
  say "installing ${missing[*]}"
  log=$(mktemp) mask=$(umask)
  umask 022 # the system's files are for all to read, whatever ours are
  {
    { has_package_lists && attend "${APT[@]}" install "${missing[@]}"; } \
      || { attend "${APT[@]}" update && attend "${APT[@]}" install "${missing[@]}"; }
  } >"$log" 2>&1 || status=1
  umask "$mask"
  ((status == 0)) || show_tail "$log"
  rm -f "$log"
  return "$status"
}

# need_command COMMAND PACKAGE WHAT-FOR
need_command() {
  command -v "$1" >/dev/null && return 0
  install_packages "$2" || :
  command -v "$1" >/dev/null && return 0
  die "missing: $1, needed for $3. $(how_to_get "$2")"
}

how_to_get() {
  if can_install; then
    echo "Installing the Debian package $1 failed."
  elif command -v apt-get >/dev/null; then
    echo "Install it as root (apt-get install $1) or run this command as root."
  else
    echo "This is not Debian: install it by hand (Debian calls the package $1)."
  fi
}

# Debian starts a service with its package. Nobody asked for that one: Ariane runs its own, with a password.
quieten_redis_service() {
  if [[ -d /run/systemd/system ]]; then
    systemctl disable --now redis-server.service >/dev/null 2>&1 || :
  elif [[ -x /etc/init.d/redis-server ]]; then
    /etc/init.d/redis-server stop >/dev/null 2>&1 || :
  fi
}

install_redis_package() {
  is_installed redis-server && return 0
  install_packages redis-server || return 1
  quieten_redis_service
}
