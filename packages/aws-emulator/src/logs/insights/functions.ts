import { asNumber, asText, type Value } from './record.ts'

type Apply = (values: Value[]) => Value

const numeric =
  (apply: (...numbers: number[]) => number): Apply =>
  (values) => {
    const result = apply(...values.map(asNumber))
    return Number.isFinite(result) ? result : undefined
  }

const text =
  (apply: (text: string, ...more: Value[]) => Value): Apply =>
  ([first, ...more]) =>
    first === undefined ? undefined : apply(asText(first), ...more)

/** The functions of Logs Insights (documented), by their names in lower case; `bin` and those of `stats` are elsewhere. */
export const functions: Partial<Record<string, Apply>> = {
  abs: numeric(Math.abs),
  ceil: numeric(Math.ceil),
  floor: numeric(Math.floor),
  greatest: numeric(Math.max),
  least: numeric(Math.min),
  log: numeric(Math.log),
  sqrt: numeric(Math.sqrt),
  tonumber: numeric((value) => value),
  coalesce: (values) => values.find((value) => value !== undefined),
  ispresent: ([value]) => value !== undefined,
  isempty: ([value]) => value === undefined || value === '',
  isblank: ([value]) => value === undefined || asText(value).trim() === '',
  concat: (values) => values.map(asText).join(''),
  strlen: text((value) => value.length),
  toupper: text((value) => value.toUpperCase()),
  tolower: text((value) => value.toLowerCase()),
  trim: text((value) => value.trim()),
  ltrim: text((value) => value.trimStart()),
  rtrim: text((value) => value.trimEnd()),
  strcontains: text((value, part) => (value.includes(asText(part)) ? 1 : 0)),
  replace: text((value, from, to) => value.replaceAll(asText(from), () => asText(to))),
  substr: text((value, start, length) =>
    value.slice(asNumber(start), length === undefined ? undefined : asNumber(start) + asNumber(length)),
  ),
  tomillis: ([value]) => value,
  frommillis: ([value]) => value,
}
