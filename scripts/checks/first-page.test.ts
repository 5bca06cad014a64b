import { expect, test } from 'vitest'
import { filesOf } from './first-page.ts'

const manifest = {
  'index.html': { file: 'index.js', imports: ['_shared.js'] },
  'page.tsx': { file: 'page.js', imports: ['_shared.js', '_more.js'] },
  '_shared.js': { file: 'shared.js', imports: ['_more.js'] },
  '_more.js': { file: 'more.js' },
  'later.tsx': { file: 'later.js' },
}

test('what an entry imports is counted, through others too, and once', () => {
  expect(filesOf(manifest, ['index.html', 'page.tsx'])).toEqual(['index.js', 'shared.js', 'more.js', 'page.js'])
})

test('an entry that the build doesn’t have is an error, not nothing', () => {
  expect(() => filesOf(manifest, ['fleet.tsx'])).toThrow('fleet.tsx')
})
