"""Looks at the page of the fixture month as people will: `check.py PROGRAM FOLDER`.

By day and by night, at the width of a desk and of a telephone, without a script, in print. Exits 1
when a rule of axe is broken, when something sticks out, or when search and order do not work.
Leaves its pictures in FOLDER.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
MONTH = ROOT / "Fixtures" / "planilhas" / "mes"
# 3 November 2025: the same page whenever it is looked at.
CLOCK = "1762171200"
WIDTHS = {"desktop": 1280, "phone": 390}


class Findings:
    """What is wrong, told at once and counted."""

    def __init__(self):
        self.count = 0

    def expect(self, holds, what):
        if not holds:
            self.count += 1
            print(f"  WRONG {what}")


def make_pages(program, folder):
    """Closes October after a September, and gives the path of each kind of page."""
    sheet = {name.split("_")[0].split("-")[0].lower(): str(MONTH / name) for name in os.listdir(MONTH)}
    crossing = ["controle", "--gestores", sheet["comissões"], "--webopay", sheet["relatorio"]]
    base = ["--acompanhamento", sheet["acompanhamento"]]

    def run(*words):
        environment = {"PATH": os.environ["PATH"], "SOURCE_DATE_EPOCH": CLOCK}
        outcome = subprocess.run(
            [program, *words], cwd=folder, env=environment, capture_output=True, text=True)
        if outcome.returncode:
            sys.exit(f"{' '.join(words)}: {outcome.stderr}")

    run("base", "criar", "--mes", "2025-09", *base)
    run("painel", "--saida", "vazio.html")
    run(*crossing)
    run("base", "criar", "--mes", "2025-10", *base)
    run(*crossing)
    run("recebimentos", "--epr", sheet["epr"])
    run("painel", "--saida", "mes.html")
    return {name: Path(folder, f"{name}.html") for name in ("mes", "vazio")}


def look(browser, path, name, width, scheme, out, findings):
    print(f"{name}, {width} pixels, {scheme}")
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.on("console", lambda said: findings.expect(said.type != "error", said.text))
    page.on("pageerror", lambda error: findings.expect(False, str(error)))
    page.on("request", lambda asked: findings.expect(
        asked.url.startswith("file:"), f"asks the network for {asked.url}"))
    page.goto(path.as_uri())
    stays_within(page, findings)
    for violation in Axe().run(page).response["violations"]:
        for node in violation["nodes"]:
            findings.expect(False, f"{violation['id']}: {violation['help']}: {node['html'][:160]}")
    page.screenshot(path=out / f"{name}-{width}-{scheme}.png", full_page=True)
    context.close()


def stays_within(page, findings):
    wide = page.evaluate(
        """() => Array.from(document.querySelectorAll("body *"))
          .filter((item) => item.getBoundingClientRect().right > innerWidth + 1
            && !item.closest(".pular, .falado"))
          .map((item) => item.outerHTML.slice(0, 120))""")
    findings.expect(not wide, f"sticks out to the right: {wide[:3]}")
    findings.expect(
        page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"),
        "scrolls to the side")


def use(browser, path, findings):
    print("search, order and keys")
    page = browser.new_page()
    page.goto(path.as_uri())
    rows = page.locator("#lista tbody tr")
    everything = rows.count()

    def shown():
        return page.locator("#lista tbody tr:not([hidden])").count()

    def names():
        return page.locator("#lista tbody tr:not([hidden]) th").all_inner_texts()

    page.keyboard.press("Tab")
    findings.expect(
        page.evaluate("document.activeElement.className") == "pular",
        "the first key does not lead to the content")
    page.fill("#procura", "AGUARDANDO acácias")
    told = page.inner_text("#achados")
    findings.expect(0 < shown() < everything, f"the search shows {shown()} rows of {everything}")
    findings.expect(f"{shown()} de {everything} linhas" in told, f"the search tells '{told}'")
    page.fill("#procura", "faturado em")
    billed = page.locator("#lista tfoot td").first.inner_text()
    findings.expect(billed in page.inner_text("#achados"), "the sum of the billed rows is another")
    page.fill("#procura", "")
    findings.expect(shown() == everything, "an empty search does not show all")

    for column, kind in ((0, "th"), (3, "time"), (5, "data")):
        button = page.locator("#lista thead button").nth(column)
        header = page.locator("#lista thead th").nth(column)
        button.press("Enter")
        first = header.get_attribute("aria-sort")
        rising = names()
        button.press("Enter")
        findings.expect(
            {first, header.get_attribute("aria-sort")} == {"ascending", "descending"},
            f"column {column} does not tell its order")
        findings.expect(rising != names(), f"column {column} has one order only")
        values = page.evaluate(
            """(kind) => Array.from(document.querySelectorAll(`#lista tbody ${kind}`),
              (item) => item.dateTime || (item.value ? Number(item.value) : item.textContent))""",
            kind)
        if column:
            findings.expect(
                values in (sorted(values), sorted(values, reverse=True)),
                f"column {column} is not in order: {values}")
    page.close()


def without_script(browser, path, findings):
    print("without a script")
    for width in WIDTHS.values():
        context = browser.new_context(
            java_script_enabled=False, viewport={"width": width, "height": 900})
        page = context.new_page()
        page.goto(path.as_uri())
        rows = page.locator("#lista tbody tr")
        findings.expect(
            all(row.is_visible() for row in rows.all()), "rows are hidden without a script")
        findings.expect(
            not page.locator("#busca").is_visible(), "a search stands there that does nothing")
        context.close()


def print_out(browser, path, out, findings):
    print("in print")
    page = browser.new_page(color_scheme="dark")
    page.goto(path.as_uri())
    page.emulate_media(media="print")
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    findings.expect(colour == "rgb(255, 255, 255)", f"prints on {colour}")
    page.pdf(path=out / f"{path.stem}.pdf", prefer_css_page_size=True, print_background=False)
    page.close()


def main(program, out):
    browser_path = shutil.which("chromium") or sys.exit("chromium is missing")
    findings = Findings()
    out = Path(out).resolve()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        pages = make_pages(str(Path(program).resolve()), folder)
        # Root, as in a container, has no sandbox.
        browser = playwright.chromium.launch(
            executable_path=browser_path, args=["--no-sandbox"] if os.geteuid() == 0 else [])
        for name, path in pages.items():
            for width in WIDTHS.values():
                for scheme in ("light", "dark"):
                    look(browser, path, name, width, scheme, out, findings)
            print_out(browser, path, out, findings)
        use(browser, pages["mes"], findings)
        without_script(browser, pages["mes"], findings)
        browser.close()
    print(f"{findings.count} wrong; pictures in {out}")
    return 1 if findings.count else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
