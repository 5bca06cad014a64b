import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { leafChanges } from '../aws/stage-leaves.ts'
import type { Draft } from './intent.ts'

/** What stays as it is, in words, so that nobody has to wonder. */
export function unchanged(before: StageConfig, after: StageConfig, sends: Draft['sends'] = []): string[] {
  const touched = new Set(leafChanges(before, after).map(({ path }) => path[0]))
  const count = (map: object | undefined) => Object.keys(map ?? {}).length
  const plural = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`
  const kept = sends.includes('FlushStageCache') ? '' : ' (not flushed)'
  const words: [keyof StageConfig, string | false][] = [
    ['deploymentId', 'the deployment'],
    ['variables', count(before.variables) > 0 && plural(count(before.variables), 'variable')],
    ['cacheClusterEnabled', before.cacheClusterEnabled && `cache ${before.cacheClusterSize} GB${kept}`],
    ['canarySettings', before.canarySettings ? `the canary at ${before.canarySettings.percentTraffic} %` : false],
    ['methodSettings', count(before.methodSettings) > 0 && 'throttling, logging and cache settings'],
    ['accessLogSettings', before.accessLogSettings ? 'access log' : false],
    ['tracingEnabled', before.tracingEnabled && 'X-Ray tracing'],
  ]
  return words.flatMap(([field, text]) => (text && !touched.has(field) ? [text] : []))
}
