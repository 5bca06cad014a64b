import { WriteInput, WriteResult } from '../changes/change.schemas.ts'
import { endpoint } from '../lib/endpoint.ts'
import { readErrors, writeErrors } from '../lib/errors.ts'
import { StageAddress } from '../lib/stage-ref.ts'
import { CacheEdits, CacheView } from './cache.schemas.ts'

const base = '/c/{connection}/{kind}/{apiId}/stages/{stage}/cache'

export const cacheContract = {
  get: endpoint(
    'GET',
    base,
    "The stage's cache: the cluster, what is really cached method by method, and how often it hits",
  )
    .errors(readErrors)
    .input(StageAddress)
    .output(CacheView),
  save: endpoint('POST', base, 'Turn the cache on or off, resize it, and set how methods are cached')
    .errors(writeErrors)
    .input(StageAddress.extend(WriteInput.shape).extend({ edits: CacheEdits }))
    .output(WriteResult),
  flush: endpoint('POST', `${base}/flush`, 'Throw away all that the cache holds')
    .errors(writeErrors)
    .input(StageAddress.extend(WriteInput.shape))
    .output(WriteResult),
  flushAuthorizers: endpoint('POST', `${base}/flush-authorizers`, 'Throw away what authorizers answered')
    .errors(writeErrors)
    .input(StageAddress.extend(WriteInput.shape))
    .output(WriteResult),
}
