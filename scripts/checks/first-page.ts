import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildWeb } from '../build-web.ts'
import { root } from '../run-program.ts'
import type { Check } from './check.ts'

/** Bytes of JavaScript, gzipped, that the fleet needs before it can be drawn. */
const most = 200_000

/** The page as such, what is around every page, and the fleet. */
const entries = [
  'index.html',
  'src/routes/_app.tsx?tsr-split=component',
  'src/routes/_app/index.tsx?tsr-split=component',
]

/** As Vite writes it, by source file. */
export type Manifest = Record<string, { file: string; imports?: string[] }>

/** The first page stays light: what it doesn't need at once comes later, in chunks of its own. */
export const firstPage: Check = {
  name: 'weight of the first page',
  run: async () => {
    await buildWeb()
    const dist = join(root, 'apps/web/dist')
    const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest
    const files = filesOf(manifest, entries)
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0)
    return {
      looked: Math.round(bytes / 1_000),
      of: `kB of JavaScript, gzipped, in ${files.length} files`,
      problems: bytes > most ? [`at most ${most / 1_000} kB are allowed`] : [],
    }
  },
}

/** What has to be there for these entries, each file once. An entry the build doesn't know is an error. */
export function filesOf(manifest: Manifest, names: readonly string[]): string[] {
  const found = new Map<string, string>()
  const visit = (name: string) => {
    if (found.has(name)) return
    const chunk = manifest[name]
    if (!chunk) throw new Error(`the build has no ${name}`)
    found.set(name, chunk.file)
    chunk.imports?.forEach(visit)
  }
  names.forEach(visit)
  return [...found.values()]
}
