"""Prints a sheet of a workbook as text for workbook_witness_test.cpp: settings, row heights and cells, a line
each. Without the name of a sheet it is the one that is shown first.

Needs openpyxl. Line breaks within a cell are printed as \\n and backslashes as \\\\.
"""
import sys

import openpyxl


def shown(value):
    return str(value).replace("\\", "\\\\").replace("\n", "\\n")


def print_rules(sheet):
    print("state", sheet.sheet_state)
    print("frozen", sheet.freeze_panes)
    print("zoom", sheet.sheet_view.zoomScale)
    protection = sheet.protection
    allowed = [name for name in ("formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort",
                                 "autoFilter") if not getattr(protection, name)]
    print("protected", protection.sheet, protection.password, " ".join(allowed))
    print("merged", len(sheet.merged_cells.ranges))
    print("links", sum(1 for row in sheet.iter_rows() for cell in row if cell.hyperlink))
    print("hidden columns", *[name for name, column in sheet.column_dimensions.items() if column.hidden])
    for table in sheet.tables.values():
        print("table", table.name, table.ref, table.autoFilter.ref, table.tableStyleInfo.name)
    for rule in sheet.data_validations.dataValidation:
        print("rule", rule.sqref, rule.type, rule.formula1, shown(rule.promptTitle))
    unlocked = [cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked]
    print("unlocked", len(unlocked), *sorted({cell.rstrip("0123456789") for cell in unlocked}))


def main(path, name=None):
    book = openpyxl.load_workbook(path)
    print("sheets", " ".join(book.sheetnames))
    sheet = book.active if name is None else book[name]
    if name is not None:
        print_rules(sheet)
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


main(*sys.argv[1:])
