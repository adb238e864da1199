"""Measures the program against other readers and writes Docs/desempenho.md: `make bench`.

Every figure comes of whole processes, run in turn in one go: in each round each contestant once, and before
it its start-up alone. Ratios are taken round by round, so that what else the machine does befalls
both sides. `--only xls,month` runs those parts alone and leaves the rest of the document as it is.
A run with other sizes than the usual ones writes beside the files and not into Docs/.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time

import checks
import memory
from document import Document, Goal, described_machine
from files import Files
from measuring import Contestant, Failed, Ratio, race
from month import paths as month_paths

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "..", ".."))
PARTS = ("xlsx", "inline", "slow", "xls", "month", "scale", "start", "memory")
USUAL_ROWS, USUAL_XLS_ROWS, USUAL_TIMES = 1_000_000, 65_535, (10, 100)


def say(text):
    print(text, file=sys.stderr, flush=True)


class Bench:
    def __init__(self, options):
        self.options = options
        self.folder = os.path.join(ROOT, ".build", "bench")
        self.work = os.path.join(self.folder, "work")
        shutil.rmtree(self.work, ignore_errors=True)
        os.makedirs(self.work)
        self.measure = self.compiled("measure")
        self.line = self.compiled("line")
        self.files = Files(os.path.join(self.folder, "files"), say)
        usual = (options.rows, options.xls_rows, options.times) == (USUAL_ROWS, USUAL_XLS_ROWS, USUAL_TIMES)
        self.document = Document(
            os.path.join(ROOT, "Docs", "desempenho.md"),
            None if usual else os.path.join(self.folder, "desempenho.md"))

    def compiled(self, name):
        program = os.path.join(self.folder, name)
        compiler = os.environ.get("CC", "cc")
        subprocess.run([compiler, "-O2", "-o", program, os.path.join(HERE, f"{name}.c")], check=True)
        return program

    # Contestants

    def cells(self, *files):
        return Contestant("every cell read", [[self.options.cells, *files]], [self.options.cells])

    def export(self, kind, path, **more):
        program = self.options.program
        return Contestant(
            f"exported as {kind}", [[program, "planilha", "exportar", path, "--formato", kind]],
            [program, "--versao"], **more)

    def peer(self, reader, path, name=None, **more):
        script = [sys.executable, os.path.join(HERE, "readers.py"), reader]
        return Contestant(name or reader, [[*script, path]], script, **more)

    def commands(self, folder, times, name="three commands", **more):
        acompanhamento, gestores, webopay, epr = month_paths(folder, times)
        program = self.options.program
        dados = os.path.join(self.work, f"dados-{times}")
        return Contestant(
            name,
            [
                [program, "base", "criar", "--mes", "2025-10", "--acompanhamento", acompanhamento, "--dados", dados],
                [program, "controle", "--gestores", gestores, "--webopay", webopay, "--dados", dados],
                [program, "recebimentos", "--epr", epr, "--data", "2025-11-03", "--dados", dados],
            ],
            [program, "--versao"], lambda: shutil.rmtree(dados, ignore_errors=True), **more)

    def cross(self, folder, times, name="crossed"):
        base = os.path.join(self.work, f"base-{times}.json")
        return Contestant(name, [[self.options.cross, *month_paths(folder, times), base]])

    def script(self, folder, *options, **more):
        result = os.path.join(self.work, "pandas.json")
        script = [sys.executable, os.path.join(HERE, "crossing.py"), *options]
        name = "pandas script on calamine" if options else "pandas script"
        return Contestant(name, [[*script, *month_paths(folder, 1), result]], script, **more)

    def race(self, contestants, rounds):
        race(contestants, rounds, self.measure, say)

    # Parts of the document

    def xlsx(self):
        path = self.files.sheet("shared.xlsx", self.options.rows)
        yield
        checks.same_cells(self, path, ["calamine"])
        ours, json, csv = self.cells(path), self.export("json", path, rounds=3), self.export("csv", path, rounds=3)
        calamine = self.peer("calamine", path)
        polars = self.peer("fastexcel", path, "fastexcel → polars")
        self.race([ours, calamine, polars, json, csv], self.options.rounds)
        work = "xlsx 1,000,000 × 20, shared strings, every cell read"
        self.document.goals([
            Goal(work, "calamine", "wall", 0.12, Ratio.of(ours.walls(), calamine.walls())),
            Goal(work, "calamine", "CPU", 0.15, Ratio.of(ours.cpus(), calamine.cpus())),
            Goal(work, "calamine", "peak memory", 0.10, Ratio.of(ours.peaks(), calamine.peaks())),
            Goal(work, "fastexcel → polars", "wall", 0.18, Ratio.of(ours.walls(), polars.walls())),
        ])
        self.document.race(
            "xlsx", path, [ours, json, csv, calamine, polars],
            [(ours, calamine), (ours, polars), (json, calamine), (csv, calamine)])

    def inline(self):
        path = self.files.sheet("inline.xlsx", self.options.rows, "--inline")
        yield
        checks.same_cells(self, path, ["calamine"])
        ours, json = self.cells(path), self.export("json", path, rounds=2)
        calamine = self.peer("calamine", path)
        polars = self.peer("fastexcel", path, "fastexcel → polars", rounds=2)
        self.race([ours, calamine, polars, json], self.options.rounds)
        self.document.goals([
            Goal("the same with inline strings", "calamine", "wall", 0.12,
                 Ratio.of(ours.walls(), calamine.walls())),
        ])
        self.document.race(
            "inline", path, [ours, json, calamine, polars], [(ours, calamine), (ours, polars), (json, calamine)])

    def slow(self):
        path = self.files.sheet("shared.xlsx", self.options.rows // 10)
        inline = self.files.sheet("inline.xlsx", self.options.rows // 10, "--inline")
        yield
        names = ["calamine", "fastexcel", "openpyxl", "pandas", "xlsx2csv"]
        checks.same_cells(self, path, names)
        checks.same_cells(self, inline, names)
        ours = self.cells(path)
        peers = [
            self.peer("openpyxl", path, "openpyxl, read-only"), self.peer("xlsx2csv", path),
            self.peer("pandas", path, "pandas (openpyxl)"), self.peer("calamine", path)]
        self.race([ours, *peers], 1)
        self.document.race("slow", path, [ours, *peers], [(ours, peer) for peer in peers])

    def xls(self):
        path = self.files.sheet("exportacao.xls", self.options.xls_rows, "--xls")
        yield
        checks.same_cells(self, path, ["calamine", "fastexcel", "xlrd", "pandas"])
        ours, json, csv = self.cells(path), self.export("json", path), self.export("csv", path)
        calamine, xlrd = self.peer("calamine", path), self.peer("xlrd", path)
        polars = self.peer("fastexcel", path, "fastexcel → polars")
        pandas = self.peer("pandas", path, "pandas (xlrd)", rounds=2)
        self.race([ours, calamine, xlrd, polars, json, csv, pandas], 2 * self.options.rounds - 1)
        work = "xls 65,535 × 12"
        self.document.goals([
            Goal(work, "calamine", "wall", 0.10, Ratio.of(ours.walls(), calamine.walls())),
            Goal(work, "xlrd", "wall", 0.03, Ratio.of(ours.walls(), xlrd.walls())),
        ])
        self.document.race(
            "xls", path, [ours, json, csv, calamine, xlrd, polars, pandas],
            [(ours, peer) for peer in (calamine, xlrd, polars, pandas)] + [(json, calamine), (csv, calamine)])

    def month(self):
        folder = self.files.month(1)
        yield
        cross, whole = self.cross(folder, 1), self.commands(folder, 1)
        script, calamine = self.script(folder), self.script(folder, "--engine", "calamine")
        self.race([cross, script, whole, calamine], 2 * self.options.rounds - 1)
        checks.same_month(self.work, os.path.join(self.work, "dados-1"))
        work = "the four real-size files read, crossed, base written"
        self.document.goals([
            Goal(work, "–", "wall, ms", 40, Ratio.of([wall * 1000 for wall in cross.walls()], [1] * len(cross.runs))),
            Goal(work, "pandas script", "times faster", 50, Ratio.of(script.walls(), cross.walls()), more=True),
            Goal("the whole month: three commands, workbook verified", "pandas script, which only crosses",
                 "times faster", 25, Ratio.of(script.walls(), whole.walls()), more=True),
        ])
        self.document.race(
            "month", None, [cross, whole, script, calamine],
            [(script, cross), (script, whole), (calamine, cross), (calamine, whole)])

    def scale(self):
        times = (1, *self.options.times)
        folders = [self.files.month(many) for many in times]
        yield
        whole = [self.commands(folder, many, f"three commands, × {many}") for folder, many in zip(folders, times)]
        cross = [self.cross(folder, many, f"crossed, × {many}")
                 for folder, many in zip(folders, times)]
        self.race(whole + cross, max(1, self.options.rounds // 2 + 1))
        limits = {10: 11, 100: 120}
        for kind, runs in (("the whole month", whole), ("read, crossed, base written", cross)):
            for many, larger in zip(times[1:], runs[1:]):
                limit = limits.get(many, many * 1.2)
                self.document.goals([
                    Goal(f"{kind}, {many} times the real size", "itself", "wall", limit,
                         Ratio.of(larger.walls(), runs[0].walls())),
                    Goal(f"{kind}, {many} times the real size", "itself", "peak memory", limit,
                         Ratio.of(larger.peaks(), runs[0].peaks())),
                ])
        self.document.race("scale", None, whole + cross)

    def start(self):
        yield
        program = self.options.program
        line = Contestant("a C program that prints a line", [[self.line]])
        ours = [Contestant(f"`{word}`", [[program, word]]) for word in ("--versao", "--ajuda")]
        nothing = Contestant("`cells` without a file", [[self.options.cells]])
        self.race([line, *ours, nothing], 8 * self.options.rounds + 1)
        self.document.goals([
            Goal(contestant.name, "–", "wall, ms", 8,
                 Ratio.of([wall * 1000 for wall in contestant.walls()], [1] * len(contestant.runs)))
            for contestant in ours
        ])
        self.document.race("start", None, [*ours, nothing, line])

    def memory(self):
        shared = self.files.sheet("shared.xlsx", self.options.rows)
        inline = self.files.sheet("inline.xlsx", self.options.rows, "--inline")
        largest = max((1, *self.options.times))
        folder = self.files.month(largest)
        yield
        month = self.commands(folder, largest)
        month.prepare()
        commands = [
            ("every cell read, shared strings", self.cells(shared).commands[0]),
            ("every cell read, inline strings", self.cells(inline).commands[0]),
            ("exported as json, shared strings", self.export("json", shared).commands[0]),
            *((f"`{' '.join(command[1:3] if command[1] == 'base' else command[1:2])}`, × {largest}", command)
              for command in month.commands),
        ]
        self.document.memory([(name, memory.profile(command)) for name, command in commands])

    def run(self):
        parts = [(name, getattr(self, name)()) for name in self.options.only]
        for _, part in parts:
            next(part)
        self.files.make()
        for name, part in parts:
            say(f"── {name}")
            next(part, None)
        self.document.machine(described_machine())
        say(f"wrote {self.document.write()}")


def main():
    def numbers(text):
        return tuple(int(number) for number in text.split(",") if number)

    def parts(text):
        wanted = set(text.split(",") if text else PARTS)
        if unknown := wanted - set(PARTS):
            raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: choose from {', '.join(PARTS)}")
        return [part for part in PARTS if part in wanted]

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    release = os.path.join(ROOT, ".build", "release")
    parser.add_argument("--only", type=parts, default=list(PARTS), help=f"of {', '.join(PARTS)}")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rows", type=int, default=USUAL_ROWS, help="of the large xlsx")
    parser.add_argument("--xls-rows", type=int, default=USUAL_XLS_ROWS)
    parser.add_argument("--times", type=numbers, default=USUAL_TIMES, help="the real size, for `scale`: 10,100")
    for program in ("program", "cells", "cross"):
        name = "comissoes" if program == "program" else program
        parser.add_argument(f"--{program}", default=os.path.join(release, name), metavar="FILE")
    options = parser.parse_args()
    start = time.monotonic()
    try:
        Bench(options).run()
    except (Failed, checks.Differ) as error:
        sys.exit(f"bench: {error}")
    say(f"{(time.monotonic() - start) / 60:.1f} minutes")


if __name__ == "__main__":
    main()
