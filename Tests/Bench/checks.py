"""Whether those who are compared do the same: read the same cells, cross a month to the same end."""

import json
import os
import subprocess
import sys
from collections import Counter
from decimal import Decimal

import files

HERE = os.path.dirname(os.path.abspath(__file__))


class Differ(Exception):
    pass


def same_cells(bench, path, readers):
    """Every cell of the file, ours against each reader's: place, kind and value.

    What a reader sees of a file is kept, for it takes the slow ones minutes.
    """
    ours = output([bench.options.cells, "--hash", path]).split()[:2]
    script = os.path.join(HERE, "readers.py")
    with open(script) as source, open(os.path.join(HERE, "requirements.txt")) as versions:
        version = f"{source.read()}{versions.read()}{files.key_of(path)}"
    for reader in readers:
        kept = f"{path}.{reader}"
        known = files.read(kept)
        if known is None or not known.startswith(f"{version}\n"):
            known = f"{version}\n{output([sys.executable, '-W', 'ignore', script, '--hash', reader, path])}"
            with open(kept, "w") as file:
                file.write(known)
        theirs = known.removeprefix(f"{version}\n").split()
        # xlsx2csv writes texts: what was a number is not told from them.
        compared = 1 if reader == "xlsx2csv" else 2
        if theirs[:compared] != ours[:compared]:
            raise Differ(f"{path}: {' '.join(ours)} by ours, {' '.join(theirs)} by {reader}")


def output(command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def same_month(work, dados):
    """The base that the three commands leave, that of `cross`, and what the pandas script found."""
    with open(os.path.join(dados, "bases", "2025-10.json"), encoding="utf-8") as file:
        whole = json.load(file)
    with open(os.path.join(work, "base-1.json"), encoding="utf-8") as file:
        crossed = json.load(file)
    with open(os.path.join(work, "pandas.json"), encoding="utf-8") as file:
        script = json.load(file)
    expect("clients", clients(whole), clients(script))
    expect("clients of cross", clients(crossed), clients(script))
    expect("alerts", alerts(whole), Counter(map(tuple, script["alertas"])))
    expect("alerts of cross", alerts(crossed), alerts(whole))
    billed = {
        client["nome"]: Decimal(client["faturamento"]["valor"])
        for client in whole["clientes"] if client["faturamento"]
    }
    expect("bills", billed, {client["nome"]: Decimal(client["valor"]) for client in script["a_receber"]})


def clients(base):
    return {
        client["nome"]: (
            client["status"], client["fonte"], client["observacao"],
            None if client["valor_comissao"] is None else float(client["valor_comissao"]))
        for client in base["clientes"]
    }


def alerts(base):
    return Counter((alert["tipo"], alert["cliente"]) for alert in base["alertas"])


def expect(what, ours, theirs):
    if ours == theirs:
        return
    keys = [key for key in {**ours, **theirs} if ours.get(key) != theirs.get(key)]
    example = keys[0]
    raise Differ(f"{what} differ for {len(keys)}, as {example}: {ours.get(example)}, {theirs.get(example)}")
