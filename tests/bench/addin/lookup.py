# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

"""The same lookup as K2MCG in Python: a dict from name to K2 per 100 g."""

from urllib.parse import unquote

import uno
import unohelper
from com.sun.star.beans import NamedValue
from com.sun.star.lang import XServiceInfo
from org.quartet.bench import XLookup

IMPLEMENTATION = "org.quartet.bench.LookupAddIn"
SERVICE = "org.quartet.bench.Lookup"


def read_rows(context, table):
    """The rows of a table, from its file or from the configuration itself."""
    url = table.getByName("File")
    if not url:
        return table.getByName("Rows")
    expander = context.getValueByName("/singletons/com.sun.star.util.theMacroExpander")
    path = expander.expandMacros(unquote(url.removeprefix("vnd.sun.star.expand:")))
    with open(uno.fileUrlToSystemPath(path), encoding="utf-8") as file:
        return file.read().splitlines()


def read_foods(context):
    """The foods that Quartet knows, those with a K2 total."""
    provider = context.getValueByName(
        "/singletons/com.sun.star.configuration.theDefaultProvider")
    tables = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationAccess",
        (NamedValue("nodepath", "/org.quartet.Registry/Foods/foods"),))
    foods = {}
    for name in tables.getElementNames():
        table = tables.getByName(name)
        columns = ["id"] + table.getByName("Columns").split("|")
        for text in read_rows(context, table):
            row = dict(zip(columns, text.split("|")))
            if row.get("VITK2"):
                foods[row["name"]] = float(row["VITK2"])
    return foods


class Lookup(unohelper.Base, XLookup, XServiceInfo):
    def __init__(self, context):
        self.foods = read_foods(context)

    # XLookup
    def k2(self, food, amount, form):
        per_100_g = self.foods.get(food)
        return None if per_100_g is None else per_100_g * amount / 100

    # XServiceInfo
    def getImplementationName(self):
        return IMPLEMENTATION

    def supportsService(self, name):
        return name == SERVICE

    def getSupportedServiceNames(self):
        return (SERVICE,)


g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Lookup, IMPLEMENTATION, (SERVICE,))
