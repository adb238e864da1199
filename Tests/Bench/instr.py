"""Counts instructions and allocations of a small set: `make bench-instr [RECORD=1]`.

Seconds differ from run to run and from machine to machine; these counts do not, so they are held
against those of counts.txt. More than a tenth above them fails. `--record` writes them anew: with the change that
explains them. Needs valgrind, and no package of Python.

What a count depends on besides the program: the compiler, Debian's libraries, and a little the
processor (without AVX2 glibc and OpenSSL take other ways, 0.4 % of a month). Two runs differ by less
than 0.01 %.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "..", ".."))
COUNTS = os.path.join(HERE, "counts.txt")
WORK = os.path.join(ROOT, ".build", "bench-instr")
RELEASE = os.path.join(ROOT, ".build", "release")
SHEETS = os.path.join(ROOT, "Fixtures", "planilhas")
MONTH = os.path.join(SHEETS, "mes")
ROWS = 3000
TOLERANCE = 0.10

TOOLS = {
    "instructions": (["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"],
                     re.compile(r"I\s+refs:\s+([\d,]+)")),
    "allocations": (["--tool=memcheck", "--undef-value-errors=no"],
                    re.compile(r"total heap usage: ([\d,]+) allocs")),
}
# No hash seeded at random, and nothing of whoever runs it.
ENVIRONMENT = {
    "PATH": os.environ["PATH"], "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", ""),
    "SWIFT_DETERMINISTIC_HASHING": "1", "LC_ALL": "C.UTF-8", "TZ": "UTC",
}


def without_debug_information(program):
    """A copy to count with: valgrind reads debug information at start, and gives up at DWARF 5."""
    copy = os.path.join(WORK, os.path.basename(program))
    subprocess.run(["strip", "--strip-debug", "-o", copy, program], check=True)
    return copy


def cases(programs, folder):
    """Name and command; the month's are one after the other, in a data directory of their own."""
    comissoes, cells = programs

    def month(name):
        return os.path.join(MONTH, name)

    dados = ["--dados", os.path.join(folder, "dados")]
    epr = month("EPR_03-11-25.xls")
    return [
        ("versao", [comissoes, "--versao"]),
        ("base-criar", [comissoes, "base", "criar", "--mes", "2025-10",
                        "--acompanhamento", month("ACOMPANHAMENTO_SKILL_2025.xlsx"), *dados]),
        ("controle", [comissoes, "controle", "--gestores", month("COMISSÕES_GESTORES.xlsx"),
                      "--webopay", month("relatorio-comissoes_WebroPay.xlsx"), *dados]),
        ("recebimentos", [comissoes, "recebimentos", "--epr", epr, "--data", "2025-11-03", *dados]),
        ("xlsx-shared", [cells, os.path.join(WORK, "shared.xlsx")]),
        ("xlsx-inline", [cells, os.path.join(WORK, "inline.xlsx")]),
        ("xls", [cells, *[epr] * 10, os.path.join(SHEETS, "xls", "xlwt_textos.xls")]),
    ]


def counted(tool, programs):
    """The counts of one tool, by case."""
    words, pattern = TOOLS[tool]
    folder = os.path.join(WORK, tool)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    log = os.path.join(folder, "log")
    counts = {}
    for name, command in cases(programs, folder):
        run = subprocess.run(
            ["valgrind", *words, f"--log-file={log}", *command], env=ENVIRONMENT,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        with open(log) as file:
            said = file.read()
        if run.returncode != 0:
            sys.exit(f"bench-instr: {name} ended with {run.returncode}: {run.stderr}\n{said}")
        counts[name] = int(pattern.search(said)[1].replace(",", ""))
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--record", action="store_true", help="write counts.txt anew")
    parser.add_argument("--program", default=os.path.join(RELEASE, "comissoes"))
    parser.add_argument("--cells", default=os.path.join(RELEASE, "cells"))
    options = parser.parse_args()
    os.makedirs(WORK, exist_ok=True)
    for name, *how in (("shared", ), ("inline", "--inline")):
        subprocess.run(
            [sys.executable, os.path.join(HERE, "sheets.py"), os.path.join(WORK, f"{name}.xlsx"),
             "--rows", str(ROWS), *how], check=True)

    programs = [without_debug_information(program) for program in (options.program, options.cells)]
    with ThreadPoolExecutor(len(TOOLS)) as pool:
        results = pool.map(lambda tool: counted(tool, programs), TOOLS)
        now = dict(zip(TOOLS, results))
    names = list(now["instructions"])
    if options.record:
        with open(COUNTS, "w") as file:
            file.write("# Written by `make bench-instr RECORD=1`: case, instructions, allocations.\n")
            file.writelines(f"{name} {' '.join(str(now[tool][name]) for tool in TOOLS)}\n" for name in names)
    with open(COUNTS) as file:
        known = {name: dict(zip(TOOLS, map(int, counts))) for name, *counts in (
            line.split() for line in file if not line.startswith("#"))}

    worse, better = [], []
    print(f"{'':14}" + "".join(f"{tool:>22}" for tool in TOOLS))
    for name in names:
        line = f"{name:14}"
        for tool in TOOLS:
            before, after = known.get(name, {}).get(tool), now[tool][name]
            change = (after - before) / before if before else float("inf")
            line += f"{after:>14,} {change:>+6.1%}"
            if change > TOLERANCE:
                worse.append(f"{name}: {after:,} {tool}, {before or 0:,} are known")
            elif change < -TOLERANCE:
                better.append(name)
        print(line)
    if better:
        print(f"\nMore than a tenth below; so that it stays so: make bench-instr RECORD=1 ({', '.join(better)})")
    if worse:
        print("\nMore than a tenth above Tests/Bench/counts.txt:", *worse, sep="\n  ")
        print("If that is the price of something, record it: make bench-instr RECORD=1")
        sys.exit(1)


if __name__ == "__main__":
    main()
