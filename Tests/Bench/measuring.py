"""Runs programs in turn and compares what they took, round by round."""

import statistics
import subprocess
from dataclasses import dataclass, field


class Failed(Exception):
    pass


@dataclass(frozen=True)
class Taken:
    wall: float  # seconds
    cpu: float  # seconds, user and system
    peak: float  # MiB

    @staticmethod
    def by(measure, command):
        run = subprocess.run([measure, *command], capture_output=True, text=True)
        if run.returncode != 0:
            raise Failed(f"{' '.join(command)}: {run.stderr}")
        wall, cpu, peak, code = run.stdout.split()
        if code != "0":
            raise Failed(f"{' '.join(command)} ended with {code}: {run.stderr}")
        return Taken(float(wall), float(cpu), int(peak) / 1024)

    def then(self, other):
        return Taken(self.wall + other.wall, self.cpu + other.cpu, max(self.peak, other.peak))


@dataclass
class Contestant:
    name: str
    """One or more commands, run one after the other; their times are added."""
    commands: list
    """Starts the same program to do nothing; taken off once for each command."""
    start: list = None
    """Called before each run, outside the time."""
    prepare: object = None
    """So many rounds and no more, for the slow."""
    rounds: int = None
    runs: list = field(default_factory=list)
    starts: list = field(default_factory=list)

    def run(self, measure):
        if self.prepare:
            self.prepare()
        if self.start:
            self.starts.append(Taken.by(measure, self.start))
        taken = [Taken.by(measure, command) for command in self.commands]
        total = taken[0]
        for more in taken[1:]:
            total = total.then(more)
        self.runs.append(total)

    def walls(self):
        return [run.wall for run in self.runs]

    def net_walls(self):
        """Less the start-up of the same round. Nothing when too little is left to be told from the
        noise of it."""
        starts = [start.wall * len(self.commands) for start in self.starts]
        net = [run.wall - start for run, start in zip(self.runs, starts)]
        if not net or median(net) < median(starts) / 4 or min(net) <= 0:
            return []
        return net

    def cpus(self):
        return [run.cpu for run in self.runs]

    def peaks(self):
        return [run.peak for run in self.runs]


def race(contestants, rounds, measure, say):
    """Each in turn, again and again: what the machine does meanwhile befalls them all."""
    for number in range(rounds):
        for contestant in contestants:
            if contestant.rounds is None or number < contestant.rounds:
                contestant.run(measure)
        say(f"  round {number + 1} of {rounds}: " + ", ".join(
            f"{contestant.name} {contestant.runs[-1].wall:.3g} s"
            for contestant in contestants if len(contestant.runs) == number + 1))


@dataclass(frozen=True)
class Ratio:
    """One over another, pair by pair."""

    median: float
    least: float
    most: float

    @staticmethod
    def of(ours, peers):
        pairs = [one / other for one, other in zip(ours, peers)]
        return Ratio(statistics.median(pairs), min(pairs), max(pairs))


def median(values):
    return statistics.median(values)
