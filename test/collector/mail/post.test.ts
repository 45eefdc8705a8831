import { describe, expect, it } from 'vitest'
import type { Letter } from '../../../collector/mail/letter.ts'
import { MailError } from '../../../collector/mail/mail-fault.ts'
import { openPost } from '../../../collector/mail/post.ts'

const letterTo = (to: string): Letter => ({ to, subject: 'A letter', text: '' })

/** A way to hand letters over that fails as told: `final`, `later`, or not at all. */
function openWay(faults: readonly ('final' | 'later')[] = [], isStuck = false) {
  const left = [...faults]
  const delivered: string[] = []
  const failures: { readonly code: unknown; readonly tries: number }[] = []
  let atOnce = 0
  let mostAtOnce = 0
  const smtp = {
    async deliver({ to }: Letter): Promise<void> {
      mostAtOnce = Math.max(mostAtOnce, ++atOnce)
      await new Promise(resolve => setTimeout(resolve, isStuck ? 60_000 : 2).unref())
      atOnce--
      const fault = left.shift()
      if (fault !== undefined) throw new MailError('TEST', fault === 'final', 'refused')
      delivered.push(to)
    },
  }
  const onFailure = (error: unknown, tries: number): void =>
    void failures.push({ code: error instanceof MailError ? error.code : error, tries })
  const post = (retryMs = [5, 5, 5]) => openPost({ smtp, onFailure, retryMs })
  return { post, delivered, failures, mostAtOnce: () => mostAtOnce }
}

describe('openPost', () => {
  it('takes letters at once, and sends them later, one after the other', async () => {
    const way = openWay()
    const post = way.post()
    const written: string[] = []
    for (const to of ['a@example.com', 'b@example.com', 'c@example.com']) {
      const isTaken = post.send(to, () => {
        written.push(to)
        return letterTo(to)
      })
      expect(isTaken).toBe(true)
    }
    expect([written, post.waiting()]).toEqual([[], 3])
    await post.close(5_000)
    expect(way.delivered).toEqual(['a@example.com', 'b@example.com', 'c@example.com'])
    expect([way.failures, post.waiting(), way.mostAtOnce()]).toEqual([[], 0, 1])
  })

  it('tries again when that may help, and writes the letter once', async () => {
    const way = openWay(['later', 'later'])
    const post = way.post()
    let written = 0
    post.send('a@example.com', () => {
      written++
      return letterTo('a@example.com')
    })
    await expect.poll(() => way.delivered).toEqual(['a@example.com'])
    expect([written, way.failures]).toEqual([1, []])
  })

  it('gives up after some tries, and at once when the server has refused for good', async () => {
    const way = openWay(['later', 'later', 'later', 'later', 'final'])
    const post = way.post()
    post.send('a@example.com', () => letterTo('a@example.com'))
    await expect.poll(() => way.failures).toEqual([{ code: 'TEST', tries: 4 }])
    post.send('b@example.com', () => letterTo('b@example.com'))
    await expect.poll(() => way.failures.at(-1)).toEqual({ code: 'TEST', tries: 1 })
    expect(way.delivered).toEqual([])
  })

  it('tries a letter again that could not be written', async () => {
    const way = openWay()
    const post = way.post()
    let tries = 0
    post.send('a@example.com', async () => {
      tries++
      if (tries === 1) throw new Error('the database is away')
      return letterTo('a@example.com')
    })
    await expect.poll(() => way.delivered).toEqual(['a@example.com'])
  })

  it('lets one letter that waits hold up no other', async () => {
    const way = openWay(['later'])
    const post = way.post([60_000])
    post.send('a@example.com', () => letterTo('a@example.com'))
    post.send('b@example.com', () => letterTo('b@example.com'))
    await expect.poll(() => way.delivered).toEqual(['b@example.com'])
    await post.close(1_000)
    expect(way.failures).toEqual([{ code: 'TEST', tries: 1 }])
  })

  it('ends in time whatever hangs, and takes nothing after', async () => {
    const post = openWay([], true).post()
    post.send('a@example.com', () => letterTo('a@example.com'))
    await post.close(200)
    expect(post.waiting()).toBe(1)
    expect(post.send('b@example.com', () => letterTo('b@example.com'))).toBe(false)
  })

  it('takes no more than it can hold, and nothing for what is no address', async () => {
    const post = openWay([], true).post()
    const taken = Array.from({ length: 600 }, () =>
      post.send('a@example.com', () => letterTo('a@example.com')),
    )
    expect(taken.filter(Boolean)).toHaveLength(500)
    expect(
      openWay()
        .post()
        .send('a@example.com\r\nBcc: b@example.com', () => letterTo('x')),
    ).toBe(false)
    await post.close(1)
  })
})
