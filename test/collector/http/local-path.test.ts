import { describe, expect, it } from 'vitest'
import { toLocalPath } from '../../../collector/http/local-path.ts'

describe('toLocalPath', () => {
  it.each([
    ['/', '/'],
    ['/account', '/account'],
    ['/sites/example.com?period=7d&filters=a,b', '/sites/example.com?period=7d&filters=a,b'],
    ['/sites/%C3%A4.example', '/sites/%C3%A4.example'],
    ['/sites/ä.example', '/sites/%C3%A4.example'],
    ['/account#fragment', '/account'],
    ['/apiary', '/apiary'],
  ])('goes back to %s', (text, path) => {
    expect(toLocalPath(text)).toBe(path)
  })

  it.each<readonly [text: string | undefined, why: string]>([
    [undefined, 'nothing'],
    ['', 'empty'],
    ['account', 'no path'],
    ['https://evil.example/', 'another host'],
    ['//evil.example/', 'another host'],
    ['/\\evil.example', 'a backslash, which browsers read as a slash'],
    ['\\\\evil.example', 'two of them'],
    ['/\t/evil.example', 'a tab, which browsers drop'],
    ['/\n/evil.example', 'a line break, which browsers drop'],
    ['\u0000//evil.example', 'what browsers trim'],
    [' //evil.example', 'what browsers trim'],
    ['/.//evil.example', 'dots that are taken away'],
    ['/a/..//evil.example', 'dots that are taken away'],
    ['/%2e//evil.example', 'dots by another name'],
    ['javascript:alert(1)', 'a script'],
    ['/api/oidc/start', 'the API'],
    ['/API/session', 'the API'],
    [`/${'x'.repeat(1_000)}`, 'too long'],
  ])('goes home instead of to %j: $1', text => {
    expect(toLocalPath(text)).toBe('/')
  })
})
