/** A page of API Gateway: AWS's servers answer `items`, and `position` unless it's the last; other servers leave out both. */
interface Page<T> {
  items?: T[]
  position?: string
}

/** More pages than any account has at 500 a page; a server that repeats itself is left after this many. */
const mostPages = 100

/** Fetches a list to its end. */
export async function readAllPages<T>(readPage: (position: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = []
  let position: string | undefined
  for (let n = 0; n < mostPages; n++) {
    const page = await readPage(position)
    all.push(...(page.items ?? []))
    if (!page.position || page.position === position) break
    position = page.position
  }
  return all
}
