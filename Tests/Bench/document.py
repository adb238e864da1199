"""Docs/desempenho.md: what stands between its markers is written here, the rest by hand.

    <!-- measured: xlsx -->
    …
    <!-- end -->
"""

import datetime
import os
import platform
import re
import subprocess
from dataclasses import dataclass
from importlib import metadata

from measuring import Ratio, median

PEERS = ("python-calamine", "fastexcel", "polars", "openpyxl", "pandas", "xlrd", "xlsx2csv")
PACKAGES = ("zlib1g", "libxml2", "libxlsxwriter4", "libssl3", "libzip4", "libc6")
LOAD_BEFORE = os.getloadavg()[0]


@dataclass(frozen=True)
class Goal:
    work: str
    peer: str
    """What is compared: wall, CPU, peak memory, or a unit."""
    what: str
    limit: float
    reached: Ratio
    """True when more is better."""
    more: bool = False

    def row(self):
        unit = {"wall, ms": " ms", "times faster": "×"}.get(self.what, "×" if self.limit >= 1 else "")
        what = "wall" if self.what == "wall, ms" else self.what
        holds = self.reached.median >= self.limit if self.more else self.reached.median <= self.limit
        return [
            self.work, self.peer, what, f"{'≥' if self.more else '≤'} {self.limit:g}{unit}",
            f"{'' if holds else '**'}{short(self.reached.median)}{unit}{'' if holds else '**'}",
            f"{short(self.reached.least)}–{short(self.reached.most)}", "yes" if holds else "**no**",
        ]


class Document:
    GOALS = ["work", "peer", "what", "goal", "reached", "spread", "holds"]

    def __init__(self, path, elsewhere=None):
        """`elsewhere` is written in the place of `path`."""
        self.target = elsewhere or path
        self.stamp = f"Measured on {datetime.date.today()} at commit {commit(os.path.dirname(path))}."
        with open(path, encoding="utf-8") as file:
            self.text = file.read()

    def write(self):
        with open(self.target, "w", encoding="utf-8") as file:
            file.write(self.text)
        return self.target

    def replace(self, name, lines):
        pattern = re.compile(rf"(<!-- measured: {name} -->\n).*?(<!-- end -->)", re.DOTALL)
        if not pattern.search(self.text):
            raise SystemExit(f"bench: the document has no place for '{name}'")
        text = "".join(f"{line}\n" for line in lines)
        self.text = pattern.sub(lambda match: match[1] + text + match[2], self.text)

    def goals(self, goals):
        """Each row takes the place of the earlier one of the same work, peer and measure."""
        found = re.search(r"<!-- measured: goals -->\n(.*?)<!-- end -->", self.text, re.DOTALL)
        rows = [
            [cell.strip() for cell in line.strip("|").split("|")]
            for line in (found[1] if found else "").splitlines()[2:]
        ]
        for row in (goal.row() for goal in goals):
            same = [at for at, known in enumerate(rows) if known[:3] == row[:3]]
            if same:
                rows[same[0]] = row
            else:
                rows.append(row)
        self.replace("goals", table(self.GOALS, rows))

    def race(self, name, path, contestants, pairs=()):
        """Two tables: what each took, and of each pair the first over the second."""
        size = f"A file of {os.path.getsize(path) / 2**20:.0f} MiB. " if path else ""
        lines = [f"{size}{self.stamp}", "", *table(
            ["", "wall", "spread", "less start-up", "CPU", "peak MiB", "rounds"],
            [
                [
                    one.name, seconds(median(one.walls())), between(one.walls(), seconds),
                    seconds(median(one.net_walls())) if one.net_walls() else "–",
                    seconds(median(one.cpus())), f"{median(one.peaks()):.0f}", str(len(one.runs)),
                ]
                for one in contestants
            ])]
        if pairs:
            lines += ["", *table(
                ["÷", "wall", "spread", "less start-up", "CPU", "peak"],
                [
                    [
                        f"{one.name} ÷ {other.name}", ratio(one.walls(), other.walls()),
                        between([left / right for left, right in zip(one.walls(), other.walls())], short),
                        ratio(one.net_walls(), other.net_walls()), ratio(one.cpus(), other.cpus()),
                        ratio(one.peaks(), other.peaks()),
                    ]
                    for one, other in pairs
                ])]
        self.replace(name, lines)

    def memory(self, profiles):
        self.replace("memory", [self.stamp, "", *table(
            ["peak MiB", "its own", "mapped of files", "after ¼", "after ½", "after ¾", "highest"],
            [
                [name, f"{one.anonymous:.0f}", f"{one.mapped:.0f}", *(f"{quarter:.0f}" for quarter in one.quarters)]
                for name, one in profiles
            ])])

    def machine(self, rows):
        self.replace("machine", table(["", ""], rows))


def table(head, rows):
    return [f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows)]


def seconds(value):
    return f"{short(value * 1000)} ms" if value < 1 else f"{short(value)} s"


def short(value):
    """Three digits that count."""
    digits = f"{value:.3g}"
    return f"{value:.0f}" if "e" in digits else digits


def ratio(ones, others):
    return short(Ratio.of(ones, others).median) if ones and others else "–"


def between(values, written):
    return f"{written(min(values))}–{written(max(values))}" if len(values) > 1 else "–"


def said(*command, folder=None):
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=folder)
    return run.stdout.strip()


def commit(folder):
    changed = said(
        "git", "status", "--porcelain", "--untracked-files=no", "--", ":/", ":(top,exclude)Docs/desempenho.md",
        folder=folder)
    return said("git", "rev-parse", "--short=10", "HEAD", folder=folder) + (" with changes" if changed else "")


def described_machine():
    with open("/proc/cpuinfo") as file:
        cpu = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), "")
    with open("/proc/meminfo") as file:
        memory = int(file.readline().split()[1]) / 2**20
    with open("/etc/os-release") as file:
        system = next(line for line in file if line.startswith("PRETTY_NAME")).split("=")[1].strip().strip('"')
    libraries = said("dpkg-query", "--show", "--showformat=${Package} ${Version}, ", *PACKAGES).rstrip(", ")
    return [
        ["CPU", f"{cpu}, {os.cpu_count()} cores"],
        ["memory", f"{memory:.0f} GiB"],
        ["system", f"{system}, Linux {platform.release()}"],
        ["compiler", said("swift", "--version").splitlines()[0]],
        ["libraries", libraries],
        ["peers", f"Python {platform.python_version()}, "
                  + ", ".join(f"{name} {metadata.version(name)}" for name in PEERS)],
        ["load before", f"{LOAD_BEFORE:.2f} processes"],
    ]
