import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { stageNameProblem } from '@callboard/shared-types/stages/stage-rules'
import {
  variableCountProblem,
  variableNameProblem,
  variableValueProblem,
} from '@callboard/shared-types/variables/variable-rules'
import { deploymentNotes, nameOf } from '../aws/deployment-view.ts'
import { fetchDeployments } from '../aws/deployments.reader.ts'
import { invokeUrl } from '../aws/invoke-url.ts'
import type { Draft } from '../changes/intent.ts'
import { isAbsent } from '../changes/absent.ts'
import type { Present } from '../changes/wish.ts'
import type { Ctx } from '../lib/context.ts'

type Wanted = { deploymentId: string; description: string; variables: Record<string, string> }
type Input = StageAddress & WriteInput & Wanted

/** Makes a stage that runs a deployment, without a cache cluster. @throws as every write */
export const createStage = (ctx: Ctx, input: Input): Promise<WriteResult> =>
  ctx.engine.run(
    ctx.person,
    input,
    { verb: 'stages.create', mayBeAbsent: true, draft: (present) => draft(input, present) },
    input,
  )

async function draft(wanted: Wanted, { connection, address, stage }: Present): Promise<Draft> {
  const { stage: name, apiId } = address
  const deployments = await fetchDeployments(connection, apiId, 'write')
  const runs = deployments.find(({ id }) => id === wanted.deploymentId)
  const exists = !isAbsent(stage.config)
  return {
    title: `Make the stage ${name}`,
    act: `Make ${name}`,
    states: exists ? [stage.config] : [configOf(wanted)],
    reads: [],
    undo: { kind: 'compensating', notRestored: ['what it answered meanwhile, its metrics and logs stay'] },
    consequences: [{ label: 'Invoke URL', before: null, after: invokeUrl(connection.config, apiId, name) }],
    hits: ['no calls yet: nobody knows its address'],
    notes: deploymentNotes(deployments),
    blocked: exists
      ? refusal('exists', 'Stage already exists', ['stage'])
      : !runs
        ? refusal('deployment', 'Deployment id does not exist', ['deploymentId'])
        : wrong(name, wanted.variables),
    ...(runs && { warnings: unusedWarning(nameOf(runs), deployments[0]?.id === runs.id) }),
  }
}

const configOf = ({ deploymentId, description, variables }: Wanted) => ({
  deploymentId,
  description,
  variables,
  cacheClusterEnabled: false,
  tracingEnabled: false,
})

const refusal = (rule: string, reason: string, fields: string[]) => ({ rule, reason, fields })

/** What AWS would refuse, in its words. */
function wrong(name: string, variables: Record<string, string>): Draft['blocked'] {
  const problem = stageNameProblem(name)
  if (problem) return refusal('stage_name', problem, ['stage'])
  const many = variableCountProblem(Object.keys(variables).length)
  if (many) return refusal('variables', many, ['variables'])
  for (const [key, value] of Object.entries(variables)) {
    const reason = variableNameProblem(key) ?? variableValueProblem(value)
    if (reason) return refusal('variables', reason, [`variables.${key}`])
  }
  return undefined
}

const unusedWarning = (name: string, isNewest: boolean): Draft['warnings'] =>
  isNewest ? [] : [{ code: 'not_newest', text: `${name} is not the newest deployment of the API.` }]
