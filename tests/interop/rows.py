# Reads and writes CSV with Python's csv module, so that a reader that is not ours has its say.
# Usage: python3 rows.py json FILE.csv >ROWS.json    the rows as JSON
#        python3 rows.py csv FILE.csv >OTHER.csv     the same rows as Python writes them, with ";"
import csv
import json
import sys

with open(sys.argv[2], encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file, strict=True))
sys.stdout.reconfigure(encoding="utf-8", newline="")
if sys.argv[1] == "json":
    # an apostrophe before what a spreadsheet would take for a formula is no part of the text
    for row in rows:
        for key, text in row.items():
            if text.startswith("'") and text.lstrip(" '")[:1] in tuple("=+-@"):
                row[key] = text[1:]
    json.dump(rows, sys.stdout)
else:
    columns = list(reversed(rows[0]))
    writer = csv.DictWriter(sys.stdout, columns, delimiter=";", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
