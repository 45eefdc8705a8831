import { createServer } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Letter } from '../../../collector/mail/letter.ts'
import { MailError } from '../../../collector/mail/mail-fault.ts'
import { type MailServer, parseMailServer } from '../../../collector/mail/mail-server.ts'
import { isMailbox, openSmtp, type Smtp } from '../../../collector/mail/smtp.ts'
import { openMailServer, type TestMailServer, type TestMailServerOptions } from '../../support/mail-server.ts'

const LOGIN = { user: 'hanki', password: 'a secret of the test' }
const LETTER: Letter = {
  to: 'maija@example.fi',
  subject: 'You are invited',
  text: `Hyvää päivää\n\nhttps://stats.example.com/reset#${'x'.repeat(90)}\n`,
}

async function open(options: TestMailServerOptions): Promise<TestMailServer> {
  const server = await openMailServer(options)
  onTestFinished(() => server.close())
  return server
}

function smtpTo(port: number, changes: Partial<MailServer> = {}, silenceMs = 5_000): Smtp {
  const server: MailServer = { host: '127.0.0.1', port, tls: 'none', login: undefined, ...changes }
  return openSmtp({ server, from: 'hanki@example.com', ownName: 'stats.example.com', silenceMs })
}

/** What went wrong, in words that hold no secret. */
async function faultOf(work: Promise<void>): Promise<MailError> {
  const error = await work.then(
    () => undefined,
    (fault: unknown) => fault,
  )
  if (!(error instanceof MailError)) throw new Error('no fault, or another one', { cause: error })
  const everything = `${error.message} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`
  expect(everything).not.toContain(LOGIN.password)
  expect(everything).not.toContain(LETTER.to)
  return error
}

describe('openSmtp', () => {
  it('hands over a letter in plain text, whole, to one recipient', async () => {
    const server = await open({})
    await smtpTo(server.port).deliver(LETTER)
    expect(server.letters).toHaveLength(1)
    const [letter] = server.letters
    expect(letter).toMatchObject({ from: 'hanki@example.com', to: [LETTER.to], text: LETTER.text })
    expect(Object.fromEntries(letter?.headers ?? [])).toEqual({
      from: 'Hanki <hanki@example.com>',
      to: LETTER.to,
      subject: LETTER.subject,
      date: expect.any(String),
      'message-id': expect.stringMatching(/@example\.com>$/),
      'mime-version': '1.0',
      'content-type': 'text/plain; charset=utf-8',
      'content-transfer-encoding': 'quoted-printable',
      'auto-submitted': 'auto-generated',
    })
  })

  it('signs in, and says in words when the server does not take it', async () => {
    const server = await open({ login: `${LOGIN.user}:${LOGIN.password}` })
    await smtpTo(server.port, { login: LOGIN }).check()
    await smtpTo(server.port, { login: LOGIN }).deliver(LETTER)
    expect(server.letters).toHaveLength(1)
    const wrong = smtpTo(server.port, { login: { user: LETTER.to, password: LOGIN.password.slice(1) } })
    expect(await faultOf(wrong.check())).toMatchObject({
      code: 'EAUTH',
      isFinal: true,
      message: `The mail server 127.0.0.1:${server.port} refuses the name or the password in HANKI_MAIL_URL.`,
    })
    expect((await faultOf(smtpTo(server.port).deliver(LETTER))).isFinal).toBe(true)
  })

  it.each(['starttls', 'implicit'] as const)(
    'sends nothing to a server with %s that does not prove who it is, not even the password',
    async tls => {
      const server = await open({ tls, login: `${LOGIN.user}:${LOGIN.password}` })
      const smtp = smtpTo(server.port, { tls, login: LOGIN })
      for (const work of [smtp.check(), smtp.deliver(LETTER)]) {
        expect((await faultOf(work)).message).toMatch(/does not prove by TLS that it is the right one/)
      }
      expect([server.letters, server.logins]).toEqual([[], []])
    },
  )

  it('sends nothing to a server that offers no TLS where there has to be some', async () => {
    const server = await open({ login: `${LOGIN.user}:${LOGIN.password}` })
    const smtp = smtpTo(server.port, { tls: 'starttls', login: LOGIN })
    for (const work of [smtp.check(), smtp.deliver(LETTER)]) {
      expect((await faultOf(work)).message).toMatch(/offers no TLS, so nothing was sent/)
    }
    expect([server.letters, server.logins]).toEqual([[], []])
  })

  it('minds no certificate of a server on this machine, where nothing is on the wire', async () => {
    const server = await open({ tls: 'starttls' })
    await smtpTo(server.port).deliver(LETTER)
    expect(server.letters).toMatchObject([{ wasEncrypted: false }])
  })

  it.each<readonly [answer: number, isFinal: boolean]>([
    [450, false],
    [550, true],
  ])('tells by answer %i whether trying again helps', async (answer, isFinal) => {
    const server = await open({ refusals: [answer] })
    expect(await faultOf(smtpTo(server.port).deliver(LETTER))).toMatchObject({ code: 'EENVELOPE', isFinal })
  })

  it('gives up on a server that says nothing', async () => {
    const server = await open({ isSilent: true })
    const fault = await faultOf(smtpTo(server.port, {}, 200).deliver(LETTER))
    expect(fault).toMatchObject({ isFinal: false, message: expect.stringMatching(/does not answer/) })
  })

  it('gives up on a server that says a little again and again, without end', async () => {
    const talker = createServer(socket => {
      const talking = setInterval(() => socket.write('220-wait\r\n'), 50)
      socket.on('close', () => clearInterval(talking)).on('error', () => undefined)
    })
    await new Promise<void>(resolve => talker.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void talker.close())
    const { port } = talker.address() as { port: number }
    expect(await faultOf(smtpTo(port, {}, 300).deliver(LETTER))).toMatchObject({ isFinal: false })
  })

  it('says in words that nobody is there', async () => {
    const server = await openMailServer()
    await server.close()
    expect((await faultOf(smtpTo(server.port).check())).message).toMatch(
      /^The mail server 127\.0\.0\.1:\d+ does not answer as it should \(ECONNREFUSED\)\. Check HANKI_MAIL_URL/,
    )
  })

  it.each([
    'a@example.com\r\nBcc: b@example.com',
    'a@example.com, b@example.com',
    'a@example.com>\r\nRCPT TO:<b@example.com',
    '<a@example.com>',
    '"a b"@example.com',
    'group: a@example.com;',
    'a@b@example.com',
    'a@[127.0.0.1]',
    'a@example.com ',
    '',
  ])('sends nothing to %j, which is more or less than an address', async to => {
    const server = await open({})
    expect(isMailbox(to)).toBe(false)
    expect(await faultOf(smtpTo(server.port).deliver({ ...LETTER, to }))).toMatchObject({ isFinal: true })
    expect(server.letters).toEqual([])
  })

  it('lets a subject begin no header', async () => {
    const server = await open({})
    const subject = 'Hello\r\nBcc: everybody@example.com\r\n\r\nand a body'
    await smtpTo(server.port).deliver({ ...LETTER, subject })
    const [letter] = server.letters
    expect(letter?.to).toEqual([LETTER.to])
    expect(letter?.text).toBe(LETTER.text)
    expect(letter?.headers.map(([name]) => name)).not.toContain('bcc')
  })
})

