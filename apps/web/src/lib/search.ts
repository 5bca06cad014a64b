import * as v from 'valibot'
import { apiKinds, patterns } from '@callboard/shared-types/lib/patterns'
import { isTimeRange, type TimeRange } from '@callboard/shared-types/lib/time-range'

type Param = v.GenericSchema<unknown, unknown>
type Optional<P extends Param> = v.OptionalSchema<P, undefined>
type SearchParams<S extends Record<string, Param>> = v.ObjectSchema<
  { [K in keyof S]: v.SchemaWithFallback<Optional<S[K]>, undefined> },
  undefined
>

/** The search params of a page. One that isn't as it should be is as if it weren't there. */
export const searchParams = <S extends Record<string, Param>>(shape: S): SearchParams<S> =>
  v.object(
    Object.fromEntries(
      Object.entries(shape).map(([name, schema]) => [name, v.fallback(v.optional(schema), undefined)]),
    ) as SearchParams<S>['entries'],
  )

/** @param most how long it may be */
export const textUpTo = (most: number) => v.pipe(v.string(), v.maxLength(most))

/** The router reads `?filter=404` as a number. */
export const anyTextUpTo = (most: number) => v.pipe(v.unknown(), v.transform(String), v.maxLength(most))

const matching = (pattern: RegExp) => v.pipe(v.string(), v.regex(pattern))

export const timeRange = v.custom<TimeRange>((text) => typeof text === 'string' && isTimeRange(text))
export const instant = v.pipe(v.string(), v.isoTimestamp())
export const requestId = matching(patterns.requestId)
export const routeName = matching(patterns.routeName)
export const deploymentId = matching(patterns.deploymentId)
export const stageName = matching(patterns.stageName)

/** Where an API is, as the path says it. */
export const apiAddress = v.object({
  connection: matching(patterns.connectionName),
  kind: v.picklist(apiKinds),
  apiId: matching(patterns.apiId),
})

/** Where a stage is. */
export const stageAddress = v.object({ ...apiAddress.entries, stage: stageName })
