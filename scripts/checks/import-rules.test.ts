import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { bin, root, runProgram } from '../run-program.ts'

const bff = 'apps/bff/src'
const web = 'apps/web/src'
const emulator = 'packages/aws-emulator/src'
const contract = 'packages/shared-types/src'

/** who → whom, and the rule that forbids it; nothing where it is fine */
const edges: [from: string, to: string, rule?: string][] = [
  [`${web}/stages/a.tsx`, `${web}/metrics/b.tsx`, 'slices-do-not-import-slices'],
  [`${web}/stages/c.tsx`, `${web}/routes/d.tsx`, 'slices-do-not-import-slices'],
  [`${web}/stages/e.tsx`, `${web}/ui/f.tsx`],
  [`${web}/stages/g.tsx`, `${web}/stages/parts/h.tsx`],
  [`${web}/routes/i.tsx`, `${web}/stages/j.tsx`],
  [`${web}/ui/k.tsx`, `${web}/stages/l.tsx`, 'shared-web-code-knows-no-slice'],
  [`${web}/changes/m.tsx`, `${web}/stages/n.tsx`, 'shared-web-code-knows-no-slice'],
  [`${web}/ui/o.tsx`, `${web}/changes/p.tsx`, 'ui-knows-no-change'],
  [`${web}/stages/q.tsx`, `${bff}/lib/r.ts`, 'web-and-bff-meet-in-the-contract'],
  [`${web}/stages/s.tsx`, `${contract}/stages/t.ts`],
  [`${bff}/stages/u.ts`, `${bff}/metrics/v.ts`, 'bff-slices-do-not-import-slices'],
  [`${bff}/stages/w.ts`, `${bff}/jobs/x.ts`, 'bff-slices-do-not-import-slices'],
  [`${bff}/stages/y.ts`, `${bff}/changes/z.ts`],
  [`${bff}/stages/aa.ts`, `${bff}/aws/stages.reader.ts`],
  [`${bff}/stages/ab.ts`, `${bff}/aws/stages.writer.ts`, 'writers-only-behind-the-door'],
  [`${bff}/jobs/ac.ts`, `${bff}/aws/keys.writer.ts`, 'writers-only-behind-the-door'],
  [`${bff}/changes/ad.ts`, `${bff}/aws/plans.writer.ts`],
  [`${bff}/changes/ae.ts`, `${bff}/stages/af.ts`, 'shared-bff-code-knows-no-slice'],
  [`${bff}/jobs/ag.ts`, `${bff}/stages/ah.ts`],
  [`${bff}/stages/ai.ts`, `${emulator}/aj.ts`, 'emulator-only-from-outside'],
  [`${bff}/stages/ak.test.ts`, `${emulator}/al.ts`],
  [`${emulator}/am.ts`, `${contract}/an.ts`, 'emulator-stands-alone'],
  [`${contract}/ao.ts`, `${emulator}/ap.ts`, 'contract-imports-no-one'],
  [`${bff}/changes/aq.ts`, 'node_modules/@aws-sdk/client-x/index.js', 'sdk-only-in-aws'],
  [`${bff}/aws/ar.ts`, 'node_modules/@aws-sdk/client-x/index.js'],
  [`${web}/lib/as.ts`, 'node_modules/@aws-sdk/client-x/index.js', 'sdk-only-in-aws'],
]

let tree: string
let violations: { from: string; rule: { name: string } }[]

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'callboard-imports-'))
  for (const [, to] of edges) await write(to, 'export const it = 1\n')
  for (const [from, to] of edges) await write(from, `export { it } from '${specifier(from, to)}'\n`)
  await write(`${bff}/lib/ring-a.ts`, "export type { B } from './ring-b.ts'\nexport type A = 1\n")
  await write(`${bff}/lib/ring-b.ts`, "export type { A } from './ring-a.ts'\nexport type B = 1\n")
  await write(`${bff}/lib/lost.ts`, "export { it } from './not-here.ts'\n")
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'tsconfig.base.json', 'scripts/floors.ts']) {
    await cp(join(root, file), join(tree, file))
  }
  await symlink(join(root, 'node_modules/typescript'), join(tree, 'node_modules/typescript'))
  const { stdout } = await runProgram(bin('depcruise'), ['apps', 'packages', '-T', 'json'], { cwd: tree })
  violations = (JSON.parse(stdout) as { summary: { violations: typeof violations } }).summary.violations
})

afterAll(() => rm(tree, { recursive: true }))

test.each(edges)('%s → %s: %s', (from, _to, rule) => {
  const met = violations.filter((violation) => violation.from === from).map((violation) => violation.rule.name)

  expect(met).toEqual(rule ? [rule] : [])
})

test('a cycle is found even where it is one of types', () => {
  expect(violations).toContainEqual(expect.objectContaining({ from: `${bff}/lib/ring-a.ts`, rule: rule('no-cycles') }))
})

test('an import that leads nowhere is found', () => {
  expect(violations).toContainEqual(
    expect.objectContaining({ from: `${bff}/lib/lost.ts`, rule: rule('no-unresolved-imports') }),
  )
})

const rule = (name: string) => expect.objectContaining({ name })

const specifier = (from: string, to: string) =>
  to.startsWith('node_modules/')
    ? to.replace(/^node_modules\/|\/index\.js$/g, '')
    : relative(dirname(from), to).replace(/^(?!\.)/, './')

async function write(path: string, text: string) {
  await mkdir(dirname(join(tree, path)), { recursive: true })
  await writeFile(join(tree, path), text)
}
