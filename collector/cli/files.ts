import { open } from 'node:fs/promises'
import { CommandError } from './command.ts'

/** Writes texts into a new file that only its owner may read. Throws `CommandError`. */
export async function writeNewFile(file: string, texts: AsyncIterable<string>): Promise<void> {
  const handle = await openFile(file, 'wx')
  try {
    for await (const text of texts) await handle.write(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Lines of a file, without their ends. Throws `CommandError`. */
export async function* readLines(file: string): AsyncGenerator<string> {
  const handle = await openFile(file, 'r')
  let rest = ''
  // Not readline: for it, characters that a name may hold (U+2028) end a line, too.
  for await (const text of handle.createReadStream({ encoding: 'utf8' })) {
    const lines = `${rest}${text}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

async function openFile(file: string, flags: 'wx' | 'r') {
  try {
    return await open(file, flags, 0o600)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'EEXIST') throw new CommandError(`${file} is there already. Choose another name.`, { cause })
    if (code === 'ENOENT') throw new CommandError(`There is no file or directory ${file}.`, { cause })
    throw new CommandError(`${file} cannot be opened (${String(code)}).`, { cause })
  }
}
