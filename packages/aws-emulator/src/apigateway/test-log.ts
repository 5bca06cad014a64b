/** The log of a test: its lines, each after the instant as Java prints it (recorded, test_invoke_test_method). */
export function testLog(now: number, requestId: string, lines: string[]): string {
  const at = javaDate(now)
  return `Execution log for request ${requestId}\n${lines.map((line) => `${at} : ${line}\n`).join('')}`
}

/** `Thu Jan 15 12:00:00 UTC 2026`. */
function javaDate(now: number): string {
  const [weekday = '', day = '', month = '', year = '', time = ''] = new Date(now).toUTCString().split(' ')
  return `${weekday.replace(',', '')} ${month} ${day} ${time} UTC ${year}`
}
