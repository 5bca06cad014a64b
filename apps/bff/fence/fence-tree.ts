import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { bin, root, runProgram } from '../../../scripts/run-program.ts'

/** What stands against one fixture: a rule of a tool, or what the compiler says. */
export interface Objection {
  fixture: string
  by: string
}

const fixtures = join(import.meta.dirname, 'fixtures')

/** A copy of the BFF in which every fixture stands where its folder says, under the real rules of the real tools. */
export async function plantFixtures(): Promise<{ tree: string; names: string[]; fell: () => Promise<void> }> {
  const tree = await mkdtemp(join(tmpdir(), 'callboard-fence-'))
  const copied = ['.oxlintrc.json', '.dependency-cruiser.cjs', 'tsconfig.json', 'tsconfig.base.json', 'package.json']
  for (const path of [...copied, 'scripts', 'apps/bff/src', 'apps/bff/tsconfig.json', 'apps/bff/package.json']) {
    await cp(join(root, path), join(tree, path), { recursive: true })
  }
  await symlink(join(root, 'node_modules'), join(tree, 'node_modules'))
  await symlink(join(root, 'apps/bff/node_modules'), join(tree, 'apps/bff/node_modules'))
  const names: string[] = []
  for (const place of await readdir(fixtures)) {
    await mkdir(join(tree, 'apps/bff/src', place), { recursive: true })
    for (const file of await readdir(join(fixtures, place))) {
      await cp(join(fixtures, place, file), join(tree, 'apps/bff/src', place, `fence-${file}`))
      names.push(`${place}/${file}`)
    }
  }
  const config = { extends: './tsconfig.json', include: ['src/*/fence-*.ts'] }
  await writeFile(join(tree, 'apps/bff/tsconfig.fence.json'), JSON.stringify(config))
  return { tree, names, fell: () => rm(tree, { recursive: true, force: true }) }
}

export async function objections(tree: string): Promise<Objection[]> {
  const found = await Promise.all([compile(tree), lint(tree), cruise(tree)])
  return found.flat()
}

async function compile(cwd: string): Promise<Objection[]> {
  const { stdout } = await runProgram(bin('tsc'), ['-p', 'apps/bff/tsconfig.fence.json', '--pretty', 'false'], { cwd })
  return stdout.split('\n').flatMap((line) => {
    const [, file = '', message = ''] = /^(\S+?)\(\d+,\d+\): error (.*)$/.exec(line) ?? []
    return objection(file, `tsc: ${message}`)
  })
}

async function lint(cwd: string): Promise<Objection[]> {
  const { stdout, output } = await runProgram(bin('oxlint'), ['--format', 'json', 'apps/bff/src'], { cwd })
  if (!stdout.startsWith('{')) throw new Error(output)
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] }
  return diagnostics.flatMap(({ filename, code }) => objection(filename, `oxlint: ${code}`))
}

async function cruise(cwd: string): Promise<Objection[]> {
  const { stdout, output } = await runProgram(bin('depcruise'), ['apps/bff/src', '-T', 'json'], { cwd })
  if (!stdout.startsWith('{')) throw new Error(output)
  const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } }
  return summary.violations.flatMap(({ from, rule }) => objection(from, `imports: ${rule.name}`))
}

function objection(file: string, by: string): Objection[] {
  const [, place, name] = /apps\/bff\/src\/([^/]+)\/fence-([^/]+)$/.exec(file) ?? []
  return place && name ? [{ fixture: `${place}/${name}`, by }] : []
}
