import { aliasOf, type Source, sourceOfTag } from './sources.ts'

/** True when a tag says that the click was bought: `adwords`, `google-ads`, `fb_ad`, `tiktokads`. */
export function isPaidTag(tag: string): boolean {
  const text = tag.toLowerCase()
  return text === 'adwords' || /[\s_-]ads?$/.test(text) || sourceOfPaidTag(text) !== undefined
}

/** The source whose ads a tag speaks of: `fb-ads` is Facebook. A word that only ends so, such as `download`, is none. */
export function sourceOfPaidTag(tag: string): Source | undefined {
  const [, name] = /^(.+?)ads?$/.exec(aliasOf(tag)) ?? []
  return name === undefined ? undefined : sourceOfTag(name)
}
