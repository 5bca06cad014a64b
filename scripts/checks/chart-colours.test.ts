import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { root } from '../run-program.ts'

const tokens = readFileSync(join(root, 'apps/web/src/ui/tokens.css'), 'utf8')

type Rgb = [number, number, number]

/** A token's colour, light and dark, linear. */
function linear(name: string, theme: 'light' | 'dark'): Rgb {
  const [, light, dark] = new RegExp(`--color-${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens)!
  const hex = (theme === 'light' ? light : dark)!
  return [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }) as Rgb
}

/** Machado, Oliveira and Fernandes 2009, severity 1. */
const sight = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
}

const seen = (rgb: Rgb, m: number[]): Rgb =>
  [0, 3, 6].map((row) =>
    Math.min(1, Math.max(0, m[row]! * rgb[0] + m[row + 1]! * rgb[1] + m[row + 2]! * rgb[2])),
  ) as Rgb

function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const distance = (a: Rgb, b: Rgb) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])

/** Lines that stand in one chart. */
const together = {
  'base and canary': ['base', 'canary'],
  'latencies and the canary’s': ['violet', 'sky', 'ink-3', 'canary'],
  'errors and the time before': ['bad', 'base'],
}

/** About five times what is just told apart. */
const enough = 12

for (const theme of ['light', 'dark'] as const)
  for (const [name, colours] of Object.entries(together))
    test.each(Object.entries(sight))(`${name} are told apart in the ${theme} by sight that is %s`, (_, matrix) => {
      const labs = colours.map((colour) => lab(seen(linear(colour, theme), matrix)))
      for (const [n, one] of labs.entries())
        for (const [m, other] of labs.entries())
          if (n < m)
            expect([colours[n], colours[m], distance(one, other) >= enough]).toEqual([colours[n], colours[m], true])
    })
