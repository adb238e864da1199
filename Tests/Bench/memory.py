"""How the memory of a command grows while it runs."""

import subprocess
import time
from dataclasses import dataclass

PAUSE = 0.01


@dataclass(frozen=True)
class Profile:
    """MiB: the peak of what it owns, of what it has mapped of files, and what it had after each
    quarter of its time."""

    anonymous: float
    mapped: float
    quarters: list


def profile(command):
    """Looks at /proc a hundred times a second: not for a run that is timed."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    seen = []
    while child.poll() is None:
        if now := resident(child.pid):
            seen.append(now)
        time.sleep(PAUSE)
    totals = [anonymous + mapped for anonymous, mapped in seen] or [0]
    return Profile(
        max((anonymous for anonymous, _ in seen), default=0), max((mapped for _, mapped in seen), default=0),
        [totals[(len(totals) - 1) * quarter // 4] for quarter in (1, 2, 3)] + [max(totals)])


def resident(process):
    """Own and mapped memory in MiB; None when the process has gone."""
    try:
        with open(f"/proc/{process}/status") as file:
            status = dict(line.split(":", 1) for line in file)
        return int(status["RssAnon"].split()[0]) / 1024, int(status["RssFile"].split()[0]) / 1024
    except (FileNotFoundError, ProcessLookupError, KeyError):
        return None
