import type { Consequence, Warning } from '@callboard/shared-types/changes/plan.schemas'
import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { readAlarmsOf } from '../aws/alarms.reader.ts'
import { deploymentNotes } from '../aws/deployment-view.ts'
import { readDeployments } from '../aws/deployments.reader.ts'
import { invokeUrl } from '../aws/invoke-url.ts'
import { readAddressesOf, readPlansOf } from '../aws/stage-users.reader.ts'
import type { Draft } from '../changes/intent.ts'
import { isAbsent } from '../changes/absent.ts'
import { goneForGood } from '../changes/undo-of-move.ts'
import type { Present } from '../changes/wish.ts'
import type { Ctx } from '../lib/context.ts'
import { notFound, orUnknown } from '../lib/errors.ts'
import { trafficNow } from '../lib/traffic-now.ts'
import { listNames } from '../lib/list-names.ts'

/** Deletes a stage: its callers get 403 from then on. @throws as every write */
export const deleteStage = (ctx: Ctx, input: StageAddress & WriteInput): Promise<WriteResult> =>
  ctx.engine.run(
    ctx.person,
    input,
    // It isn't there any more when it's looked at afterwards.
    { verb: 'stages.delete', mayBeAbsent: true, draft: (present) => draft(ctx, present) },
    input,
  )

async function draft(ctx: Ctx, present: Present): Promise<Draft> {
  const { connection, address, stage } = present
  const { apiId, stage: name } = address
  if (isAbsent(stage.config)) throw notFound('stage', name)
  const [plans, addresses, alarms, deployments, hits] = await Promise.all([
    orUnknown(readPlansOf(connection, apiId, name)),
    orUnknown(readAddressesOf(connection, apiId, name)),
    orUnknown(readAlarmsOf(connection, address, ctx.clocks.worldMs())),
    readDeployments(connection, apiId).catch(() => []),
    trafficNow(ctx, present),
  ])
  const unknown = [
    ...(plans ? [] : ['usage plans']),
    ...(addresses ? [] : ['custom domain names']),
    ...(alarms ? [] : ['alarms']),
  ]
  return {
    title: `Delete the stage ${name}`,
    act: `Delete ${name}`,
    states: [null],
    confirm: name,
    reads: [],
    undo: { kind: 'compensating', notRestored: goneForGood },
    consequences: [
      { label: 'Invoke URL', before: invokeUrl(connection.config, apiId, name), after: '403 Forbidden' },
      ...(addresses ?? []).map((of): Consequence => ({
        label: of,
        before: `leads to ${name}`,
        after: 'leads to nothing',
      })),
      ...(plans ?? []).map((of): Consequence => ({
        label: `Usage plan ${of.name}`,
        before: 'has the stage',
        after: 'without it',
      })),
    ],
    hits,
    warnings: [
      ...unknownWarning(unknown),
      ...ownerWarning(stage.tags),
      ...cacheWarning(present),
      ...alarmsWarning((alarms ?? []).map(({ AlarmName = '' }) => AlarmName)),
    ],
    notes: deploymentNotes(deployments),
  }
}

const unknownWarning = (what: string[]): Warning[] =>
  what.length === 0
    ? []
    : [
        {
          code: 'users_unknown',
          text: `AWS didn't tell which ${listNames(what)} have to do with it: look before you delete it.`,
        },
      ]

/** Tags by which the tools that own a stage are known. */
function ownerWarning(tags: Record<string, string>): Warning[] {
  const stack = tags['aws:cloudformation:stack-name']
  const owner = stack ? `the CloudFormation stack ${stack}` : /terraform/i.test(tags['ManagedBy'] ?? '') && 'Terraform'
  if (!owner) return []
  const text = `It is owned by ${owner}, which will make it again or fail at its next run. Take it out there.`
  return [{ code: 'owned', text }]
}

function alarmsWarning(names: string[]): Warning[] {
  if (names.length === 0) return []
  const text = `CloudWatch keeps its alarms, and goes on charging for them: ${listNames(names)}. If nobody needs them, delete them under Alarms before.`
  return [{ code: 'alarms_stay', text }]
}

const cacheWarning = ({ stage: { config } }: Present): Warning[] =>
  config.cacheClusterEnabled
    ? [{ code: 'cache', text: `Its cache of ${config.cacheClusterSize} GB goes, with all that it holds.` }]
    : []
