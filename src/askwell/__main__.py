"""`python -m askwell` is the `askwell` command."""

import sys

from askwell.web.command import main

sys.exit(main())
