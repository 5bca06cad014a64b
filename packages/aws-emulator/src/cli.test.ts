import { spawn, fork, type ChildProcess } from 'node:child_process'
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const cli = join(import.meta.dirname, 'cli.ts')

function run(...args: string[]) {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const output = { out: '', err: '' }
  child.stdout.on('data', (chunk) => void (output.out += String(chunk)))
  child.stderr.on('data', (chunk) => void (output.err += String(chunk)))
  return { child, output }
}

const exit = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve))
const ready = (child: ReturnType<typeof run>['child']) => new Promise((resolve) => child.stdout.once('data', resolve))

async function refusal(...args: string[]) {
  const { child, output } = run(...args)
  const code = await exit(child)
  return { code, lines: output.err.trim().split('\n') }
}

test('it prints one line with its URL, and SIGTERM or SIGINT end it cleanly', async () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const { child, output } = run('--port', '0')
    await ready(child)
    expect(output.out).toMatch(/^AWS emulator ready at http:\/\/127\.0\.0\.1:\d+ \(world: empty\)\n$/)
    child.kill(signal)
    expect(await exit(child)).toBe(0)
  }
})

test('it ends when what started it goes away', async () => {
  const { child } = run('--port', '0', '--exit-with-parent')
  await ready(child)
  child.stdin.end()
  expect(await exit(child)).toBe(0)
  const forked = fork(cli, ['--port', '0', '--exit-with-parent'], {
    execArgv: [],
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
  })
  onTestFinished(() => void forked.kill('SIGKILL'))
  const message = await new Promise((resolve) => forked.once('message', resolve))
  expect(message).toEqual({ type: 'ready', url: expect.stringMatching(/^http:/) })
  forked.disconnect()
  expect(await exit(forked)).toBe(0)
})

test('a port in use, a folder that is none and a wrong flag are one sentence and exit 1', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const sentence = `The port ${port} is in use by another program.`
  expect(await refusal('--port', String(port))).toEqual({ code: 1, lines: [sentence] })
  const folder = mkdtempSync(join(tmpdir(), 'emulator-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'file')
  writeFileSync(file, '')
  const unusable = await refusal('--port', '0', '--data', join(file, 'sub'))
  expect(unusable).toEqual({ code: 1, lines: [expect.stringMatching(/^The data folder .* can't be used: /)] })
  expect(await refusal('--world', 'full')).toEqual({
    code: 1,
    lines: [expect.stringContaining('--world takes empty, demo or fleet')],
  })
})
