# open.py COPY.xlsx: openpyxl opens it, formulas, names and charts. Without a copy: is it there?

import sys

import openpyxl

if len(sys.argv) > 1 and not openpyxl.load_workbook(sys.argv[1]).sheetnames:
    sys.exit("no sheets")
