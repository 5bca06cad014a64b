import { inside } from '../lib/endpoints.ts'
import { cancelTask } from './cancel-task.ts'
import { createKey } from './create-key.ts'
import { expireKey } from './expire-key.ts'
import { getKey } from './get-key.ts'
import { importKeys } from './import-keys.ts'
import { keyStrips } from './key-strips.ts'
import { listKeys } from './list-keys.ts'
import { recogniseKey } from './recognise-key.ts'
import { removeKey } from './remove-key.ts'
import { retireKey } from './retire-key.ts'
import { revealKey } from './reveal-key.ts'
import { rotateKey } from './rotate-key.ts'
import { saveKey } from './save-key.ts'
import { whyRefused } from './why-refused.ts'

export const keysRouter = {
  list: inside.keys.list.handler(({ context, input }) => listKeys(context, input)),
  get: inside.keys.get.handler(({ context, input }) => getKey(context, input)),
  strips: inside.keys.strips.handler(({ context, input }) => keyStrips(context, input)),
  recognise: inside.keys.recognise.handler(({ context, input }) => recogniseKey(context, input)),
  create: inside.keys.create.handler(({ context, input }) => createKey(context, input)),
  save: inside.keys.save.handler(({ context, input }) => saveKey(context, input)),
  remove: inside.keys.remove.handler(({ context, input }) => removeKey(context, input)),
  reveal: inside.keys.reveal.handler(({ context, input }) => revealKey(context, input)),
  import: inside.keys.import.handler(({ context, input }) => importKeys(context, input)),
  retire: inside.keys.retire.handler(({ context, input }) => retireKey(context, input)),
  rotate: inside.keys.rotate.handler(({ context, input }) => rotateKey(context, input)),
  expire: inside.keys.expire.handler(({ context, input }) => expireKey(context, input)),
  cancelTask: inside.keys.cancelTask.handler(({ context, input }) => cancelTask(context, input)),
  why: inside.keys.why.handler(({ context, input }) => whyRefused(context, input)),
}
