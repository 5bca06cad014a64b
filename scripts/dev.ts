import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
// The page comes from 5173 and asks 4000, see apps/web/vite.config.ts.
const env = { ...process.env, PORT: '4000' }

/** The BFF starts anew with each change to it, to the contract or to the emulator; the page is replaced where it stands. */
const programs = [
  spawn(process.execPath, ['--watch', '--watch-preserve-output', ...watched(), 'apps/bff/src/main.ts'], {
    cwd: root,
    env,
    stdio: 'inherit',
  }),
  spawn(process.execPath, ['node_modules/vite/bin/vite.js', '--port', '5173', '--strictPort'], {
    cwd: `${root}apps/web`,
    env,
    stdio: 'inherit',
  }),
]

for (const program of programs)
  program.on('exit', (code) => {
    for (const other of programs) other.kill('SIGTERM')
    process.exitCode ??= code ?? 1
  })
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    for (const program of programs) program.kill(signal)
  })

function watched(): string[] {
  return ['apps/bff/src', 'packages/shared-types/src', 'packages/aws-emulator/src'].map(
    (path) => `--watch-path=${root}${path}`,
  )
}
