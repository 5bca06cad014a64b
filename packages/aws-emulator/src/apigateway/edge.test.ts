import { X509Certificate } from 'node:crypto'
import {
  CreateBasePathMappingCommand,
  CreateDomainNameAccessAssociationCommand,
  CreateDomainNameCommand,
  CreateVpcLinkCommand,
  DeleteBasePathMappingCommand,
  DeleteClientCertificateCommand,
  DeleteDomainNameAccessAssociationCommand,
  DeleteDomainNameCommand,
  DeleteVpcLinkCommand,
  GenerateClientCertificateCommand,
  GetBasePathMappingCommand,
  GetBasePathMappingsCommand,
  GetClientCertificateCommand,
  GetClientCertificatesCommand,
  GetDomainNameAccessAssociationsCommand,
  GetDomainNameCommand,
  GetDomainNamesCommand,
  GetTagsCommand,
  GetVpcLinkCommand,
  GetVpcLinksCommand,
  PutIntegrationCommand,
  RejectDomainNameAccessAssociationCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateBasePathMappingCommand,
  UpdateClientCertificateCommand,
  UpdateDomainNameCommand,
  UpdateStageCommand,
  UpdateVpcLinkCommand,
  type CreateDomainNameCommandInput,
} from '@aws-sdk/client-api-gateway'
import { describe, expect, test } from 'vitest'
import { emulated, sender } from '../testing/emulated.ts'
import { replace, smallApi } from '../testing/small-api.ts'

const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/abc'
const balancer = 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/net/a/b'

async function started() {
  const { apiGateway, direct } = await emulated()
  const send = sender(apiGateway)
  const { restApiId, petsId: resourceId } = await smallApi(apiGateway)
  const domain = async (more: Partial<CreateDomainNameCommandInput> = {}) => {
    const wanted = { domainName: 'api.example.com', certificateArn, ...more }
    const { $metadata: _, ...made } = await send(new CreateDomainNameCommand(wanted))
    return made
  }
  const link = () => send(new CreateVpcLinkCommand({ name: 'net', targetArns: [balancer] }))
  return { send, direct, domain, link, restApiId, resourceId }
}

const missing = { name: 'NotFoundException' }

describe('what is accepted', () => {
  test('an edge, a regional and a private name, each with where it leads', async () => {
    const { domain } = await started()
    expect(await domain()).toMatchObject({
      domainName: 'api.example.com',
      domainNameArn: 'arn:aws:apigateway:eu-central-1::/domainnames/api.example.com',
      distributionDomainName: expect.stringMatching(/^d[a-z0-9]+\.cloudfront\.net$/),
      distributionHostedZoneId: 'Z2FDTNDATAQYW2',
      endpointConfiguration: { types: ['EDGE'], ipAddressType: 'ipv4' },
      domainNameStatus: 'AVAILABLE',
      securityPolicy: 'TLS_1_2',
    })
    const regional = {
      domainName: 'r.example.com',
      endpointConfiguration: { types: ['REGIONAL' as const] },
      regionalCertificateArn: certificateArn,
    }
    expect((await domain(regional)).regionalDomainName).toMatch(
      /^d-[a-z0-9]+\.execute-api\.eu-central-1\.amazonaws\.com$/,
    )
    const own = await domain({ domainName: 'p.example.com', endpointConfiguration: { types: ['PRIVATE'] } })
    expect(own.domainNameArn).toBe(
      `arn:aws:apigateway:eu-central-1:111122223333:/domainnames/p.example.com+${own.domainNameId}`,
    )
  })

  test('a client certificate is one that a TLS library reads, valid for a year', async () => {
    const { send } = await started()
    const made = await send(new GenerateClientCertificateCommand({ description: 'd', tags: { a: 'b' } }))
    expect(made).toMatchObject({ $metadata: { httpStatusCode: 201 }, description: 'd', tags: { a: 'b' } })
    const certificate = new X509Certificate(made.pemEncodedCertificate ?? '')
    expect(certificate.subject).toBe('CN=ApiGateway')
    expect(certificate.verify(certificate.publicKey)).toBe(true)
    expect(new Date(certificate.validTo)).toEqual(made.expirationDate)
  })
})

