/** A way to write a telephone number: source of a regular expression; every repetition in it has a bound. */
export interface PhoneForm {
  readonly pattern: string
  readonly why: string
}

/** What stands between groups: a space (`+` in some URLs) or a hyphen. */
const GAP = '[ +-]'

/** Four digits behind a hyphen are as often the middle of a UUID or of an order number. */
const ALONE = '(?<![-_])'

/** Mobile numbers with their country code and their length, where a bare run could as well be an order's. */
const MOBILES: readonly PhoneForm[] = [
  { pattern: '306\\d{9}', why: 'Greece' },
  { pattern: '316\\d{8}', why: 'Netherlands' },
  { pattern: '324\\d{8}', why: 'Belgium' },
  { pattern: '33[67]\\d{8}', why: 'France' },
  { pattern: '34[67]\\d{8}', why: 'Spain' },
  { pattern: '3519\\d{8}', why: 'Portugal' },
  { pattern: '3538\\d{8}', why: 'Ireland' },
  { pattern: '354[678]\\d{6}', why: 'Iceland' },
  { pattern: '3706\\d{7}', why: 'Lithuania' },
  { pattern: '3712\\d{7}', why: 'Latvia' },
  { pattern: '3725\\d{6,7}', why: 'Estonia' },
  { pattern: '393\\d{8,9}', why: 'Italy' },
  { pattern: '417[5-9]\\d{7}', why: 'Switzerland' },
  { pattern: '420[67]\\d{8}', why: 'Czechia' },
  { pattern: '436\\d{8,10}', why: 'Austria' },
  { pattern: '447\\d{9}', why: 'United Kingdom' },
  { pattern: '45[2-9]\\d{7}', why: 'Denmark' },
  { pattern: '467[02369]\\d{7}', why: 'Sweden' },
  { pattern: '47[49]\\d{7}', why: 'Norway' },
  { pattern: '48[4-8]\\d{8}', why: 'Poland' },
  { pattern: '491[567]\\d{8,9}', why: 'Germany' },
]

/** What a telephone number looks like when nothing beside it says that it is one. No form is a bare run of digits that does not begin with + or 00. */
export const PHONE_FORMS: readonly PhoneForm[] = [
  { pattern: '\\+[1-9](?:[ ()+-]{0,2}\\d){7,14}', why: 'international with its plus: +358 40 123 4567' },
  {
    pattern: `${ALONE}00358(?:${GAP}?\\(?0?\\)?${GAP}?[1-9])(?:${GAP}?\\d){4,10}`,
    why: 'Finland from abroad: 00358 40 1234567',
  },
  {
    pattern: `${ALONE}00${GAP}(?:3[0-469]|4[013-9]|3[578]\\d|42[013])(?:${GAP}?\\d){7,10}`,
    why: 'Europe from abroad in groups: 00 46 70 123 45 67',
  },
  {
    pattern: `${ALONE}00(?:3[0-469]|4[013-9]|3[578]\\d|42[013])${GAP}\\d(?:${GAP}?\\d){6,9}`,
    why: 'Europe from abroad in groups: 0046 70 123 45 67',
  },
  {
    pattern: `${ALONE}00(?:${MOBILES.map(row => row.pattern).join('|')})`,
    why: 'Europe from abroad in one run, mobile numbers only: 0046701234567; others begin like numbers filled up with zeros',
  },
  {
    pattern: `\\(?0(?:4\\d|50|(?<![-_]0)457)\\)?${GAP}(?=(?:${GAP}?\\d){6,8}(?!\\d))(?:\\d{7,8}|\\d{2,4}(?:${GAP}\\d{2,4}){1,3})`,
    why: 'Finland, mobile: 040 123 4567, 050-1234567',
  },
  {
    pattern: `\\(?0(?:9|1[3-9]|[23568])\\)?${GAP}(?!(?:19|20)\\d\\d(?!\\d))\\d{3,4}[ +]\\d{2,4}(?:[ +]\\d{2,4})?`,
    why: 'Finland, landline: 09 123 4567, (03) 212 3456; a year in second place makes it a date',
  },
  { pattern: '09-\\d{7,8}', why: 'Finland, Helsinki in the old way: 09-1234567' },
  {
    pattern: `07[02369]${GAP}\\d{3}${GAP}?\\d{2}${GAP}?\\d{2}`,
    why: 'Sweden, mobile: 070-123 45 67',
  },
  { pattern: '0\\d{1,2}-\\d{2,3}[ +]\\d{2,3}[ +]\\d{2}', why: 'Sweden, landline: 08-123 456 78' },
  { pattern: '0[67](?:[ +]\\d{2}){4}', why: 'France, mobile: 06 12 34 56 78' },
  { pattern: '0[67](?:\\.\\d{2}){4}', why: 'France, mobile: 06.12.34.56.78' },
  { pattern: '07\\d{3}[ +]\\d{3}[ +]?\\d{3}', why: 'United Kingdom, mobile: 07700 900123' },
  { pattern: `${ALONE}01[567]\\d${GAP}\\d{7,8}`, why: 'Germany, mobile: 0171 1234567' },
]
