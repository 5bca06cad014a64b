import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const outside = ['**/node_modules/**', '**/dist/**']
const cli = '**/*.cli.test.ts'
const deep = '**/*.deep.test.ts'

// No retries: a test that passes the second time has found something.
export default defineConfig({
  test: {
    // No assertions: limits for a machine that does much else.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Left alone it keeps a core for itself, which of two is half of them; and a quarter of the time tests wait for a program.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    projects: [
      {
        extends: true,
        // Half the time of this project went into loading the same modules for each file: a worker loads them once.
        test: { name: 'unit', include: ['**/*.test.{ts,tsx}'], exclude: [...outside, cli, deep], isolate: false },
      },
      { extends: true, test: { name: 'cli', include: [cli], exclude: outside } },
      { extends: true, test: { name: 'deep', include: [deep], exclude: outside, testTimeout: 15 * 60_000 } },
    ],
  },
})
