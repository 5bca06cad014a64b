import { z } from 'zod'
import { WriteInput, WriteResult } from '../changes/change.schemas.ts'
import { endpoint } from '../lib/endpoint.ts'
import { readErrors, writeErrors } from '../lib/errors.ts'
import { DeploymentId, StageAddress } from '../lib/stage-ref.ts'
import { CanaryFigures, CanaryView, PercentTraffic } from './canary.schemas.ts'

const base = '/c/{connection}/{kind}/{apiId}/stages/{stage}/canary'
const Variables = z.record(z.string().max(64), z.string().max(512))

const write = <T extends z.ZodRawShape>(path: `/${string}`, summary: string, shape: T) =>
  endpoint('POST', path, summary)
    .errors(writeErrors)
    .input(StageAddress.extend(WriteInput.shape).extend(shape))
    .output(WriteResult)

export const canaryContract = {
  get: endpoint('GET', base, "The stage's canary and where it is in its life")
    .errors(readErrors)
    .input(StageAddress)
    .output(CanaryView),
  figures: endpoint('GET', `${base}/figures`, 'Base beside canary over the last minutes')
    .errors(readErrors)
    .input(StageAddress)
    .output(CanaryFigures),
  start: write(`${base}/start`, 'Start a canary on a deployment, or on a new one of the present definition', {
    /** Absent: the API is deployed as it is defined now. */
    deploymentId: DeploymentId.optional(),
    /** Of the new deployment; who deploys is added. */
    description: z.string().trim().max(400).default(''),
    percentTraffic: PercentTraffic,
    overrides: Variables.default({}),
    useStageCache: z.boolean().default(false),
  }),
  setShare: write(`${base}/share`, 'Give the canary another share of the traffic', { percentTraffic: PercentTraffic }),
  abort: write(`${base}/abort`, 'Take all traffic off the canary and leave it attached', {}),
  configure: write(`${base}/configure`, "Change the canary's own variables, and whether it uses the stage's cache", {
    set: Variables.default({}),
    remove: z.array(z.string().max(64)).max(100).default([]),
    useStageCache: z.boolean().optional(),
  }),
  promote: write(`${base}/promote`, "Make the canary's deployment and variables the stage's own", {
    /** Whether the canary is taken off as well; AWS leaves it attached at 0 %. */
    remove: z.boolean().default(true),
  }),
  remove: write(`${base}/remove`, 'Take the canary off; all traffic goes to the base', {}),
}
