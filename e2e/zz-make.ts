import { Emulator } from './lib/emulator.ts'
import {
  CreateDeploymentCommand,
  APIGatewayClient,
  UpdateStageCommand,
  GetDeploymentsCommand,
  DeleteDeploymentCommand,
} from '@aws-sdk/client-api-gateway'
const e = new Emulator('http://127.0.0.1:4711')
const aws = new APIGatewayClient({
  endpoint: e.url,
  region: 'eu-central-1',
  credentials: { accessKeyId: '123456789012', secretAccessKey: 'x' },
})
const wait = (ms: number) => new Promise((d) => setTimeout(d, ms))
await e.createApi('hello', 'dev', 'hello\nworld\nthree\nfour\nfive\nsix')
const id = await e.apiId('hello')
await wait(70_000)
await e.define('hello', 'hello\nmoon\nthree\nfour\nfive\nsix')
const { id: d } = await aws.send(
  new CreateDeploymentCommand({ restApiId: id, stageName: 'dev', description: 'hello 2, by wei' }),
)
await wait(100_000)
await e.define('hello', 'hello\nsun\nthree\nfour\nfive\nsix')
await aws.send(new CreateDeploymentCommand({ restApiId: id, stageName: 'dev', description: 'hello 3, by wei' }))
await wait(100_000)
await aws.send(new DeleteDeploymentCommand({ restApiId: id, deploymentId: d! }))
const { items } = await aws.send(new GetDeploymentsCommand({ restApiId: id }))
console.log(id, JSON.stringify(items), d)
