const list = new Intl.ListFormat('en')

/** "a, b, and c". */
export const listNames = (names: string[]): string => list.format(names)

/** Of more than four the first three, "and 5 more". */
export const listFew = (names: string[]): string =>
  listNames(names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names)
