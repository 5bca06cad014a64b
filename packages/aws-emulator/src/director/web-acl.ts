import { z } from 'zod'
import { kinds, type StageRecord, type WebAclRecord } from '../apigateway/records.ts'
import { stageKey } from '../apigateway/stages.ts'
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

/**
 * Puts a web ACL in front of a stage that blocks paths by their beginnings, and the stage says which it is; without any
 * path it's taken away.
 */
export function webAclAction(emulator: Emulator): DirectorAction {
  return action(input, ({ restApiId, stageName, blockedPaths }) => {
    const found = findStage(emulator.store, restApiId, stageName)
    if (!found) throw notFound(`There is no stage ${stageName} of the API ${restApiId}`)
    const call = callOf(emulator, found.place)
    const acl: WebAclRecord = { blockedPaths }
    call.unit.put(kinds.webAcl, webAclKey(restApiId, stageName), acl)
    const key = stageKey(restApiId, stageName)
    const { webAclArn: _, ...stage } = call.unit.get<StageRecord>(kinds.stage, key)!
    const { region, account } = found.place
    const webAclArn = `arn:aws:wafv2:${region}:${account}:regional/webacl/${stageName}/00000000-0000-0000-0000-000000000000`
    call.unit.put(kinds.stage, key, blockedPaths.length > 0 ? { ...stage, webAclArn } : stage)
    call.unit.commit()
    return acl
  })
}
