import { describe, expect, it } from 'vitest'
import { localRelyingParty, relyingPartyOf } from '../../../collector/accounts/relying-party.ts'

describe('relyingPartyOf', () => {
  it.each([
    ['https://stats.example.com', 'stats.example.com', 'https://stats.example.com'],
    ['https://stats.example.com:8443', 'stats.example.com', 'https://stats.example.com:8443'],
    ['http://localhost:8000', 'localhost', 'http://localhost:8000'],
    ['http://hanki.localhost', 'hanki.localhost', 'http://hanki.localhost'],
  ])('binds the passkeys of %s to its host and its origin', (url, id, origin) => {
    expect(relyingPartyOf(url)).toEqual({ id, origin })
  })

  it.each([
    ['http://stats.example.com', 'without TLS'],
    ['https://192.0.2.1', 'an address'],
    ['https://[2001:db8::1]', 'an address'],
    ['http://127.0.0.1:8000', 'an address, though it is this machine'],
  ])('knows none for %s: %s', url => {
    expect(relyingPartyOf(url)).toBeUndefined()
  })
})

describe('localRelyingParty', () => {
  it('calls this machine localhost, and knows none where that does not lead to Hanki', () => {
    expect(localRelyingParty('127.0.0.1', 8_000)).toEqual({
      id: 'localhost',
      origin: 'http://localhost:8000',
    })
    expect(localRelyingParty('0.0.0.0', 80)).toEqual({ id: 'localhost', origin: 'http://localhost:80' })
    expect(localRelyingParty('192.0.2.1', 8_000)).toBeUndefined()
  })
})
