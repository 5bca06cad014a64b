import { planMethodKey } from '../aws/plan-config.ts'
import type { LoggedCall } from './replay.ts'

/** The variables of an access log without which a call can't be replayed. */
export const neededVariables = ['identity.apiKeyId', 'resourcePath', 'httpMethod'] as const

const variable = /\$context\.([A-Za-z0-9_]+(?:\.[A-Za-z0-9_-]+)*)/

/** Takes the lines of an access log apart by its format; null where the format lacks what is needed. */
export function callReader(format: string): ((line: { atMs: number; text: string }) => LoggedCall | null) | null {
  const parts = format.trim().split(variable)
  const names = parts.filter((_, n) => n % 2 === 1)
  if (neededVariables.some((name) => !names.includes(name))) return null
  const quoted = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const pattern = new RegExp(`^${parts.map((part, n) => (n % 2 === 0 ? quoted(part) : '(.*?)')).join('')}$`)
  const at = Object.fromEntries(names.map((name, n) => [name, n + 1]))
  return ({ atMs, text }) => {
    const found = pattern.exec(text.trimEnd())
    const value = (name: string) => found?.[at[name] ?? 0] ?? '-'
    const keyId = value('identity.apiKeyId')
    const path = value('resourcePath')
    if (!found || keyId === '-' || path === '-') return null
    const epoch = at['requestTimeEpoch'] === undefined ? Number.NaN : Number(value('requestTimeEpoch'))
    return { atMs: Number.isFinite(epoch) ? epoch : atMs, keyId, method: planMethodKey(path, value('httpMethod')) }
  }
}
