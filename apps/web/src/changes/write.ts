import type { SentWriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'

/**
 * Calls a writing endpoint with what every one of them takes, and with the answers to the plan's questions, by the name
 * of the input each belongs to.
 */
export type Write = (input: SentWriteInput, choices: Record<string, string>) => Promise<WriteResult>
