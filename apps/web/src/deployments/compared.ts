import { DeploymentId } from '@callboard/shared-types/lib/stage-ref'

/** The deployments ticked for comparing, as the URL has them: `a.b`. A dot is in no deployment's id. */
export function parseCompared(text: string | undefined): string[] {
  const ids = (text ?? '').split('.').filter((id) => DeploymentId.safeParse(id).success)
  return [...new Set(ids)].slice(0, 2)
}

export const printCompared = (ids: string[]): string | undefined => ids.join('.') || undefined

/** Ticks or unticks; a third tick takes the place of the one ticked last. */
export function toggleCompared(ids: string[], id: string): string[] {
  if (ids.includes(id)) return ids.filter((other) => other !== id)
  return ids.length < 2 ? [...ids, id] : [ids[0]!, id]
}

/** Older first, whatever the order of the ticks: then "added" means what the newer one brought. */
export const olderFirst = (ids: string[], deployments: { id: string; createdAt: string }[]): string[] => {
  const made = (id: string) => deployments.find((deployment) => deployment.id === id)?.createdAt ?? ''
  return ids.toSorted((a, b) => made(a).localeCompare(made(b)))
}
