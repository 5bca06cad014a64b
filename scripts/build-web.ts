import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const web = `${root}apps/web`
const stamp = `${web}/dist/.built-from`

/** Everything that the built console depends on. */
const inputs = [
  'apps/web/{src,public}/**/*',
  'apps/web/*.{ts,html,json}',
  'packages/shared-types/src/**/*',
  'pnpm-lock.yaml',
]

/** Builds the console, unless it was built from the same inputs. */
export async function buildWeb(): Promise<void> {
  const hash = hashOf(inputs)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  process.stdout.write('Building the console …\n')
  const { build } = await import(import.meta.resolve('vite', `file://${web}/package.json`))
  await build({ root: web, logLevel: 'warn' })
  writeFileSync(stamp, hash)
}

function hashOf(patterns: string[]): string {
  const hash = createHash('sha256')
  const files = globSync(patterns, { cwd: root, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const path of files.map((entry) => `${entry.parentPath}/${entry.name}`).toSorted())
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}
