import { seedFrom } from '../../lib/random.ts'

const hex = (number: number) => (number >>> 0).toString(16).padStart(8, '0')

/** API Gateway's streams have names of 32 hexadecimal digits; a group has one here, the same every time. */
export const streamOf = (group: string): string => [1, 2, 3, 4].map((part) => hex(seedFrom(group, part))).join('')

/** The group and, for a canary's request, the canary's own besides (documented). */
export const groupsOf = (group: string, isCanary: boolean): string[] =>
  isCanary ? [group, `${group}/Canary`] : [group]
