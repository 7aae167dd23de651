"""`python -m askwell` is the `askwell` command."""

import sys

from askwell.web.command import main

# A search on several cores begins processes, and each of them reads this again.
if __name__ == "__main__":
    sys.exit(main())
