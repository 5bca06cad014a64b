import { z } from 'zod'
import { kinds, type WebAclRecord } from '../apigateway/records.ts'
import type { Emulator } from '../emulator.ts'
import { findStage } from '../execute-api/find-stage.ts'
import { webAclKey } from '../execute-api/web-acl.ts'
import { notFound } from '../lib/aws-error.ts'
import { action, type DirectorAction } from './action.ts'
import { callOf } from './call-of.ts'

const input = z.strictObject({
  restApiId: z.string(),
  stageName: z.string(),
  blockedPaths: z.array(z.string().startsWith('/')),
})

/** Puts a web ACL in front of a stage that blocks paths by their beginnings; without any it lets all through. */
export function webAclAction(emulator: Emulator): DirectorAction {
  return action(input, ({ restApiId, stageName, blockedPaths }) => {
    const found = findStage(emulator.store, restApiId, stageName)
    if (!found) throw notFound(`There is no stage ${stageName} of the API ${restApiId}`)
    const call = callOf(emulator, found.place)
    const acl: WebAclRecord = { blockedPaths }
    call.unit.put(kinds.webAcl, webAclKey(restApiId, stageName), acl)
    call.unit.commit()
    return acl
  })
}
