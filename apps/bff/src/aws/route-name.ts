/** `GET /pets` in its two parts. */
export function routeOf(name: string): { method: string; path: string } {
  const cut = name.indexOf(' ')
  return { method: name.slice(0, cut), path: name.slice(cut + 1) }
}
