/** What a stage is for, as far as its name tells; production is told by the BFF. */
export type Environment = 'dev' | 'test' | 'prod'

export function environmentOf(stage: string, production: boolean): Environment {
  if (production) return 'prod'
  return /^(test|qa|stag|uat|int|preprod|pre-prod|perf|beta)/i.test(stage) ? 'test' : 'dev'
}