describe('what is refused', () => {
  test('names without a certificate, twice, or that are none', async () => {
    const { send, domain } = await started()
    await domain()
    await expect(domain()).rejects.toThrow('The domain name you provided already exists.')
    await expect(domain({ domainName: 'other.example.com', certificateArn: undefined })).rejects.toThrow('certificate')
    await expect(domain({ domainName: 'nonsense' })).rejects.toThrow('Invalid domain name specified: nonsense')
    await expect(send(new GetDomainNameCommand({ domainName: 'none.example.com' }))).rejects.toThrow(
      'Invalid domain name identifier specified',
    )
    const patchOperations = [replace('/nope', 'x')]
    await expect(send(new UpdateDomainNameCommand({ domainName: 'api.example.com', patchOperations }))).rejects.toThrow(
      'Invalid patch path /nope',
    )
  })

  test('mappings to nowhere, twice, and with a slash', async () => {
    const { send, domain, restApiId } = await started()
    const { domainName } = await domain()
    const map = (more: object) => send(new CreateBasePathMappingCommand({ domainName, restApiId, ...more }))
    await map({ stage: 's1' })
    await expect(map({})).rejects.toMatchObject({ name: 'ConflictException' })
    await expect(map({ basePath: 'a', restApiId: 'none' })).rejects.toThrow('Invalid REST API identifier specified')
    await expect(map({ basePath: 'a', stage: 'none' })).rejects.toThrow('Invalid stage identifier specified')
    await expect(map({ basePath: 'a/b' })).rejects.toThrow("API Gateway V1 doesn't support the slash character (/)")
    await expect(send(new GetBasePathMappingCommand({ domainName, basePath: 'x' }))).rejects.toMatchObject(missing)
  })

  test('links without a balancer, and what is in use', async () => {
    const { send, link, restApiId, resourceId } = await started()
    await expect(send(new CreateVpcLinkCommand({ name: 'x', targetArns: ['x'] }))).rejects.toThrow(
      'Network Load Balancer',
    )
    const { id: connectionId = '' } = await link()
    const method = { restApiId, resourceId, httpMethod: 'GET' }
    const http = { ...method, type: 'HTTP_PROXY', integrationHttpMethod: 'GET', uri: 'http://x' } as const
    await send(new PutIntegrationCommand({ ...http, connectionType: 'VPC_LINK', connectionId }))
    await expect(send(new DeleteVpcLinkCommand({ vpcLinkId: connectionId }))).rejects.toThrow(
      `is referenced in [GET:${resourceId}:${restApiId}] in format of [Method:Resource:RestApi]`,
    )
    const { clientCertificateId = '' } = await send(new GenerateClientCertificateCommand({}))
    const patchOperations = [replace('/clientCertificateId', clientCertificateId)]
    await send(new UpdateStageCommand({ restApiId, stageName: 's1', patchOperations }))
    await expect(send(new DeleteClientCertificateCommand({ clientCertificateId }))).rejects.toThrow(
      'is in use by stage',
    )
    await expect(send(new GetVpcLinkCommand({ vpcLinkId: 'none' }))).rejects.toMatchObject(missing)
    await expect(send(new GetClientCertificateCommand({ clientCertificateId: 'none' }))).rejects.toMatchObject(missing)
  })
})

