import type { AwsConnection } from '../aws/connections.ts'
import type { KeyDraft, KeyPresent } from '../changes/api-key-draft.ts'
import { ApiKeySubject } from '../changes/api-key-subject.ts'
import type { StoredTask } from '../db/key-tasks.ts'
import type { Services } from '../lib/context.ts'
import { isAppError } from '../lib/errors.ts'
import { draftRemoved } from './remove-key.ts'

/** What a look at a task found: how it stands now. */
export type Stepped = Pick<StoredTask, 'status' | 'outcome' | 'body' | 'otherKeyId'>

const subjectAt = ({ markOf }: Services, connection: AwsConnection, keyId: string) =>
  new ApiKeySubject(connection, { id: keyId, name: keyId }, { markOf, mayBeAbsent: true })

export const lookAt = (services: Services, connection: AwsConnection, keyId: string): Promise<KeyPresent> =>
  subjectAt(services, connection, keyId).look()

/** @throws as every write */
export async function switchOff(
  services: Services,
  connection: AwsConnection,
  { keyId, byName }: StoredTask,
  job: string,
  title: string,
): Promise<void> {
  const draft = async ({ state }: KeyPresent): Promise<KeyDraft> => ({
    title: `${title}: ${state.name ?? keyId} is disabled`,
    act: 'Disable it',
    state: { ...state, enabled: false },
    reads: [],
    undo: { kind: 'exact' },
  })
  const intent = { verb: 'keys.save', draft }
  await services.engine.runAsJob(job, subjectAt(services, connection, keyId), intent, `${byName} set it up`)
}

/** @throws as every write */
export async function remove(
  services: Services,
  connection: AwsConnection,
  { keyId, byName }: StoredTask,
  job: string,
): Promise<void> {
  const intent = { verb: 'keys.remove', draft: async (present: KeyPresent) => draftRemoved(present) }
  await services.engine
    .runAsJob(job, subjectAt(services, connection, keyId), intent, `${byName} set it up`)
    .catch((error: unknown) => {
      if (!isAppError(error, 'not_found')) throw error
    })
}
