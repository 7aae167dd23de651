#!/bin/sh
# Make .venv with uv in it; say plainly what is missing when that cannot be.
set -eu
python=${PYTHON:-python3}

fail() { echo "askwell: $1" >&2; exit 2; }

command -v "$python" >/dev/null || fail "python3 is missing. Install Python 3.11 or later."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
	fail "Python 3.11 or later is needed; $python is $("$python" -V 2>&1). Name another with: make PYTHON=python3.12 run"

if ! "$python" -c 'import ensurepip' 2>/dev/null; then
	# Debian ships venv apart from python3.
	if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
		echo "Installing python3-venv ..."
		apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null
	else
		fail "Python's venv module is missing. On Debian or Ubuntu: sudo apt-get install python3-venv"
	fi
fi

echo "Making the environment in .venv ..."
"$python" -m venv .venv
.venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/uv.txt
