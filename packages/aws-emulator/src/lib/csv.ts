/** Rows of comma-separated text; a field in double quotes may hold commas, line ends and doubled quotes (RFC 4180). */
export function csvRows(text: string): string[][] {
  const rows: string[][] = []
  const fields = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|\r|$)/gy
  let row: string[] = []
  while (fields.lastIndex < text.length) {
    const [whole, quoted, plain = '', end] = fields.exec(text) ?? []
    if (whole === undefined) throw new SyntaxError(`The quotes of row ${rows.length + 1} don't match`)
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === ',' && fields.lastIndex < text.length) continue
    if (end === ',') row.push('')
    rows.push(row)
    row = []
  }
  return rows.filter((fieldsOf) => fieldsOf.some((field) => field.trim() !== ''))
}
