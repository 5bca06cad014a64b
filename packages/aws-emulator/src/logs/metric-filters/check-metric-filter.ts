import type { MetricTransformation, PutMetricFilterRequest } from '@aws-sdk/client-cloudwatch-logs'
import { StandardUnit } from '@aws-sdk/client-cloudwatch-logs'
import { validationError } from '../../lib/aws-error.ts'
import { invalidParameter } from '../errors.ts'
import { readPattern } from '../filter-pattern/filter-pattern.ts'
import type { FilterPattern } from '../filter-pattern/pattern.ts'

/** Documented, as are the lengths below. */
const mostDimensions = 3

/** Checks what PutMetricFilter is given, and reads its pattern. */
export function checkMetricFilter(input: PutMetricFilterRequest): MetricTransformation {
  const { filterName = '', filterPattern = '', metricTransformations = [] } = input
  const [transformation, ...others] = metricTransformations
  if (!transformation || others.length > 0) {
    const at = "at 'metricTransformations' failed to satisfy constraint: Member must have length"
    throw validationError([`Value ${at} ${transformation ? 'less than or equal to 1' : 'greater than or equal to 1'}`])
  }
  checkName('filterName', filterName, 512, /^[^:*]+$/, '[^:*]*')
  if (filterPattern.length > 1024) throw tooLong('filterPattern', filterPattern, 1024)
  const pattern = readPattern(filterPattern)
  checkTransformation(transformation, pattern)
  return transformation
}

function checkTransformation(transformation: MetricTransformation, pattern: FilterPattern): void {
  const { metricName = '', metricNamespace = '', metricValue = '', defaultValue, dimensions, unit } = transformation
  const at = 'metricTransformations.1.member'
  checkName(`${at}.metricName`, metricName, 255, /^[^:*$]+$/, '[^:*$]*')
  checkName(`${at}.metricNamespace`, metricNamespace, 255, /^[^:*$]+$/, '[^:*$]*')
  if (metricValue.length > 100) throw tooLong(`${at}.metricValue`, metricValue, 100)
  if (unit !== undefined && !Object.values<string>(StandardUnit).includes(unit)) {
    throw validationError([
      `Value '${unit}' at '${at}.unit' failed to satisfy constraint: Member must satisfy enum value set: ` +
        `[${Object.values(StandardUnit).join(', ')}]`,
    ])
  }
  // That AWS's own namespaces are refused is documented; the sentence is guessed.
  if (metricNamespace.startsWith('AWS/')) throw invalid(`the namespace ${metricNamespace} is reserved`)
  // Guessed.
  if (!isNumber(metricValue) && !pattern.reader(metricValue)) {
    throw invalid('the metric value must be a number or a field of the filter pattern')
  }
  checkDimensions(dimensions ?? {}, defaultValue, pattern)
}

function checkDimensions(dimensions: Record<string, string>, defaultValue: number | undefined, pattern: FilterPattern) {
  const selectors = Object.values(dimensions)
  if (selectors.length === 0) return
  // Seen on AWS (reported with CloudFormation).
  if (defaultValue !== undefined) throw invalid('dimensions and default value are mutually exclusive properties')
  // Seen on AWS (reported with Terraform).
  if (pattern.kind === 'terms') throw invalidParameter('The specified filter pattern does not support dimensions')
  if (selectors.length > mostDimensions) throw invalid(`there can be no more than ${mostDimensions} dimensions`)
  for (const selector of selectors) {
    if (!pattern.reader(selector)) throw invalid(`the dimension value ${selector} is no field of the filter pattern`)
  }
}

export const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(text))

/** The beginning was seen on AWS; what comes after is its own where it says so, else guessed. */
const invalid = (why: string) => invalidParameter(`Invalid metric transformation: ${why}`)

const tooLong = (at: string, value: string, most: number) =>
  validationError([
    `Value '${value}' at '${at}' failed to satisfy constraint: Member must have length less than or equal to ${most}`,
  ])

function checkName(at: string, value: string, most: number, pattern: RegExp, told: string): void {
  if (value.length > most) throw tooLong(at, value, most)
  if (pattern.test(value)) return
  throw validationError([
    `Value '${value}' at '${at}' failed to satisfy constraint: Member must ` +
      (value === '' ? 'have length greater than or equal to 1' : `satisfy regular expression pattern: ${told}`),
  ])
}
