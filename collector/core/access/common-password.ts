/**
 * Words and rows of keys that passwords are made of which everybody tries first, in the languages of the dashboard and its
 * neighbours. Collected by hand: what lists of leaked passwords have in common once digits and signs are taken away.
 */
const COMMON_PARTS = [
  'password',
  'passwort',
  'salasana',
  'lösenord',
  'losenord',
  'motdepasse',
  'passord',
  'adgangskode',
  'wachtwoord',
  'contraseña',
  'kennwort',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'qwerty',
  'qwertz',
  'azerty',
  'asdfgh',
  'zxcvbnm',
  'yxcvbnm',
  'letmein',
  'welcome',
  'willkommen',
  'tervetuloa',
  'bienvenue',
  'välkommen',
  'iloveyou',
  'administrator',
  'admin',
  'changeme',
  'master',
  'dragon',
  'monkey',
  'football',
  'baseball',
  'superman',
  'batman',
  'sunshine',
  'princess',
  'princesse',
  'shadow',
  'whatever',
  'trustno',
  'login',
  'secret',
  'geheim',
  'hemlig',
  'perkele',
  'doudou',
  'analytics',
  'hanki',
] as const

/** Letters that are left over when everything common is taken away; fewer say nothing. */
const LEAST_LEFT = 4

/**
 * Whether a password is among the first that anybody would try: common words, rows of keys, runs such as `12345` or `cdef`,
 * one piece over and over, or `known` words such as the e-mail address, with little beside them.
 */
export function isCommonPassword(password: string, known: readonly string[] = []): boolean {
  const text = password.toLowerCase()
  const parts = [...known.map(word => word.toLowerCase()).filter(word => word.length >= 3), ...COMMON_PARTS]
  // The longest first: `qwertyuiop` before `qwerty`.
  const left = parts
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, part) => rest.replaceAll(part, ' '), text)
  const letters = withoutRuns(left).replace(/[\d\W_]/gu, character =>
    /\p{L}/u.test(character) ? character : '',
  )
  return [...withoutRepetition(letters)].length < LEAST_LEFT
}

/** Without three or more characters that follow each other up or down, or are the same. */
function withoutRuns(text: string): string {
  const characters = [...text]
  const stepAt = (index: number): number =>
    (characters[index + 1]?.codePointAt(0) ?? Number.NaN) - (characters[index]?.codePointAt(0) ?? Number.NaN)
  const isInRun = (index: number): boolean =>
    [index - 2, index - 1, index].some(start => {
      const step = stepAt(start)
      return Math.abs(step) <= 1 && step === stepAt(start + 1)
    })
  return characters.filter((_, index) => !isInRun(index)).join('')
}

/** A piece that is all of a text, over and over, once. */
function withoutRepetition(text: string): string {
  return /^(.+?)\1+$/u.exec(text)?.[1] ?? text
}
