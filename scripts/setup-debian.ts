import { existsSync } from 'node:fs'

import { runProgram } from './run-program.ts'

let lists: ReturnType<typeof runProgram> | undefined

/**
 * Installs Debian packages where that can be done unasked: as root, on Debian.
 * @returns nothing when it went through, else a sentence that says why not and what to do
 */
export async function installDebianPackages(packages: readonly string[]): Promise<string | undefined> {
  const command = `apt-get update && apt-get install -y ${packages.join(' ')}`
  if (!existsSync('/etc/debian_version')) return `this isn't Debian; install ${packages.join(', ')} yourself`
  if (process.getuid?.() !== 0) return `this isn't root; run: sudo sh -c '${command}'`
  console.log(`installing ${packages.join(', ')} with apt-get`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  lists ??= runProgram('apt-get', ['update', '-q'], { env })
  const updated = await lists
  if (updated.code !== 0) return `apt-get update failed: ${lastLines(updated.output)}`
  const args = ['install', '-y', '-q', '--no-install-recommends', ...packages]
  const { code, output } = await runProgram('apt-get', args, { env })
  return code === 0 ? undefined : `apt-get install ${packages.join(' ')} failed: ${lastLines(output)}`
}

const lastLines = (output: string): string => output.trim().split('\n').slice(-3).join(' ')
