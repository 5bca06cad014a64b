/** The parts of a stage that are copied onto another, each by itself. */
export const copyParts = ['variables', 'settings', 'cache', 'logs', 'tags'] as const
export type CopyPart = (typeof copyParts)[number]

/** Of a stage of another API: its methods, cache, logs and tags are about that API. */
export const copyPartsAcrossApis: readonly CopyPart[] = ['variables', 'settings']

const longestName = 128

/**
 * Why AWS wouldn't take this name for a stage, or null. The sentence is AWS's own (Zappa#356); it's older than the hyphen,
 * which is allowed (CreateStage in the API's model).
 */
export function stageNameProblem(name: string): string | null {
  if (!/^[A-Za-z0-9_-]+$/.test(name)) return 'Stage name only allows a-zA-Z0-9_'
  return name.length > longestName ? `A stage's name has at most ${longestName} characters, not ${name.length}.` : null
}
