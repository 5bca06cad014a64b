import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readConnectionsFile } from './connections-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'callboard-connections-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function fileOf(content: unknown): string {
  const path = join(folder, 'connections.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const acme = { name: 'acme-prod', account: '123456789012', region: 'eu-central-1' }

describe('the connections file', () => {
  test("needs a name, an account and a region; AWS's own invoke URL is the default", () => {
    expect(readConnectionsFile(fileOf({ connections: [acme] }))).toEqual([
      {
        name: 'acme-prod',
        accountId: '123456789012',
        region: 'eu-central-1',
        invokeUrlTemplate: 'https://{apiId}.execute-api.{region}.amazonaws.com/{stage}',
        colour: null,
        demo: false,
      },
    ])
  })

  test('takes a profile, a role to assume, an endpoint, a template and a colour', () => {
    const more = {
      profile: 'acme',
      role: 'arn:aws:iam::123456789012:role/Callboard',
      endpoint: 'http://localhost:4566',
      invokeUrlTemplate: 'http://localhost:4566/restapis/{apiId}/{stage}/_user_request_',
      colour: '#b0175d',
    }

    expect(readConnectionsFile(fileOf({ connections: [{ ...acme, ...more }] }))).toEqual([
      expect.objectContaining(more),
    ])
  })

  test.each([
    ['broken JSON', '{', /can't be read/],
    ['no connection', { connections: [] }, /connections/],
    ['a short account', { connections: [{ ...acme, account: '123' }] }, /12 digits/],
    ['a name for a URL that is none', { connections: [{ ...acme, name: 'Acme Prod' }] }, /name/],
    ['a region that is none', { connections: [{ ...acme, region: 'Frankfurt' }] }, /eu-central-1/],
    ['an unknown setting', { connections: [{ ...acme, secretAccessKey: 'x' }] }, /secretAccessKey/],
    ['a name twice', { connections: [acme, { ...acme, region: 'us-east-1' }] }, /acme-prod is there twice/],
    [
      'an account and region twice',
      { connections: [acme, { ...acme, name: 'other' }] },
      /123456789012 eu-central-1 is there twice/,
    ],
  ])('is refused for %s', (_name, content, sentence) => {
    expect(() => readConnectionsFile(fileOf(content))).toThrow(sentence)
  })

  test('that is not there is said so', () => {
    expect(() => readConnectionsFile(join(folder, 'none.json'))).toThrow(/none\.json can't be read/)
  })
})
