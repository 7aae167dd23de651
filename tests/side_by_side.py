"""Runs the tests of the code and, beside them, the browser stories.

The code's tests are shown as they run; what the stories have to say follows whole.
"""

import subprocess
import sys
import tempfile

PYTEST = (sys.executable, "-m", "pytest")
CODE = (*PYTEST, "--ignore=tests/browser")
STORIES = (*PYTEST, "tests/browser", "-p", "no:cacheprovider")


def main() -> int:
    """0 when both are well."""
    with tempfile.TemporaryFile() as told:
        stories = subprocess.Popen(STORIES, stdout=told, stderr=subprocess.STDOUT)
        try:
            code = subprocess.call(CODE)
            print("The browser stories:", flush=True)
            failed = stories.wait()
        finally:
            stories.terminate()
        told.seek(0)
        sys.stdout.write(told.read().decode(errors="replace"))
    return code or failed


if __name__ == "__main__":
    sys.exit(main())
