/** The sheet that holds the rows, in templates, in what is delivered and in what is given back, wherever it stands in the workbook. */
export const dataSheetName = "数据";
