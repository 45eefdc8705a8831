import { describe, expect, test } from 'vitest'
import { SharedRequests } from '../../dashboard/src/lib/shared-requests.ts'

/** A network whose answers come when the test says so. */
function network() {
  const sent: { signal: AbortSignal; answer: (text: string) => void; fail: (error: Error) => void }[] = []
  const send = (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      sent.push({ signal, answer: resolve, fail: reject })
      signal.addEventListener('abort', () => reject(new Error('aborted')))
    })
  return { sent, send }
}

describe('SharedRequests', () => {
  test('sends once what several ask while it is on its way, and what is asked in the same moment', async () => {
    const requests = new SharedRequests()
    const { sent, send } = network()
    const both = [requests.ask('a', send), requests.ask('a', send, new AbortController().signal)]
    const other = requests.ask('b', send)
    sent[0]?.answer('yes')
    sent[1]?.answer('no')
    expect(await Promise.all([...both, other])).toEqual(['yes', 'yes', 'no'])
    expect(await requests.ask('a', send)).toBe('yes')
    expect(sent.length).toBe(2)
  })

  test('sends anew what is asked later', async () => {
    const requests = new SharedRequests()
    const { sent, send } = network()
    const first = requests.ask('a', send)
    sent[0]?.answer('old')
    await first
    await expect
      .poll(() => {
        void requests.ask('a', send)
        return sent.length
      })
      .toBe(2)
  })

  test('goes on for who still waits when another one leaves', async () => {
    const requests = new SharedRequests()
    const { sent, send } = network()
    const leaving = new AbortController()
    const [gone, staying] = [
      requests.ask('a', send, leaving.signal),
      requests.ask('a', send, new AbortController().signal),
    ]
    leaving.abort(new Error('left'))
    await expect(gone).rejects.toThrow('left')
    expect(sent[0]?.signal.aborted).toBe(false)
    sent[0]?.answer('yes')
    expect(await staying).toBe('yes')
  })

  test('ends what nobody waits for, and sends it anew for who comes then', async () => {
    const requests = new SharedRequests()
    const { sent, send } = network()
    const both = [new AbortController(), new AbortController()]
    const asked = Promise.allSettled(both.map(({ signal }) => requests.ask('a', send, signal)))
    for (const one of both) one.abort(new Error('left'))
    const after = requests.ask('a', send, new AbortController().signal)
    expect((await asked).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(sent.map(({ signal }) => signal.aborted)).toEqual([true, false])
    sent[1]?.answer('yes')
    expect(await after).toBe('yes')
  })

  test('sends nothing for who has left before asking', async () => {
    const { sent, send } = network()
    const asked = new SharedRequests().ask('a', send, AbortSignal.abort(new Error('left')))
    await expect(asked).rejects.toThrow('left')
    expect(sent).toEqual([])
  })

  test('tells a failure to everybody who waits, and keeps it from nobody who tries again', async () => {
    const requests = new SharedRequests()
    const { sent, send } = network()
    const both = Promise.allSettled([requests.ask('a', send), requests.ask('a', send)])
    sent[0]?.fail(new Error('away'))
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    const again = requests.ask('a', send)
    sent[1]?.answer('back')
    expect(await again).toBe('back')
  })

  test('tells nobody what was true before a change', async () => {
    const requests = new SharedRequests()
    const { sent, send } = network()
    const before = requests.ask('a', send)
    requests.forget()
    const after = requests.ask('a', send)
    sent[0]?.answer('old')
    sent[1]?.answer('new')
    expect(await Promise.all([before, after])).toEqual(['old', 'new'])
    expect(await requests.ask('a', send)).toBe('new')
  })
})
