"""The processing sheet of the regulation as a workbook whose figures are live formulas."""
