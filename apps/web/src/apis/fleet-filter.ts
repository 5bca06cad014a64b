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

/** A subject made ready once, so that each letter typed costs little for thousands of stages: all in lower case. */
export interface Searchable {
  /** Each part of the subject on a line of its own: a term has no line break, so it can't match across two. */
  all: string
  fields: Record<Exclude<Field, 'status' | 'is'>, string>
  statuses: string[]
  is: string[]
}

export function searchable({ tags, statuses, is, ...named }: FilterSubject): Searchable {
  const lines = (parts: string[]) => parts.join('\n').toLowerCase()
  const tag = lines(Object.entries(tags).map(([key, value]) => `${key}=${value}`))
  const { api, id, stage, connection, deployment, by } = named
  return {
    all: lines([api, id, stage, connection, deployment, by, ...statuses, tag]),
    fields: {
      tag,
      api: api.toLowerCase(),
      id: id.toLowerCase(),
      stage: stage.toLowerCase(),
      connection: connection.toLowerCase(),
      deployment: deployment.toLowerCase(),
      by: by.toLowerCase(),
    },
    statuses,
    is,
  }
}

function holds({ field, value }: FilterTerm, { all, fields, statuses, is }: Searchable): boolean {
  if (field === null) return all.includes(value)
  if (field === 'status') return statuses.includes(value)
  if (field === 'is') return is.includes(value)
  return field === 'stage' ? fields.stage === value : fields[field].includes(value)
}

/** @returns whether a subject fits the terms */
export function matching(terms: FilterTerm[]): (subject: Searchable) => boolean {
  const everywhere = terms.filter(({ not, field }) => not || field === null)
  const named = terms.filter(({ not, field }) => !not && field !== null)
  const alternatives = [...Map.groupBy(named, ({ field }) => field).values()]
  return (subject) =>
    everywhere.every((term) => holds(term, subject) !== term.not) &&
    alternatives.every((same) => same.some((term) => holds(term, subject)))
}

const wholeTerm = (term: string) => new RegExp(`(^|\\s)${term}(?=\\s|$)`, 'i')

/** @param term such as `status:degraded` */
export const hasTerm = (text: string, term: string): boolean => wholeTerm(term).test(text)

/** Adds a term such as `status:degraded`, or takes it away. */
export function toggleTerm(text: string, term: string): string {
  const next = hasTerm(text, term) ? text.replace(wholeTerm(term), ' ') : `${text} ${term}`
  return next.trim().replace(/\s+/g, ' ')
}
