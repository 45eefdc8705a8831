import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../collector/config.ts'

describe('loadConfig', () => {
  it('needs nothing: everything has a default', () => {
    expect(loadConfig({ PATH: '/bin' })).toMatchObject({
      dataDirectory: resolve('data'),
      host: '127.0.0.1',
      port: 8000,
      clickhouseUrl: undefined,
      trustedProxies: ['127.0.0.0/8', '::1/128'],
    })
  })

  it.each([
    { key: 'HANKI_PORT', value: '80a' },
    { key: 'HANKI_PORT', value: '65536' },
    { key: 'HANKI_HOST', value: 'stats.example.com' },
    { key: 'HANKI_PUBLIC_URL', value: 'stats.example.com' },
    { key: 'HANKI_BASE_PATH', value: 'stats' },
    { key: 'HANKI_BASE_PATH', value: '//stats.example.com' },
    { key: 'HANKI_BASE_PATH', value: '/../etc' },
    { key: 'HANKI_BASE_PATH', value: '/"><script>' },
    { key: 'HANKI_CLICKHOUSE_URL', value: 'secret-host' },
    { key: 'HANKI_TRUSTED_PROXIES', value: '10.0.0.1' },
    { key: 'HANKI_DAY_KEYS', value: 'keys' },
    { key: 'HANKI_ENGINE_MEMORY_MB', value: '12' },
    { key: 'HANKI_LOG_LEVEL', value: 'loud' },
    { key: 'HANKI_ROLE', value: 'leader' },
    { key: 'HANKI_MAIL_URL', value: 'smtp://hanki:a-secret-word@mail.example.com?x=1' },
    { key: 'HANKI_MAIL_FROM', value: 'hanki@example.com, b@example.com' },
    { key: 'HANKI_PROT', value: '8000' },
  ])('refuses $key=$value by name, and never repeats the value', ({ key, value }) => {
    expect(() => loadConfig({ [key]: value })).toThrow(key)
    expect(() => loadConfig({ [key]: value })).not.toThrow(`: ${value}`)
  })

  it('names every problem at once', () => {
    const load = () => loadConfig({ HANKI_PORT: 'x', HANKI_HOST: 'y', HANKI_NOTHING: 'z' })
    expect(load).toThrow(/HANKI_HOST.*\n.*HANKI_PORT.*\n.*HANKI_NOTHING/s)
  })

  it('reads what is set', () => {
    const config = loadConfig({
      HANKI_DATA: '/srv/hanki',
      HANKI_PORT: '80',
      HANKI_HOST: '::',
      HANKI_PUBLIC_URL: 'https://stats.example.com/',
      HANKI_BASE_PATH: '/web/stats/',
      HANKI_TRUSTED_PROXIES: '10.0.0.0/8, fd00::/8',
      HANKI_ENGINE_MEMORY_MB: '900',
    })
    expect(config).toMatchObject({
      dataDirectory: '/srv/hanki',
      basePath: '/web/stats',
      port: 80,
      host: '::',
      publicUrl: 'https://stats.example.com',
      trustedProxies: ['10.0.0.0/8', 'fd00::/8'],
      engineMemoryBytes: 900_000_000,
    })
  })

  const MAIL = {
    HANKI_PUBLIC_URL: 'https://stats.example.com',
    HANKI_MAIL_URL: 'smtps://hanki:a-secret-word@mail.example.com',
    HANKI_MAIL_FROM: 'hanki@example.com',
  }

  it('reads where letters go, when everything that they need is set', () => {
    expect(loadConfig({}).mail).toBeUndefined()
    expect(loadConfig({ HANKI_MAIL_URL: '', HANKI_MAIL_FROM: ' ' }).mail).toBeUndefined()
    expect(loadConfig(MAIL).mail).toEqual({
      server: {
        host: 'mail.example.com',
        port: 465,
        tls: 'implicit',
        login: { user: 'hanki', password: 'a-secret-word' },
      },
      from: 'hanki@example.com',
    })
  })

  it.each(['HANKI_PUBLIC_URL', 'HANKI_MAIL_URL', 'HANKI_MAIL_FROM'] as const)(
    'says that letters need %s, and no secret',
    key => {
      const load = () => loadConfig({ ...MAIL, [key]: undefined })
      expect(load).toThrow(new RegExp(`^These settings need mending:\\n  ${key}: expected .*letters.*$`))
      expect(load).not.toThrow('a-secret-word')
    },
  )

  const OIDC = {
    HANKI_PUBLIC_URL: 'https://stats.example.com',
    HANKI_OIDC_ISSUER: 'https://login.example.com/realms/staff',
    HANKI_OIDC_CLIENT_ID: 'hanki',
    HANKI_OIDC_CLIENT_SECRET: 'a-secret-word',
  }

  it('reads the provider that people sign in with', () => {
    expect(loadConfig({}).oidc).toBeUndefined()
    expect(loadConfig({ HANKI_OIDC_ISSUER: ' ', HANKI_OIDC_CLIENT_ID: '' }).oidc).toBeUndefined()
    expect(loadConfig(OIDC).oidc).toEqual({
      issuer: 'https://login.example.com/realms/staff',
      clientId: 'hanki',
      clientSecret: 'a-secret-word',
      name: 'single sign-on',
      isOnly: false,
      vouchesForSecondFactor: false,
    })
    const changed = {
      HANKI_OIDC_CLIENT_SECRET: '',
      HANKI_OIDC_NAME: 'Example ID',
      HANKI_OIDC_ONLY: 'yes',
      HANKI_OIDC_SECOND_FACTOR: 'provider',
    }
    expect(loadConfig({ ...OIDC, ...changed }).oidc).toMatchObject({
      clientSecret: undefined,
      name: 'Example ID',
      isOnly: true,
      vouchesForSecondFactor: true,
    })
  })

  it.each(['HANKI_PUBLIC_URL', 'HANKI_OIDC_ISSUER', 'HANKI_OIDC_CLIENT_ID'] as const)(
    'says that signing in with a provider needs %s, and no secret',
    key => {
      const load = () => loadConfig({ HANKI_PORT: '0', ...OIDC, [key]: undefined })
      expect(load).toThrow(
        new RegExp(`^These settings need mending:\\n  ${key}: expected .*HANKI_OIDC_\\w+ is set.*$`),
      )
      expect(load).not.toThrow('a-secret-word')
    },
  )

  it('needs no public address for a provider while nobody but this machine reaches Hanki', () => {
    const { HANKI_PUBLIC_URL: _, ...rest } = OIDC
    expect(loadConfig(rest).oidc?.clientId).toBe('hanki')
    const outside = { ...rest, HANKI_HOST: '0.0.0.0', HANKI_INSECURE_PLAIN_HTTP: 'yes' }
    expect(() => loadConfig(outside)).toThrow(/HANKI_PUBLIC_URL: expected/)
  })

  it.each([
    'http://login.example.com',
    'http://127.0.0.1.example.com',
    'https://user:password@login.example.com',
    'https://login.example.com/?tenant=1',
    'https://login.example.com#',
    'login.example.com',
    'file:///etc/passwd',
  ])('refuses the provider %s', issuer => {
    expect(() => loadConfig({ ...OIDC, HANKI_OIDC_ISSUER: issuer })).toThrow(
      /^.*\n {2}HANKI_OIDC_ISSUER: expected/,
    )
  })

  it.each(['http://127.0.0.1:9000', 'http://[::1]:9000/', 'http://localhost:9000', 'https://10.0.0.7/realm'])(
    'takes the provider %s',
    issuer => {
      expect(loadConfig({ ...OIDC, HANKI_OIDC_ISSUER: issuer }).oidc?.issuer).toBe(issuer)
    },
  )

  it.each([
    { env: {} },
    { env: { HANKI_HOST: 'localhost' } },
    { env: { HANKI_HOST: '::1', HANKI_PUBLIC_URL: 'http://[::1]:8000' } },
    { env: { HANKI_PUBLIC_URL: 'http://stats.localhost' } },
    { env: { HANKI_HOST: '0.0.0.0', HANKI_PUBLIC_URL: 'https://stats.example.com' } },
    { env: { HANKI_HOST: '0.0.0.0', HANKI_INSECURE_PLAIN_HTTP: 'yes' } },
    { env: { HANKI_PUBLIC_URL: 'http://stats.example.com', HANKI_INSECURE_PLAIN_HTTP: 'yes' } },
  ])('takes $env, by which no password travels in the clear unasked', ({ env }) => {
    expect(() => loadConfig(env)).not.toThrow()
  })

  it.each([
    { env: { HANKI_HOST: '0.0.0.0' } },
    { env: { HANKI_HOST: '::' } },
    { env: { HANKI_HOST: '192.0.2.7' } },
    { env: { HANKI_HOST: '::ffff:192.0.2.7' } },
    { env: { HANKI_PUBLIC_URL: 'http://stats.example.com' } },
    { env: { HANKI_HOST: '0.0.0.0', HANKI_PUBLIC_URL: 'http://localhost' } },
    { env: { HANKI_HOST: '0.0.0.0', HANKI_INSECURE_PLAIN_HTTP: 'no' } },
  ])('refuses $env, since passwords would travel in the clear', ({ env }) => {
    expect(() => loadConfig(env)).toThrow(/HANKI_PUBLIC_URL.*https:.*HANKI_INSECURE_PLAIN_HTTP=yes/s)
  })

  it('lets a collector only collect where there is a server that another one controls', () => {
    expect(() => loadConfig({ HANKI_ROLE: 'collect' })).toThrow(
      /HANKI_CLICKHOUSE_URL: expected the ClickHouse/,
    )
    const { role } = loadConfig({
      HANKI_ROLE: 'collect',
      HANKI_CLICKHOUSE_URL: 'http://hanki:x@127.0.0.1:8123/hanki',
    })
    expect([role, loadConfig({}).role]).toEqual(['collect', 'control'])
  })
})
