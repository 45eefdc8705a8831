/** Where a country belongs, as European rules about data see it. */
export const AREAS = ['EU/EEA', 'other', 'unknown'] as const
export type Area = (typeof AREAS)[number]

/**
 * Members of the European Union, the three other states of the European Economic Area, and the parts of members that
 * have a country code of their own and belong to the Union (Art. 355 TFEU: Åland, five overseas departments, Saint Martin).
 */
export const EU_EEA_COUNTRIES: readonly string[] = [
  ...[
    'AT',
    'BE',
    'BG',
    'CY',
    'CZ',
    'DE',
    'DK',
    'EE',
    'ES',
    'FI',
    'FR',
    'GR',
    'HR',
    'HU',
    'IE',
    'IT',
    'LT',
    'LU',
  ],
  ...['LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
  ...['IS', 'LI', 'NO'],
  ...['AX', 'GF', 'GP', 'MF', 'MQ', 'RE', 'YT'],
]

const MEMBERS: ReadonlySet<string> = new Set(EU_EEA_COUNTRIES)

/** Area of a country by its ISO 3166-1 alpha-2 code; an empty code is unknown. */
export function areaOf(country: string): Area {
  if (country === '') return 'unknown'
  return MEMBERS.has(country) ? 'EU/EEA' : 'other'
}
