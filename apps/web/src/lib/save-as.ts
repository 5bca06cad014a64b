/** Hands a file to the browser to be kept. */
export function saveAs(name: string, content: Blob) {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name.replaceAll(':', '')
  link.click()
  URL.revokeObjectURL(url)
}
