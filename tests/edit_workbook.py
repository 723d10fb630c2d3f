"""Edits the data sheet of a workbook for import_test.cpp, as somebody does in Excel.

    edit_workbook.py FILE.xlsx SHEET-EDITS…    ID=text sets 表記 of a row, -ID deletes the row, @B3=text sets a cell
                                               of the first sheet

Needs openpyxl, which writes the file again in its own way.
"""
import sys

import openpyxl


def row_of(sheet, key):
    column = [cell.value for cell in sheet[1]].index("ID") + 1
    for row in range(2, sheet.max_row + 1):
        if sheet.cell(row, column).value == key:
            return row
    raise SystemExit("no row " + key)


def main(path, edits):
    book = openpyxl.load_workbook(path, rich_text=True) if "rich_text" in openpyxl.load_workbook.__code__.co_varnames \
        else openpyxl.load_workbook(path)
    sheet = book["データ"]
    text = [cell.value for cell in sheet[1]].index("表記") + 1
    for edit in edits:
        if edit.startswith("@"):
            cell, value = edit[1:].split("=", 1)
            book.worksheets[0][cell] = value
        elif edit.startswith("-"):
            sheet.delete_rows(row_of(sheet, edit[1:]))
        else:
            key, value = edit.split("=", 1)
            sheet.cell(row_of(sheet, key), text).value = value
    book.save(path)


main(sys.argv[1], sys.argv[2:])
