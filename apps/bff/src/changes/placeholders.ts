/**
 * What stands for the id of a thing that isn't made yet, by the operation that makes it: in states, in operations and, as
 * a shell's variable, in commands.
 */
export const placeholders = {
  CreateApiKey: '$KEY',
  CreateDeployment: '$DEPLOYMENT',
  CreateUsagePlan: '$PLAN',
} as const

export const NEW_DEPLOYMENT = placeholders.CreateDeployment
