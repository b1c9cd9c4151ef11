/** Why a table that was sent to be taken in is refused as a whole (part of PROBLEMS). */
export const TABLE_PROBLEMS = {
  tableUnreadable: {
    status: 422,
    zh: '读不出表格：请上传 XLSX 或 CSV 文件，首行为列名。',
    en: 'This is no table: send an XLSX or CSV file whose first line names the columns.',
  },
  tableTooLong: {
    status: 422,
    zh: '表格太大：最多 5000 行、50 列。',
    en: 'The table is too large: 5,000 rows and 50 columns at most.',
  },
  columnsMissing: {
    status: 422,
    zh: '列名不对，请按提示修改首行。',
    en: 'The columns are not the expected ones; mend the first line.',
  },
} as const;
