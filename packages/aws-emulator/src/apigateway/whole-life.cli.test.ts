import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { testStart } from '../testing/emulated.ts'
import { startEmulator } from '../server.ts'

const run = promisify(execFile)
const cli = process.env['AWS_CLI_PATH'] ?? 'aws'

async function shell() {
  const home = mkdtempSync(join(tmpdir(), 'emulator-cli-'))
  onTestFinished(() => rmSync(home, { recursive: true }))
  const emulator = await startEmulator({ speed: 0, startAt: testStart })
  onTestFinished(() => emulator.close())
  const env = {
    HOME: home,
    PATH: `${dirname(cli)}:/usr/bin:/bin`,
    AWS_ACCESS_KEY_ID: '111122223333',
    AWS_SECRET_ACCESS_KEY: 'x',
    AWS_PAGER: '',
  }
  const aws = async (operation: string, ...args: string[]) => {
    const place = ['--endpoint-url', emulator.url, '--region', 'eu-central-1']
    const { stdout } = await run(cli, [...place, 'apigateway', operation, ...args], { env, cwd: home })
    return stdout === '' ? undefined : (JSON.parse(stdout) as Record<string, never>)
  }
  return { home, aws, url: emulator.url }
}

const mock = (version: string) => ({
  responses: { '200': { description: '200 response' } },
  'x-amazon-apigateway-integration': {
    type: 'mock',
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
    responses: {
      default: { statusCode: '200', responseTemplates: { 'application/json': `{"version":"${version}"}` } },
    },
  },
})

const document = (version: string) => ({
  openapi: '3.0.1',
  info: { title: 'pets', version },
  paths: { '/pets': { get: mock(version) } },
})

test('Debian’s AWS CLI takes an API through its life: import, deploy, stage, canary, promotion, export, end', async () => {
  const { home, aws, url } = await shell()
  const write = (version: string) => writeFileSync(join(home, 'api.json'), JSON.stringify(document(version)))
  write('1')
  const { id } = (await aws('import-rest-api', '--body', 'fileb://api.json')) as unknown as { id: string }
  const api = ['--rest-api-id', id]
  const stage = [...api, '--stage-name', 'prod']
  const first = (await aws('create-deployment', ...api)) as unknown as { id: string }
  await aws('create-stage', ...stage, '--deployment-id', first.id, '--variables', 'mode=plain')

  write('2')
  expect(await aws('put-rest-api', ...api, '--mode', 'overwrite', '--body', 'fileb://api.json')).toMatchObject({
    version: '2',
  })
  const canary = ['--canary-settings', 'percentTraffic=100,stageVariableOverrides={mode=new}']
  const second = (await aws('create-deployment', ...stage, ...canary)) as unknown as { id: string }
  const version = async () => (await (await fetch(`${url}/restapis/${id}/prod/_user_request_/pets`)).json()) as object
  expect(await version()).toEqual({ version: '2' })
  expect(await aws('get-stage', ...stage)).toMatchObject({
    deploymentId: first.id,
    canarySettings: { percentTraffic: 100 },
  })

  const promotion = [
    'op=copy,from=/canarySettings/stageVariableOverrides,path=/variables',
    'op=copy,from=/canarySettings/deploymentId,path=/deploymentId',
    'op=remove,path=/canarySettings',
  ]
  const promoted = await aws('update-stage', ...stage, '--patch-operations', ...promotion)
  expect(promoted).toMatchObject({ deploymentId: second.id, variables: { mode: 'new' } })
  expect(promoted).not.toHaveProperty('canarySettings')

  const wanted = ['--export-type', 'oas30', '--parameters', 'extensions=apigateway', 'out.json']
  expect(await aws('get-export', ...stage, ...wanted)).toMatchObject({
    contentDisposition: 'attachment; filename="oas30_2.json"',
  })
  const exported = JSON.parse(readFileSync(join(home, 'out.json'), 'utf8')) as object
  expect(exported).toMatchObject({ info: { title: 'pets', version: '2' }, paths: { '/pets': { get: mock('2') } } })

  await expect(aws('delete-deployment', ...api, '--deployment-id', second.id)).rejects.toThrow(
    'Active stages pointing to this deployment must be moved or deleted',
  )
  await aws('delete-stage', ...stage)
  await aws('delete-deployment', ...api, '--deployment-id', second.id)
  await aws('delete-rest-api', ...api)
  await expect(aws('get-rest-api', ...api)).rejects.toThrow('Invalid API identifier specified')
  expect(await aws('get-rest-apis')).toEqual({ items: [] })
})

/** The same API, whose method asks for a key. */
const keyedDocument = {
  ...document('1'),
  paths: { '/pets': { get: { ...mock('1'), security: [{ api_key: [] }] } } },
  components: { securitySchemes: { api_key: { type: 'apiKey', name: 'x-api-key', in: 'header' } } },
}

test('Debian’s AWS CLI hands out a key: plan and key are made, requests pass by them until the quota, usage is told', async () => {
  const { home, aws, url } = await shell()
  writeFileSync(join(home, 'api.json'), JSON.stringify(keyedDocument))
  const { id } = (await aws('import-rest-api', '--body', 'fileb://api.json')) as unknown as { id: string }
  await aws('create-deployment', '--rest-api-id', id, '--stage-name', 'prod')
  const key = (await aws('create-api-key', '--name', 'shop', '--enabled')) as unknown as { id: string; value: string }
  const plan = (await aws(
    'create-usage-plan',
    '--name',
    'small',
    '--api-stages',
    `apiId=${id},stage=prod`,
    '--quota',
    'limit=3,period=DAY',
  )) as unknown as { id: string }
  const statusWith = async (headers: Record<string, string>) =>
    (await fetch(`${url}/restapis/${id}/prod/_user_request_/pets`, { headers })).status
  const withKey = { 'x-api-key': key.value }

  expect(await statusWith(withKey)).toBe(403)
  await aws('create-usage-plan-key', '--usage-plan-id', plan.id, '--key-id', key.id, '--key-type', 'API_KEY')
  expect(await statusWith(withKey)).toBe(200)
  expect(await statusWith({})).toBe(403)
  expect(await statusWith({ 'x-api-key': 'another-key-than-that-one' })).toBe(403)
  expect([await statusWith(withKey), await statusWith(withKey), await statusWith(withKey)]).toEqual([200, 200, 429])

  const day = ['--start-date', '2026-01-15', '--end-date', '2026-01-15']
  expect(await aws('get-usage', '--usage-plan-id', plan.id, ...day)).toMatchObject({ items: { [key.id]: [[3, 0]] } })
  await expect(aws('delete-usage-plan', '--usage-plan-id', plan.id)).rejects.toThrow('BadRequestException')
})
