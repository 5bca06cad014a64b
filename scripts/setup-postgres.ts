import { spawn } from 'node:child_process'
import { chown, mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import { globSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { runProgram } from './run-program.ts'
import { installDebianPackages } from './setup-debian.ts'
import { findProgram } from './setup-program.ts'

export type Postgres = { url: string; end: () => Promise<void> } | { missing: string }

/** A PostgreSQL cluster of our own for one run, from the PATH or from Debian; its folder goes when it ends. */
export async function setupPostgres(): Promise<Postgres> {
  const found = await findServer()
  if (found) return startCluster(found)
  const problem = await installDebianPackages(['postgresql'])
  const installed = await findServer()
  if (installed) return startCluster(installed)
  return { missing: `no PostgreSQL: ${problem ?? 'the installed one does not run'}` }
}

/** The folder of the server's programs, which Debian keeps off the PATH. */
async function findServer(): Promise<string | undefined> {
  const debian = globSync('/usr/lib/postgresql/*/bin').toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  const server = await findProgram(['postgres'], debian)
  return server && dirname(await realpath(server))
}

async function startCluster(programs: string): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), 'callboard-postgres-'))
  const owner = await serverUser()
  if (owner) await chown(folder, owner.uid, owner.gid)
  const env = { PATH: process.env.PATH, LC_ALL: 'C' }
  const options = { ...owner, cwd: folder, env }
  const data = join(folder, 'data')
  const init = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  const made = await runProgram(join(programs, 'initdb'), init, options)
  if (made.code !== 0) {
    await rm(folder, { recursive: true, force: true })
    return { missing: `initdb failed: ${made.output.trim()}` }
  }
  const port = await freePort()
  const settings = { listen_addresses: '127.0.0.1', fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-k', folder, '-p', String(port), ...Object.entries(settings).map(([name, it]) => `--${name}=${it}`)],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()))
  const end = async () => {
    // SIGINT is PostgreSQL's fast shutdown: it drops its clients and is gone.
    server.kill('SIGINT')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  let log = ''
  const isReady = await new Promise<boolean>((resolve) => {
    server.on('error', () => resolve(false)).once('close', () => resolve(false))
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-4_000)
      if (log.includes('ready to accept connections')) resolve(true)
    })
  })
  if (isReady) return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, end }
  await rm(folder, { recursive: true, force: true })
  return { missing: `PostgreSQL did not start: ${log.trim()}` }
}

/** PostgreSQL refuses to run as root; elsewhere it runs as whoever runs us. */
async function serverUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const [, , uid, gid] = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody') ?? []
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
