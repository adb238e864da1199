"""Has LibreOffice save a workbook as .xls under a password: SOURCE TARGET PASSWORD.

Runs under the system's interpreter, which has the `uno` module (Debian: python3-uno).
"""

import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

PIPE = "pipe,name=comissoes-fixtures;urp"


def main(source, target, password):
    with tempfile.TemporaryDirectory() as profile:
        office = subprocess.Popen([
            "soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore",
            f"--accept={PIPE}"])
        try:
            desktop = connect()
            document = desktop.loadComponentFromURL(
                uno.systemPathToFileUrl(source), "_blank", 0, (property_of("Hidden", True),))
            document.storeToURL(uno.systemPathToFileUrl(target), (
                property_of("FilterName", "MS Excel 97"), property_of("Password", password)))
            document.close(True)
            desktop.terminate()
        finally:
            office.wait(timeout=60)


def connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(60):
        try:
            context = resolver.resolve(f"uno:{PIPE};StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
            continue
        return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    raise SystemExit("LibreOffice did not answer")


def property_of(name, value):
    item = PropertyValue()
    item.Name, item.Value = name, value
    return item


if __name__ == "__main__":
    main(*sys.argv[1:])
