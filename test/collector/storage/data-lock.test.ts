import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { DataDirectoryError, lockDataDirectory } from '../../../collector/storage/data-lock.ts'
import { tempDirectory } from '../../support/temp-directory.ts'

describe('lockDataDirectory', () => {
  it.each([
    { name: 'a new one', entries: [], mode: 0o755 },
    { name: 'one of Hanki', entries: ['journal', 'engine', 'address.json'], mode: 0o750 },
    { name: 'an empty disk', entries: ['lost+found'], mode: 0o1777 },
  ])('closes a directory that other users could read: $name', async ({ entries, mode }) => {
    const directory = tempDirectory()
    for (const entry of entries) mkdirSync(join(directory, entry))
    chmodSync(directory, mode)
    const release = await lockDataDirectory(directory)
    release()
    expect(statSync(directory).mode & 0o7777).toBe(0o700)
  })

  it('does not put its data where other things lie that every user may read, and leaves that as it is', async () => {
    const directory = tempDirectory()
    writeFileSync(join(directory, 'letter.txt'), '')
    chmodSync(directory, 0o755)
    await expect(lockDataDirectory(directory)).rejects.toThrow(/chmod 700 .*HANKI_DATA/)
    expect(readdirSync(directory)).toEqual(['letter.txt'])
    expect(statSync(directory).mode & 0o7777).toBe(0o755)
  })

  it('gives a directory to one of many that start in the same moment', async () => {
    const directory = tempDirectory()
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockDataDirectory(directory)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = tries.flatMap(result => (result.status === 'rejected' ? [result.reason] : []))
    expect(refused.every(reason => reason instanceof DataDirectoryError)).toBe(true)
    for (const result of tries) if (result.status === 'fulfilled') result.value()
    expect(readdirSync(directory)).toEqual([])
  })

  it('gives it on once it was released', async () => {
    const directory = tempDirectory()
    const release = await lockDataDirectory(directory)
    release()
    const again = await lockDataDirectory(directory)
    again()
  })

  it('takes over at once from a process of this machine that is gone', async () => {
    const directory = tempDirectory()
    const release = await lockDataDirectory(directory)
    const { readFileSync } = await import('node:fs')
    const mine = readFileSync(join(directory, 'hanki.lock'), 'utf8')
    release()
    const child = spawn(process.execPath, ['-e', ''])
    await once(child, 'exit')
    const [place = ''] = mine.split(' ')
    writeFileSync(join(directory, 'hanki.lock'), `${place} ${child.pid} 1 left-over`)
    const other = tempDirectory()
    writeFileSync(join(other, 'hanki.lock'), 'another-container 1 1 id')
    const ofSilentOne = lockDataDirectory(other)
    const ofGoneOne = lockDataDirectory(directory)
    const first = Promise.race([ofSilentOne.then(() => 'silent'), ofGoneOne.then(() => 'gone')])
    expect(await first).toBe('gone')
    for (const again of await Promise.all([ofSilentOne, ofGoneOne])) again()
  }, 30_000)

  it('is told to a holder that slept so long that another took it, and the lock of that one is left alone', async () => {
    const directory = tempDirectory()
    const file = join(directory, 'hanki.lock')
    let losses = 0
    const release = await lockDataDirectory(directory, () => losses++)
    writeFileSync(file, 'another-container 1 1 id')
    const before = statSync(file).mtimeMs
    await sleep(5_000)
    release()
    expect(losses).toBe(1)
    expect(statSync(file).mtimeMs).toBe(before)
  }, 30_000)

  it('leaves it to a holder in another container as long as that shows that it lives', async () => {
    const directory = tempDirectory()
    const file = join(directory, 'hanki.lock')
    writeFileSync(file, 'another-container 1 1 id')
    const heartbeat = setInterval(() => utimesSync(file, new Date(), new Date()), 500)
    onTestFinished(() => clearInterval(heartbeat))
    await expect(lockDataDirectory(directory)).rejects.toThrow(/Another Hanki is using/)
    clearInterval(heartbeat)
    const taken = await lockDataDirectory(directory)
    taken()
    expect(existsSync(file)).toBe(false)
  }, 30_000)
})
