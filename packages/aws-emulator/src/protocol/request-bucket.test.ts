import { expect, test } from 'vitest'
import { createRequestBucket } from './request-bucket.ts'

const place = { account: '111122223333', region: 'eu-central-1' }
const deployment = { name: 'CreateDeployment', calls: 1, seconds: 5 }

function bucketAt() {
  const time = { ms: 0 }
  return { time, bucket: createRequestBucket(() => time.ms) }
}

test('an account may call 40 times at once, then ten times a second; another account isn’t held up', () => {
  const { time, bucket } = bucketAt()
  for (let n = 0; n < 40; n++) expect(bucket.take(place, undefined)).toBe(0)
  expect(bucket.take(place, undefined)).toBe(1)
  expect(bucket.take({ ...place, account: '444455556666' }, undefined)).toBe(0)
  time.ms = 100
  expect(bucket.take(place, undefined)).toBe(0)
  expect(bucket.take(place, undefined)).toBe(1)
})

test('an operation’s own quota tells how long to wait, and what it refuses costs the total nothing', () => {
  const { time, bucket } = bucketAt()
  expect(bucket.take(place, deployment)).toBe(0)
  time.ms = 1500
  for (let n = 0; n < 100; n++) expect(bucket.take(place, deployment)).toBe(4)
  expect(bucket.take(place, undefined)).toBe(0)
  time.ms = 5000
  expect(bucket.take(place, deployment)).toBe(0)
})
