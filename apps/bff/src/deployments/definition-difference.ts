import type { DefinitionSection } from '@callboard/shared-types/deployments/deployments.schemas'
import { structuredPatch } from 'diff'
import { stringify } from 'yaml'

type Json = Record<string, unknown>

/** More lines than anybody reads; what is beyond is a gap. */
const mostLines = 600
const contextLines = 3

/** In which parts two definitions (OpenAPI 3 with AWS's own fields) differ, and in which lines of each. */
export function definitionDifference(before: unknown, after: unknown) {
  const [from, to] = [sectionsOf(before), sectionsOf(after)]
  const names = [...new Set([...from.keys(), ...to.keys()])]
  const sections = names.flatMap((name) => sectionDifference(name, from.get(name), to.get(name)))
  return { known: true as const, sections, unchangedCount: names.length - sections.length }
}

function sectionDifference(name: string, before: string | undefined, after: string | undefined): DefinitionSection[] {
  if (before === after) return []
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
  return [{ name, kind, lines: linesOf(before ?? '', after ?? '') }]
}

const kinds = { ' ': 'same', '+': 'added', '-': 'removed' } as const

function linesOf(before: string, after: string): DefinitionSection['lines'] {
  const { hunks } = structuredPatch('', '', before, after, undefined, undefined, { context: contextLines })
  const lines = hunks.flatMap((hunk, n) => [
    ...(n > 0 ? [{ kind: 'gap' as const, text: '' }] : []),
    ...hunk.lines.flatMap((line) => {
      const kind = kinds[line[0] as keyof typeof kinds]
      return kind ? [{ kind, text: line.slice(1) }] : []
    }),
  ])
  return lines.length > mostLines ? [...lines.slice(0, mostLines), { kind: 'gap', text: '' }] : lines
}

const extension = 'x-amazon-apigateway-'

/** A definition taken apart into what a person calls one thing, each as YAML. */
function sectionsOf(document: unknown): Map<string, string> {
  const { paths, components, ...top } = object(document)
  const sections = new Map<string, string>()
  const add = (name: string, value: unknown) => sections.set(name, stringify(value, { lineWidth: 0 }))
  for (const [path, item] of Object.entries(object(paths)))
    for (const [verb, operation] of Object.entries(object(item))) add(`${methodOf(verb)} ${path}`, operation)
  for (const [kind, members] of Object.entries(object(components)))
    for (const [name, member] of Object.entries(object(members))) add(`${componentKinds[kind] ?? kind} ${name}`, member)
  for (const [key, value] of Object.entries(top)) {
    const kind = memberKinds[key]
    if (kind) for (const [name, member] of Object.entries(object(value))) add(`${kind} ${name}`, member)
    else add(topNames[key] ?? key.replace(extension, ''), value)
  }
  return sections
}

const methodOf = (verb: string) => (verb === `${extension}any-method` ? 'ANY' : verb.toUpperCase())

const componentKinds: Record<string, string> = { schemas: 'Model', securitySchemes: 'Authorizer' }
const memberKinds: Record<string, string> = {
  [`${extension}gateway-responses`]: 'Gateway response',
  [`${extension}request-validators`]: 'Request validator',
}
const topNames: Record<string, string> = { info: 'Name and version', [`${extension}policy`]: 'Resource policy' }

const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})
