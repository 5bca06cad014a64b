import { behaves } from './behaviours.ts'
import type { DemoApi } from './demo-api.ts'
import { release } from './release.ts'
import { calls, route } from './routes.ts'
import { cached, stageMaker } from './stage-maker.ts'

const api = 'media-api:${stageVariables.lambdaAlias}'

const routes = [
  route('GET /images/{imageId}', api),
  route('POST /images', api, { authorizationType: 'AWS_IAM' }),
  route('GET /videos/{videoId}', api),
  route('GET /health'),
]
const routes2 = [...routes, route('GET /images/{imageId}/variants/{variant}', api)]

const stage = stageMaker({
  team: 'platform',
  weekendShare: 0.9,
  calls: calls({ 'GET /images/g-1': [80, 3000], 'POST /images': 1, 'GET /videos/w-5': [8, 500], 'GET /health': 2 }),
})

/** Its stages are versions: v1 is kept for old apps and hasn't moved for weeks. */
export const media: DemoApi = {
  name: 'media',
  description: 'Images and videos of the shop',
  createdHoursAgo: 24 * 370,
  tags: { team: 'platform', owner: 'noah', 'cost-center': '4700' },
  functions: [
    {
      name: 'media-api',
      versions: { 5: behaves(34, 260, { notFound: 0.03, failing: 0.0005 }), 6: behaves(31, 220, { notFound: 0.012 }) },
      aliases: { legacy: '5', live: '6', next: '6' },
    },
  ],
  releases: [
    release('media 1.9, by noah', routes, { dev: 64, v1: 63 }),
    release('media 2.0, by noah', routes2, { dev: 43, v2: 40 }),
    release('media 2.1, by wei', routes2, { dev: 24, v2: 22.5 }),
    release(undefined, routes2, { dev: 7.7 }),
    release('media 2.2, by noah', routes2, { dev: 3.2, v2: 2.1 }),
  ],
  stages: [
    stage('dev', { description: 'Every merge', perMinute: [0, 0], variables: { lambdaAlias: 'next' } }),
    stage('v1', { description: 'Old apps', perMinute: [160, 60], variables: { lambdaAlias: 'legacy' } }),
    stage('v2', {
      description: 'The shop and new apps',
      perMinute: [540, 190],
      variables: { lambdaAlias: 'live', bucket: 'media-v2' },
      settings: {
        '/*/*/metrics/enabled': 'true',
        ...cached('13.5', { '~1images~1{imageId}/GET': 3600, '~1videos~1{videoId}/GET': 1800 }),
      },
    }),
  ],
}
