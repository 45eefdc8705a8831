import { describe, expect, it } from 'vitest'
import { acknowledged, parseAnswer } from '../../../../scripts/bench/load/answer.ts'

const HEAD = 'HTTP/1.1 202 Accepted\r\ncontent-type: text/plain\r\nContent-Length: 2\r\n'

describe('parseAnswer', () => {
  it('reads a whole answer', () => {
    expect(parseAnswer(`${HEAD}\r\nok`)).toEqual({ status: 202, dropped: false, body: 'ok' })
  })

  it('waits while a part is missing, wherever the cut is', () => {
    const whole = `${HEAD}\r\nok`
    for (let length = 0; length < whole.length; length++) {
      expect(parseAnswer(whole.slice(0, length))).toBeUndefined()
    }
  })

  it('sees that an event was dropped', () => {
    expect(parseAnswer(`${HEAD}x-hanki-dropped: bot\r\n\r\nok`)?.dropped).toBe(true)
  })

  it('refuses what cannot be counted', () => {
    expect(() => parseAnswer('HTTP/1.1 202 Accepted\r\n\r\nok')).toThrow('length')
    expect(() => parseAnswer(`nonsense\r\n${HEAD}\r\nok`)).toThrow('length')
    expect(() => parseAnswer(`${HEAD}\r\nok${HEAD}`)).toThrow('more than one')
  })
})

describe('acknowledged', () => {
  it('counts the events of an array one by one', () => {
    const body = '[{"status":"stored"},{"status":"dropped","reason":"bot"},{"status":"stored"}]'
    expect(acknowledged({ status: 202, dropped: false, body }, 3)).toBe(2)
  })

  it('counts nothing of a refused or dropped request', () => {
    expect(acknowledged({ status: 503, dropped: false, body: 'ok' }, 1)).toBe(0)
    expect(acknowledged({ status: 202, dropped: true, body: 'ok' }, 1)).toBe(0)
    expect(acknowledged({ status: 202, dropped: false, body: 'ok' }, 1)).toBe(1)
  })
})