describe('parseMailServer', () => {
  it.each<readonly [url: string, server: MailServer]>([
    [
      'smtps://hanki:p%40ss@Mail.Example.com',
      {
        host: 'mail.example.com',
        port: 465,
        tls: 'implicit',
        login: { user: 'hanki', password: 'p@ss' },
      },
    ],
    [
      'smtp://hanki%40example.com:x@mail.example.com:2525/',
      {
        host: 'mail.example.com',
        port: 2525,
        tls: 'starttls',
        login: { user: 'hanki@example.com', password: 'x' },
      },
    ],
    ['smtp://192.0.2.7', { host: '192.0.2.7', port: 587, tls: 'starttls', login: undefined }],
    ['smtp://[::1]:25', { host: '::1', port: 25, tls: 'none', login: undefined }],
    ['smtp://localhost:25', { host: '127.0.0.1', port: 25, tls: 'none', login: undefined }],
    ['smtps://localhost', { host: 'localhost', port: 465, tls: 'implicit', login: undefined }],
    [
      'smtp://localhost.example.com',
      { host: 'localhost.example.com', port: 587, tls: 'starttls', login: undefined },
    ],
  ])('reads %s', (url, server) => {
    expect(parseMailServer(url)).toEqual(server)
  })

  it.each([
    'mail.example.com',
    'http://mail.example.com',
    'smtp://',
    'smtp://mail.example.com?tls.rejectUnauthorized=false',
    'smtp://mail.example.com/x',
    'smtp://hanki@mail.example.com',
    'smtp://:x@mail.example.com',
    'smtp://a:%ff@mail.example.com',
    'smtp://a:b%0d%0aRSET@mail.example.com',
    'smtp://ma%0ail.example.com',
  ])('refuses %s', url => {
    expect(parseMailServer(url)).toBeUndefined()
  })
})
