"""Opens an old workbook in a process of its own first, because its reader ends the program where memory runs out.

A damaged or hostile `.xls` names a cell in the last corner in two bytes, and the reader reserves the whole rectangle.
"""

from __future__ import annotations

import subprocess
import sys

from skm_core.intake.refusal import RefusedError

SECONDS = 60
MEMORY = 3 * 1024**3
_PROGRAM = f"""
import io, sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
except ImportError:
    pass
from python_calamine import CalamineWorkbook
try:
    CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
except BaseException:
    pass
"""


def refuse_fatal(data: bytes) -> None:
    """Raises RefusedError if reading this `.xls` would end the program or not end itself; any other fault is left."""
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-c", _PROGRAM], input=data, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise RefusedError("BERKAS_RUSAK") from None
    if done.returncode:
        raise RefusedError("BERKAS_RUSAK")
