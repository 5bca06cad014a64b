import { inside } from '../lib/endpoints.ts'
import { flushAuthorizers } from './flush-authorizers.ts'
import { flushCache } from './flush-cache.ts'
import { getCache } from './get-cache.ts'
import { saveCache } from './save-cache.ts'

export const cacheRouter = {
  get: inside.cache.get.handler(({ context, input }) => getCache(context, input)),
  save: inside.cache.save.handler(({ context, input }) => saveCache(context, input)),
  flush: inside.cache.flush.handler(({ context, input }) => flushCache(context, input)),
  flushAuthorizers: inside.cache.flushAuthorizers.handler(({ context, input }) => flushAuthorizers(context, input)),
}
