import { mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'

import { bin, root, runProgram } from '../run-program.ts'
import type { Check } from './check.ts'

const projects = ['.', 'packages/shared-types', 'packages/aws-emulator', 'apps/bff', 'apps/web', 'e2e', 'bench']

/** One check per project, so that each is counted and none can look at nothing behind the others. */
export const types: Check[] = projects.map((project) => ({
  name: `types of ${project === '.' ? 'scripts' : project} (tsc)`,
  run: async () => {
    const cache = join(root, 'node_modules/.cache/tsc')
    mkdirSync(cache, { recursive: true })
    const buildInfo = join(cache, `${project.replaceAll(/\W/g, '-')}.tsbuildinfo`)
    const args = ['-p', project, '--noEmit', '--incremental', '--tsBuildInfoFile', buildInfo, '--listFiles']
    const { code, output } = await runProgram(bin('tsc'), [...args, '--pretty', 'false'])
    const { files, messages } = splitListing(output)
    const own = files.filter((file) => isInside(join(root, project === '.' ? 'scripts' : project), file))
    return { looked: own.length, of: 'files', problems: code === 0 ? [] : [messages.join('\n').trim()] }
  },
}))

function splitListing(output: string) {
  const lines = output.split('\n')
  const isFile = (line: string) => /^\/.*\.\w+$/.test(line) || /^[A-Za-z]:[\\/].*\.\w+$/.test(line)
  return { files: lines.filter(isFile), messages: lines.filter((line) => !isFile(line)) }
}

function isInside(folder: string, file: string): boolean {
  const path = relative(folder, file)
  return !path.startsWith('..') && !path.includes('node_modules')
}
