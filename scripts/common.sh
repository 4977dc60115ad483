# Shared by scripts/verify and scripts/test: a virtual environment of the project's own, made once and brought up to date.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv="$root/.venv"

say() { printf '%s\n' "$*" >&2; }

# The first Python of 3.11 or later; HEDUI_PYTHON names another.
find_python() {
  local candidate
  for candidate in "${HEDUI_PYTHON:-}" python3 python3.11 python3.12 python3.13; do
    [ -n "$candidate" ] && command -v "$candidate" >/dev/null 2>&1 || continue
    "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$candidate"; return; }
  done
  return 1
}

# apt-get install, where this user may; otherwise says the command and returns 1.
apt_install() {
  local sudo=""
  if [ "$(id -u)" != 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo="sudo -n"; fi
  fi
  if command -v apt-get >/dev/null 2>&1 && { [ "$(id -u)" = 0 ] || [ -n "$sudo" ]; }; then
    $sudo apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$@" >/dev/null && return 0
  fi
  say "请先安装（please install）: sudo apt-get install $*"
  return 1
}

make_venv() {
  local python
  python=$(find_python) || { say "需要 Python 3.11 或更新版本（Python 3.11 or later is needed）: sudo apt-get install python3 python3-venv"; exit 4; }
  [ -x "$venv/bin/python" ] && "$venv/bin/python" -c 'import pip' 2>/dev/null && return
  rm -rf "$venv"
  "$python" -m venv "$venv" >/dev/null 2>&1 && return
  rm -rf "$venv"
  apt_install python3-venv && "$python" -m venv "$venv" || { say "无法创建虚拟环境（cannot make a virtual environment）: sudo apt-get install python3-venv"; exit 4; }
}

# install EXTRAS: the project and what it needs, again only when pyproject.toml has changed.
install() {
  local stamp="$venv/.installed$1"
  make_venv
  if [ ! -f "$stamp" ] || [ "$root/pyproject.toml" -nt "$stamp" ]; then
    say "正在安装依赖，首次约需几分钟（installing, a few minutes the first time）……"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -e "$root$1" >&2 || { say "安装失败，请检查网络后重试（installation failed: check the network and try again）"; exit 4; }
    mend_opencv
    touch "$stamp"
  fi
}

# opencv-python draws windows and wants libGL, which a bare server has not; the headless build of the same version,
# which RapidOCR brings along, is the same module without them.
mend_opencv() {
  "$venv/bin/python" -c 'import cv2' 2>/dev/null && return
  local version
  version=$("$venv/bin/python" -c 'from importlib.metadata import version; print(version("opencv-python"))')
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --force-reinstall --no-deps "opencv-python-headless==$version" >&2
  "$venv/bin/python" -c 'import cv2' || apt_install libgl1 libglib2.0-0
}
