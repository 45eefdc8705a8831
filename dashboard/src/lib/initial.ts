/** The letter or digit that stands for a name, in upper case; a dash for values that say "nothing known". */
export function initialOf(name: string): string {
  if (name.startsWith('(') || name.startsWith('Direct')) return '–'
  return /[\p{L}\p{N}]/u.exec(name)?.[0].toLocaleUpperCase() ?? '–'
}

/** A colour angle, 0–359, that is always the same for the same name; near their own colour for names many know. */
export function toHue(name: string): number {
  const known = KNOWN_HUES[name]
  if (known !== undefined) return known
  let sum = 0
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 3_600
  return sum % 360
}

const KNOWN_HUES: Readonly<Record<string, number>> = {
  Google: 262,
  Facebook: 264,
  Instagram: 350,
  YouTube: 25,
  LinkedIn: 248,
  WhatsApp: 150,
  Bing: 200,
  DuckDuckGo: 40,
  ChatGPT: 170,
  Reddit: 38,
  Chrome: 262,
  'Mobile Chrome': 262,
  Safari: 245,
  'Mobile Safari': 245,
  Edge: 210,
  Firefox: 45,
  'Samsung Internet': 290,
  Opera: 25,
  Brave: 40,
  Android: 145,
  iOS: 250,
  Windows: 245,
  Ubuntu: 40,
}
