import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { root } from '../run-program.ts'
import type { Check } from './check.ts'

const source = /\.(?:tsx?|[cm]?js|json|md|ya?ml|css|html|sql|sh|png|svg)$/
/** Made by running, so that no clone has them. */
const made = /(?:^|\/)(?:node_modules|dist|test-results|playwright-report|\.data|\.tanstack)(?:\/|$)/

/** A path that a page names exists: a document that points at nothing is worse than none. */
export const docPaths: Check = {
  name: 'paths named in .md files',
  run: async () => {
    const pages = globSync('**/*.md', { cwd: root, exclude: (path) => made.test(path) })
    const named = pages.flatMap((page) => {
      const text = readFileSync(join(root, page), 'utf8')
      return pathsNamedIn(text, readdirSync(root)).map((path) => ({ page, path }))
    })
    return {
      looked: pages.length,
      of: 'pages',
      problems: named
        .filter(({ page, path }) => !made.test(path) && !isThere(path, dirname(page)))
        .map(({ page, path }) => `${page} names ${path}, which isn't there`),
    }
  },
}

/**
 * Links to a place in the repository; anything in a fence or in backticks that begins with a folder of the root; in
 * backticks also what ends like a source file and has a folder.
 * @param top names of the files and folders in the root
 */
export function pathsNamedIn(text: string, top: readonly string[]): string[] {
  const begins = (word: string) => word.includes('/') && top.includes(word.split('/')[0] ?? '')
  const isPath = (word: string) => begins(word) || (word.includes('/') && source.test(word))
  const fences = [...text.matchAll(/^ *(```|~~~)[\s\S]*?^ *\1/gm)].map(([fence]) => fence)
  const prose = text.replaceAll(/^ *(```|~~~)[\s\S]*?^ *\1/gm, '')
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span]) => span ?? '')
  const links = [...prose.matchAll(/\]\(([^)\s]+)/g)].map(([, link]) => link?.split('#')[0] ?? '')
  const words = (texts: string[]) =>
    texts.flatMap((it) => it.split(/[\s"'(),;=]+/)).map((word) => word.replace(/[.:]$/, ''))
  return [
    ...new Set([
      ...links.filter((link) => link !== '' && !/^[a-z]+:|^\//.test(link)),
      ...words(spans).filter((word) => isPath(word) && !/^[a-z]+:\/\/|^[/@$~]/.test(word)),
      ...words(fences).filter(begins),
    ]),
  ]
}

/** `<slice>`, `{name}`, `*` and `…` stand for any name. */
function isThere(path: string, beside: string): boolean {
  const pattern = path.replaceAll(/<[^>]*>|\{[^}]*\}|…/g, '*')
  const places = [root, join(root, beside)]
  if (!pattern.includes('*')) return places.some((place) => existsSync(join(place, path)))
  return places.some((cwd) => globSync(pattern, { cwd }).length > 0)
}
