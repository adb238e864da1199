"""The files that are measured on: made once, and anew when their makers change."""

import hashlib
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
GERAR = os.path.join(HERE, "..", "..", "Fixtures", "gerar")
# The first makes them, by means of the others.
MONTH_MAKERS = (
    os.path.join(HERE, "month.py"), os.path.join(GERAR, "tamanho_real.py"), os.path.join(GERAR, "comum.py"))


class Files:
    def __init__(self, folder, say):
        self.folder = folder
        self.say = say
        self.wanted = []
        os.makedirs(folder, exist_ok=True)

    def sheet(self, name, rows, *options):
        """A file of sheets.py."""
        stem, kind = name.rsplit(".", 1)
        path = os.path.join(self.folder, f"{stem}-{rows}.{kind}")
        maker = os.path.join(HERE, "sheets.py")
        self.wanted.append((path, (maker,), ("--rows", str(rows), *options)))
        return path

    def month(self, times):
        """The folder of a month so many times the real size."""
        path = os.path.join(self.folder, f"month-{times}")
        self.wanted.append((path, MONTH_MAKERS, ("--times", str(times))))
        return path

    def make(self):
        """Makes what is missing or made by another version, two at a time."""
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda wanted: self._make(*wanted), dict.fromkeys(self.wanted)))

    def _make(self, path, makers, options):
        digest = hashlib.sha256(" ".join(options).encode())
        for maker in makers:
            with open(maker, "rb") as file:
                digest.update(file.read())
        key = f"{path}.key"
        if os.path.exists(path) and read(key) == digest.hexdigest():
            return
        self.say(f"making {os.path.basename(path)}")
        if os.path.isdir(path):
            shutil.rmtree(path)
        subprocess.run([sys.executable, makers[0], path, *options], check=True)
        with open(key, "w") as file:
            file.write(digest.hexdigest())


def key_of(path):
    """What stands for the content of a file that was made here."""
    return read(f"{path}.key")


def read(path):
    try:
        with open(path) as file:
            return file.read()
    except FileNotFoundError:
        return None