describe('what is done', () => {
  test('names change, move from edge to Region, and take their mappings with them', async () => {
    const { send, domain, restApiId } = await started()
    const { domainName } = await domain()
    const patchOperations = [
      replace('/securityPolicy', 'TLS_1_0'),
      replace('/regionalCertificateArn', certificateArn),
      replace('/endpointConfiguration/types/EDGE', 'REGIONAL'),
    ]
    const updated = await send(new UpdateDomainNameCommand({ domainName, patchOperations }))
    expect(updated).toMatchObject({ securityPolicy: 'TLS_1_0', endpointConfiguration: { types: ['REGIONAL'] } })
    expect(updated).not.toHaveProperty('distributionDomainName')
    await send(new CreateBasePathMappingCommand({ domainName, restApiId, basePath: 'v1', stage: 's1' }))
    const moved = [replace('/basePath', ''), replace('/stage', '')]
    await send(new UpdateBasePathMappingCommand({ domainName, basePath: 'v1', patchOperations: moved }))
    expect((await send(new GetBasePathMappingsCommand({ domainName }))).items).toEqual([
      { basePath: '(none)', restApiId },
    ])
    await send(new DeleteBasePathMappingCommand({ domainName, basePath: '(none)' }))
    await send(new CreateBasePathMappingCommand({ domainName, restApiId }))
    await send(new DeleteDomainNameCommand({ domainName }))
    expect((await send(new GetDomainNamesCommand({}))).items).toEqual([])
    await domain()
    expect((await send(new GetBasePathMappingsCommand({ domainName }))).items).toEqual([])
  })

  test('a link is pending for a while', async () => {
    const { send, direct, link } = await started()
    const made = await link()
    expect(made).toMatchObject({ $metadata: { httpStatusCode: 202 }, status: 'PENDING' })
    await direct('POST', 'clock', { advanceSeconds: 5 })
    const { items } = await send(new GetVpcLinksCommand({}))
    expect(items).toMatchObject([{ status: 'AVAILABLE', targetArns: [balancer] }])
    const patchOperations = [replace('/name', 'x'), replace('/description', 'd')]
    const one = { vpcLinkId: made.id }
    expect(await send(new UpdateVpcLinkCommand({ ...one, patchOperations }))).toMatchObject({
      name: 'x',
      description: 'd',
    })
    await send(new DeleteVpcLinkCommand(one))
    expect((await send(new GetVpcLinksCommand({}))).items).toEqual([])
  })

  test('certificates are described, listed and deleted', async () => {
    const { send } = await started()
    const { clientCertificateId } = await send(new GenerateClientCertificateCommand({}))
    const patchOperations = [replace('/description', 'd')]
    await send(new UpdateClientCertificateCommand({ clientCertificateId, patchOperations }))
    expect((await send(new GetClientCertificatesCommand({}))).items).toMatchObject([{ description: 'd' }])
    await send(new DeleteClientCertificateCommand({ clientCertificateId }))
    expect((await send(new GetClientCertificatesCommand({}))).items).toEqual([])
  })

  test('an endpoint is associated with a private name, and sent away', async () => {
    const { send, domain } = await started()
    const { domainNameArn } = await domain({ endpointConfiguration: { types: ['PRIVATE'] } })
    const wanted = { domainNameArn, accessAssociationSourceType: 'VPCE', accessAssociationSource: 'vpce-1a' } as const
    const associate = () => send(new CreateDomainNameAccessAssociationCommand(wanted))
    const { domainNameAccessAssociationArn } = await associate()
    const list = async () => (await send(new GetDomainNameAccessAssociationsCommand({}))).items
    expect(await list()).toMatchObject([wanted])
    await send(new RejectDomainNameAccessAssociationCommand({ domainNameAccessAssociationArn, domainNameArn }))
    const again = await associate()
    await send(
      new DeleteDomainNameAccessAssociationCommand({
        domainNameAccessAssociationArn: again.domainNameAccessAssociationArn,
      }),
    )
    expect(await list()).toEqual([])
  })

  test('names, links and certificates are tagged by their ARN', async () => {
    const { send, domain, link } = await started()
    const { domainNameArn } = await domain({ tags: { a: 'b' } })
    const { id } = await link()
    const { clientCertificateId } = await send(new GenerateClientCertificateCommand({}))
    const arn = (path: string) => `arn:aws:apigateway:eu-central-1::/${path}`
    for (const resourceArn of [
      domainNameArn,
      arn(`vpclinks/${id}`),
      arn(`clientcertificates/${clientCertificateId}`),
    ]) {
      await send(new TagResourceCommand({ resourceArn, tags: { c: 'd' } }))
      await send(new UntagResourceCommand({ resourceArn, tagKeys: ['a'] }))
      expect((await send(new GetTagsCommand({ resourceArn }))).tags).toEqual({ c: 'd' })
    }
    await expect(send(new GetTagsCommand({ resourceArn: arn('vpclinks/none') }))).rejects.toMatchObject(missing)
  })
})
