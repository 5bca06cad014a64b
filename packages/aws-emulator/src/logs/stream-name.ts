import { seedFrom } from '../lib/random.ts'

const hex = (word: number) => (word >>> 0).toString(16).padStart(8, '0')

/** API Gateway's streams have names of 32 hexadecimal digits; a group has one here, the same every time. */
export const streamOf = (group: string): string => [1, 2, 3, 4].map((part) => hex(seedFrom(group, part))).join('')

const destination = /^arn:aws[a-z-]*:logs:[^:]*:\d*:log-group:([^:]+)(?::\*)?$/

/** The group that an access log goes to; a Firehose stream has none. */
export const groupOfArn = (arn: string | undefined): string | undefined => destination.exec(arn ?? '')?.[1]

export const executionGroup = (apiId: string, stageName: string) => `API-Gateway-Execution-Logs_${apiId}/${stageName}`

/** A canary's requests are logged in a group of their own besides (documented). */
export const canaryGroup = (group: string) => `${group}/Canary`

/** The groups that a request is logged to, given its stage's. */
export const groupsFor = (group: string, isCanary: boolean): string[] =>
  isCanary ? [group, canaryGroup(group)] : [group]
