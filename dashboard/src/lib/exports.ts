import type { Question } from './api.ts'

/** A question as a command for a POSIX shell; `YOUR_KEY` stands where an API key belongs. `origin` ends before the path. */
export function toCurl({ about, body }: Question, origin: string): string {
  return [
    `curl ${quote(`${origin}/api/v2/${about}`)}`,
    `-H 'Authorization: Bearer YOUR_KEY'`,
    `-H 'Content-Type: application/json'`,
    `--data ${quote(JSON.stringify(body))}`,
  ].join(' \\\n  ')
}

/** The name of a file: of which site, what is in it, and nothing that a file system refuses. */
export function toFileName(title: string, domain: string, ending: 'csv' | 'json' | 'png'): string {
  const plain = `${domain} ${title}`.normalize('NFC').replaceAll(/[^\p{L}\p{N}.]+/gu, '-')
  return `${plain.replaceAll(/^-+|-+$/g, '').slice(0, 120)}.${ending}`
}

/** Hands a file to the browser to be kept. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser reads the address after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** For a POSIX shell: nothing inside single quotes means anything but a single quote. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
