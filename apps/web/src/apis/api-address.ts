import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'

/** Where an API is, as a URL says it. */
export type ApiAddress = Omit<StageAddress, 'stage'>
