import { fork, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const account = '123456789012'

export const adminPassword = 'a password for benchmarks'

/** Callboard with a password, looking at an emulator with a fleet of so many stages: as somebody would run it, on ports of its own. */
export async function startBigFleet(stages: number): Promise<{ url: string; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'callboard-bench-'))
  const emulator = fork(
    fileURLToPath(import.meta.resolve('@callboard/aws-emulator/cli')),
    ['--world', 'fleet', '--stages', String(stages), '--port', '0', '--exit-with-parent'],
    { stdio: ['pipe', 'ignore', 'inherit', 'ipc'] },
  )
  const endpoint = await new Promise<string>((resolve, reject) => {
    emulator.on('message', ({ url }: { url: string }) => resolve(url))
    emulator.once('exit', () => reject(new Error('The emulator ended before it was ready')))
  })
  const connections = join(folder, 'connections.json')
  const credentials = join(folder, 'credentials')
  const entry = {
    name: 'big',
    account,
    region: 'eu-central-1',
    endpoint,
    profile: 'big',
    invokeUrlTemplate: `${endpoint}/{apiId}/{stage}`,
  }
  writeFileSync(connections, JSON.stringify({ connections: [entry] }))
  writeFileSync(credentials, `[big]\naws_access_key_id=${account}\naws_secret_access_key=x\n`)
  const callboard = spawn(process.execPath, ['--import', './scripts/require-node.js', 'scripts/start.ts'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      DATA_DIR: join(folder, 'data'),
      AUTH: 'local',
      ADMIN_PASSWORD: adminPassword,
      CONNECTIONS_FILE: connections,
      AWS_SHARED_CREDENTIALS_FILE: credentials,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return {
    url: await printedUrl(callboard),
    async close() {
      await end(callboard)
      await end(emulator)
      rmSync(folder, { recursive: true })
    },
  }
}

const printedUrl = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let output = ''
    child.stdout!.on('data', (chunk: Buffer) => {
      const url = /Callboard is at (\S+)/.exec((output += chunk.toString()))?.[1]
      if (url) resolve(url)
    })
    child.once('exit', (code) => reject(new Error(`Callboard ended with ${code}`)))
  })

function end(child: ChildProcess): Promise<unknown> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  return ended
}
