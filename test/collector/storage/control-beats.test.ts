import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type ControlBeats, openControlBeats } from '../../../collector/storage/control-beats.ts'
import { controlId } from '../../../collector/storage/control-id.ts'
import { openTestEngine, type TestEngine } from '../../support/engine.ts'
import { tempDirectory } from '../../support/temp-directory.ts'

describe('signs of life of the collector in control', () => {
  let engine: TestEngine
  const opened: ControlBeats[] = []
  let noticed: string[] = []
  beforeAll(async () => {
    engine = await openTestEngine()
  })
  afterAll(() => engine.close())
  afterEach(async () => {
    await Promise.all(opened.splice(0).map(beats => beats.close()))
    await engine.client.command({ query: 'TRUNCATE TABLE control_beats' })
    noticed = []
  })

  function open(id: string): ControlBeats {
    const beats = openControlBeats({
      client: engine.client,
      id,
      host: `machine-${id}`,
      beatMs: 100,
      onOther: ({ host }) => noticed.push(`${id} noticed ${host}`),
      onFailure: error => {
        throw error
      },
    })
    opened.push(beats)
    return beats
  }

  async function start(id: string): Promise<ControlBeats> {
    const beats = open(id)
    await beats.refuseSecond()
    await beats.begin()
    return beats
  }

  it('refuses a second one, by the name of the first one’s machine, and says what to do', async () => {
    await start('1')
    await expect(start('2')).rejects.toThrow(/on the machine machine-1, is in control.*HANKI_ROLE=collect/)
  })

  it('lets the next one in at once when the first one was stopped in order', async () => {
    await (await start('1')).close()
    await expect(start('2')).resolves.toBeDefined()
  })

  it('lets the same data directory in again after a crash', async () => {
    await start('1')
    await expect(start('1')).resolves.toBeDefined()
  })

  it('keeps the one with the smaller id of two that start in the same moment', async () => {
    const [first, second] = [open('1'), open('2')]
    await Promise.all([first.refuseSecond(), second.refuseSecond()])
    await first.begin()
    await expect(second.begin()).rejects.toThrow(/machine-1/)
  })

  it('believes that a silent one is gone', async () => {
    const values = [
      { holder: '1', host: 'machine-1', is_over: 0, beat_at: Math.floor(Date.now() / 1_000) - 60 },
    ]
    await engine.client.insert({ table: 'control_beats', values, format: 'JSONEachRow' })
    await expect(start('2')).resolves.toBeDefined()
  })

  it.each([
    { agoSeconds: 10, words: /a sign of life (?<silent>\d+) s ago\. .* again in (?<left>\d+) s\.$/ },
    { agoSeconds: -3_600, words: /lies (?<ahead>\d+) s ahead of the database.* again in (?<left>\d+) s\.$/ },
  ])(
    'says when one that crashed is believed to be gone: sign of life $agoSeconds s ago',
    async ({ agoSeconds, words }) => {
      const beatAt = Math.floor(Date.now() / 1_000) - agoSeconds
      const values = [{ holder: '1', host: 'machine-1', is_over: 0, beat_at: beatAt }]
      await engine.client.insert({ table: 'control_beats', values, format: 'JSONEachRow' })
      const refusal = await start('2').then(String, String)
      expect(refusal).toMatch(words)
      const { silent = 0, ahead = 0, left } = words.exec(refusal)?.groups ?? {}
      expect(Number(left) + Number(silent) - Number(ahead)).toBe(35)
    },
  )

  it('tells, once, when another one turns up later, such as after a sleep', async () => {
    await start('1')
    const values = [{ holder: '9', host: 'machine-9', is_over: 0 }]
    await engine.client.insert({ table: 'control_beats', values, format: 'JSONEachRow' })
    await expect.poll(() => noticed).toEqual(['1 noticed machine-9'])
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(noticed).toHaveLength(1)
  })
})

describe('controlId', () => {
  it('is the same at every start, and another one in another directory', () => {
    const directory = tempDirectory()
    expect(controlId(directory)).toMatch(/^\d{1,20}$/)
    expect(controlId(directory)).toBe(controlId(directory))
    expect(controlId(tempDirectory())).not.toBe(controlId(directory))
  })
})
