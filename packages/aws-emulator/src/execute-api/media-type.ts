/** `application/json; charset=utf-8` is `application/json`; without one it is JSON (documented default). */
export const mediaType = (header: string | undefined): string =>
  header?.split(';', 1)[0]?.trim().toLowerCase() || 'application/json'

/** Whether a type is one of the API's binary ones; `*` stands for any part. */
export function isBinary(binaryMediaTypes: string[], header: string | undefined): boolean {
  if (binaryMediaTypes.length === 0) return false
  const type = mediaType(header)
  return binaryMediaTypes.some((binary) => {
    const [kind = '', sub = ''] = binary.toLowerCase().split('/')
    const [typeKind = '', typeSub = ''] = type.split('/')
    return (kind === '*' || kind === typeKind) && (sub === '*' || sub === typeSub)
  })
}

/** What the client accepts first, which is all that AWS looks at (documented). */
export const firstAccepted = (accept: string | undefined) => accept?.split(',', 1)[0]?.trim()
