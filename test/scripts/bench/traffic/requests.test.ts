import { describe, expect, it } from 'vitest'
import { parsePayload } from '../../../../collector/core/event/payload.ts'
import { buildRequests } from '../../../../scripts/bench/traffic/requests.ts'

describe('buildRequests', () => {
  const texts = buildRequests('single').map(request => request.toString())
  const different = (pattern: RegExp) => new Set(texts.map(text => pattern.exec(text)?.[1])).size

  it('makes events that the collector takes', () => {
    const faulty = texts.filter(text => !parsePayload(JSON.parse(text.split('\r\n\r\n')[1] ?? '')).ok)
    expect(faulty).toEqual([])
  })

  it('announces the length of every body in bytes', () => {
    const wrong = texts.filter(text => {
      const [head = '', body = ''] = text.split('\r\n\r\n')
      return Number(/content-length: (\d+)/.exec(head)?.[1]) !== Buffer.byteLength(body)
    })
    expect(wrong).toEqual([])
  })

  it('is as varied as the traffic of five sites', () => {
    expect(different(/x-forwarded-for: (\S+)/)).toBeGreaterThan(10_000)
    expect(different(/user-agent: ([^\r]+)/)).toBeGreaterThan(150)
    expect(different(/"u":"([^"?]+)/)).toBeGreaterThan(2_000)
    expect(different(/"r":"([^"]+)/)).toBeGreaterThan(1_000)
    expect(different(/"d":"([^"]+)/)).toBe(5)
  })
})
