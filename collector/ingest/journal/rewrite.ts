import { link, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncDirectory, writeAll } from './durable.ts'
import { type DecodedRecord, encodeFrame, encodeHeader } from './format.ts'
import { damagedFile, type Segment } from './segment.ts'

const NEW = '.new'

/**
 * Replaces a damaged segment by what is sound of it; the file as it was stays beside it. A crash at any point leaves
 * a segment of this name, the old one or the new one.
 */
export async function rewrite(
  { file, firstSequence }: Segment,
  journalId: string,
  records: readonly DecodedRecord[],
): Promise<void> {
  const next = `${file}${NEW}`
  const bytes = Buffer.concat([encodeHeader({ journalId, firstSequence }), ...records.map(encodeFrame)])
  const handle = await open(next, 'w', 0o600)
  try {
    await writeAll(handle, bytes, 0)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rm(damagedFile(file), { force: true })
  await link(file, damagedFile(file))
  await rename(next, file)
  await syncDirectory(dirname(file))
}

/** Ends what a crash has left of a `rewrite`: it is begun anew, or completed where only the new file is there. */
export async function finishRewrites(directory: string): Promise<void> {
  const names = new Set(await readdir(directory))
  for (const name of names) {
    if (!name.endsWith(`.seg${NEW}`)) continue
    const file = join(directory, name.slice(0, -NEW.length))
    if (names.has(name.slice(0, -NEW.length))) await rm(join(directory, name))
    else await rename(join(directory, name), file)
  }
}
