"""`python -m skm_core`: see skm_core/cli."""

import sys

from skm_core.cli import main

if __name__ == "__main__":
    sys.exit(main())
