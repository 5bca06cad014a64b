import { X509Certificate } from 'node:crypto'
import {
  DeleteClientCertificateCommand,
  GenerateClientCertificateCommand,
  GetClientCertificateCommand,
  GetClientCertificatesCommand,
  UpdateClientCertificateCommand,
} from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import { bare, describeOperation, refused, statusOf, wrongPosition, type World } from '../testing/describe-operation.ts'
import { patch, replace, smallApi } from '../testing/small-api.ts'

const unknown = 'Invalid Client Certificate identifier specified'
const none = { clientCertificateId: 'none' }

async function generated({ send }: World, more: object = {}) {
  const { clientCertificateId = '' } = await send(new GenerateClientCertificateCommand(more))
  return { clientCertificateId }
}

describeOperation('GenerateClientCertificate', {
  accepts: {
    'a description and tags, or nothing': async ({ send }) => {
      expect(await statusOf(send(new GenerateClientCertificateCommand({})))).toBe(201)
      const asked = { description: 'd', tags: { a: 'b' } }
      expect(await send(new GenerateClientCertificateCommand(asked))).toMatchObject(asked)
    },
  },
  refuses: {
    'reserved tags': ({ send }) =>
      refused(send(new GenerateClientCertificateCommand({ tags: { 'aws:x': '1' } })), 400, 'Invalid tag key: aws:x'),
  },
  does: {
    'the certificate is one that a TLS library reads, valid for a year': async ({ send }) => {
      const made = await send(new GenerateClientCertificateCommand({}))
      const certificate = new X509Certificate(made.pemEncodedCertificate ?? '')
      expect(certificate.subject).toBe('CN=ApiGateway')
      expect(certificate.verify(certificate.publicKey)).toBe(true)
      expect(new Date(certificate.validTo)).toEqual(made.expirationDate)
      const days = (Number(made.expirationDate) - Number(made.createdDate)) / (24 * 3600 * 1000)
      expect(days).toBe(365)
    },
  },
})

describeOperation('GetClientCertificate', {
  accepts: {
    'the id of a certificate': async (world) => {
      expect(await statusOf(world.send(new GetClientCertificateCommand(await generated(world))))).toBe(200)
    },
  },
  refuses: { 'unknown ids': ({ send }) => refused(send(new GetClientCertificateCommand(none)), 404, unknown) },
  does: {
    'it shows what was made': async ({ send }) => {
      const made = await bare(send(new GenerateClientCertificateCommand({ description: 'd' })))
      const { clientCertificateId } = made
      expect(await bare(send(new GetClientCertificateCommand({ clientCertificateId })))).toEqual(made)
    },
  },
})

describeOperation('GetClientCertificates', {
  accepts: {
    'a limit and a position': async (world) => {
      const [first, second] = [await generated(world), await generated(world)]
      const { items, position } = await world.send(new GetClientCertificatesCommand({ limit: 1 }))
      expect(items).toMatchObject([first])
      expect((await world.send(new GetClientCertificatesCommand({ position }))).items).toMatchObject([second])
    },
  },
  refuses: {
    'a position that isn’t one of its own': ({ send }) =>
      refused(send(new GetClientCertificatesCommand({ position: 'x' })), 400, wrongPosition),
  },
  does: {
    'it lists the account’s certificates, none at first': async (world) => {
      expect((await world.send(new GetClientCertificatesCommand({}))).items).toEqual([])
      await generated(world, { description: 'd' })
      expect((await world.send(new GetClientCertificatesCommand({}))).items).toMatchObject([{ description: 'd' }])
    },
  },
})

describeOperation('UpdateClientCertificate', {
  accepts: {
    'a description': async (world) => {
      const patchOperations = [replace('/description', 'd')]
      const update = new UpdateClientCertificateCommand({ ...(await generated(world)), patchOperations })
      expect(await world.send(update)).toMatchObject({ description: 'd' })
    },
  },
  refuses: {
    'other paths, and unknown ids': async (world) => {
      const patchOperations = [replace('/expirationDate', '0')]
      const update = new UpdateClientCertificateCommand({ ...(await generated(world)), patchOperations })
      await refused(world.send(update), 400, 'Invalid patch path /expirationDate')
      await refused(world.send(new UpdateClientCertificateCommand(none)), 404, unknown)
    },
  },
  does: {
    'what was set is read back, an empty description is absent': async (world) => {
      const one = await generated(world)
      const describe = (text: string) => {
        const patchOperations = [replace('/description', text)]
        return world.send(new UpdateClientCertificateCommand({ ...one, patchOperations }))
      }
      await describe('d')
      expect(await world.send(new GetClientCertificateCommand(one))).toMatchObject({ description: 'd' })
      await describe('')
      expect(await world.send(new GetClientCertificateCommand(one))).not.toHaveProperty('description')
    },
  },
})

describeOperation('DeleteClientCertificate', {
  accepts: {
    'the id of a certificate that no stage uses': async (world) => {
      expect(await statusOf(world.send(new DeleteClientCertificateCommand(await generated(world))))).toBe(202)
    },
  },
  refuses: {
    'a certificate in use, and unknown ids': async (world) => {
      const api = await smallApi(world.apiGateway)
      const one = await generated(world)
      const id = one.clientCertificateId
      await patch(world.apiGateway, api, replace('/clientCertificateId', id))
      const used = `Client certificate ${id} is in use by stage ${api.restApiId}:s1`
      await refused(world.send(new DeleteClientCertificateCommand(one)), 400, used)
      await refused(world.send(new DeleteClientCertificateCommand(none)), 404, unknown)
    },
  },
  does: {
    'the certificate is gone': async (world) => {
      const one = await generated(world)
      await world.send(new DeleteClientCertificateCommand(one))
      await refused(world.send(new GetClientCertificateCommand(one)), 404, unknown)
    },
  },
})
