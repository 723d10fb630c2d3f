"""Prints a workbook as text for workbook_witness_test.cpp: settings, row heights and cells, a line each.

Needs openpyxl. Line breaks within a cell are printed as \\n and backslashes as \\\\.
"""
import sys

import openpyxl


def shown(value):
    return str(value).replace("\\", "\\\\").replace("\n", "\\n")


def main(path):
    book = openpyxl.load_workbook(path)
    print("sheets", " ".join(book.sheetnames))
    sheet = book.active
    setup = sheet.page_setup
    print("paper", setup.paperSize, setup.orientation)
    print("fit", sheet.sheet_properties.pageSetUpPr.fitToPage, setup.fitToWidth, setup.fitToHeight)
    print("centred", sheet.print_options.horizontalCentered)
    print("grid lines", sheet.print_options.gridLines)
    print("area", sheet.print_area)
    print("titles", sheet.print_title_rows)
    print("foot", shown(sheet.oddFooter.center.text))
    print("breaks", len(sheet.row_breaks.brk))
    for row in range(1, sheet.max_row + 1):
        height = sheet.row_dimensions[row].height
        print("height", row, "none" if height is None else height)
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                print("cell", cell.coordinate, cell.data_type, shown(cell.value))


main(sys.argv[1])
