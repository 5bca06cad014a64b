import { AlarmRule, type AlarmRule as Rule } from '@callboard/shared-types/alarms/alarms.schemas'
import { isRate } from './rule-words'

/** A rule as it is typed: rates in percent, lists with blanks between. */
export interface Typed extends Omit<
  Rule,
  'threshold' | 'evaluationPeriods' | 'datapointsToAlarm' | 'alarmActions' | 'okActions' | 'route'
> {
  name: string
  route: string
  threshold: number | null
  evaluationPeriods: number | null
  datapointsToAlarm: number | null
  alarmActions: string
  okActions: string
}

const fresh: Rule = {
  metric: '5XXError',
  statistic: 'Average',
  route: null,
  comparison: 'GreaterThanThreshold',
  threshold: 0.02,
  periodSeconds: 300,
  evaluationPeriods: 5,
  datapointsToAlarm: 3,
  missingData: 'notBreaching',
  description: '',
  alarmActions: [],
  okActions: [],
}

export const typedOf = (name: string, rule: Rule | null): Typed => {
  const of = rule ?? fresh
  return {
    ...of,
    name,
    route: of.route ?? '',
    threshold: isRate(of) ? Number((of.threshold * 100).toPrecision(12)) : of.threshold,
    alarmActions: of.alarmActions.join('\n'),
    okActions: of.okActions.join('\n'),
  }
}

const list = (text: string) => text.split(/[\s,]+/).filter(Boolean)

/** The rule that is typed, or what is wrong with which of its fields. */
export function ruleFrom({
  name: _,
  ...typed
}: Typed): { rule: Rule } | { wrong: Partial<Record<keyof Typed, string>> } {
  const read = AlarmRule.safeParse({
    ...typed,
    route: typed.route.trim() || null,
    threshold:
      typed.threshold !== null && isRate(typed) ? Number((typed.threshold / 100).toPrecision(12)) : typed.threshold,
    alarmActions: list(typed.alarmActions),
    okActions: list(typed.okActions),
  })
  if (read.success) return { rule: read.data }
  const wrong: Partial<Record<keyof Typed, string>> = {}
  for (const { path, message } of read.error.issues)
    wrong[path[0] as keyof Typed] ??= sentences[String(path[0])] ?? message
  return { wrong }
}

const sentences: Record<string, string> = {
  route: 'Such as GET /pets/{petId}',
  threshold: 'A number',
  alarmActions: 'ARNs, such as arn:aws:sns:eu-central-1:123456789012:ops',
  okActions: 'ARNs, such as arn:aws:sns:eu-central-1:123456789012:ops',
}
