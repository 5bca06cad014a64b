/** What of a stage the filter can see. */
export interface FilterSubject {
  api: string
  id: string
  stage: string
  connection: string
  deployment: string
  by: string
  /** Such as `canary` or `no-traffic`. */
  statuses: string[]
  tags: Record<string, string>
  /** `attention`, `favourite` */
  is: string[]
}

const fields = ['api', 'id', 'stage', 'connection', 'deployment', 'by', 'status', 'tag', 'is'] as const
type Field = (typeof fields)[number]

export interface FilterTerm {
  not: boolean
  /** Null where any of the fields may hold it. */
  field: Field | null
  value: string
}

/**
 * The filter's grammar: words that must all be there; `!word` must not; `field:value` looks in one field; quotes keep
 * spaces together. Several values of one field are alternatives: `stage:prod stage:qa`.
 */
export function parseFilter(text: string): FilterTerm[] {
  const terms: FilterTerm[] = []
  for (const [, not, name, quoted, plain] of text.matchAll(/(!?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/gi)) {
    const field = fields.find((known) => known === name?.toLowerCase()) ?? null
    const rest = quoted ?? plain ?? ''
    const value = (field || !name ? rest : `${name}:${rest}`).toLowerCase()
    if (value) terms.push({ not: not === '!', field, value })
  }
  return terms
}

function holds({ field, value }: FilterTerm, subject: FilterSubject): boolean {
  const { api, id, stage, connection, deployment, by, statuses, tags, is } = subject
  const has = (text: string) => text.toLowerCase().includes(value)
  const tagged = Object.entries(tags).some(([key, text]) => has(`${key}=${text}`))
  if (field === null) return [api, id, stage, connection, deployment, by, ...statuses].some(has) || tagged
  if (field === 'status') return statuses.some((status) => status === value)
  if (field === 'is') return is.includes(value)
  if (field === 'stage') return stage.toLowerCase() === value
  return field === 'tag' ? tagged : has(subject[field])
}

export function matchesFilter(terms: FilterTerm[], subject: FilterSubject): boolean {
  const alternatives = Map.groupBy(
    terms.filter(({ not, field }) => !not && field),
    ({ field }) => field,
  )
  return (
    terms.every((term) => (term.not ? !holds(term, subject) : term.field || holds(term, subject))) &&
    [...alternatives.values()].every((same) => same.some((term) => holds(term, subject)))
  )
}

const wholeTerm = (term: string) => new RegExp(`(^|\\s)${term}(?=\\s|$)`, 'i')

/** @param term such as `status:degraded` */
export const hasTerm = (text: string, term: string): boolean => wholeTerm(term).test(text)

/** Adds a term such as `status:degraded`, or takes it away. */
export function toggleTerm(text: string, term: string): string {
  const next = hasTerm(text, term) ? text.replace(wholeTerm(term), ' ') : `${text} ${term}`
  return next.trim().replace(/\s+/g, ' ')
}
