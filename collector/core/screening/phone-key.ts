/** Words for a telephone number in the names of parameters and properties. */
const WORDS: ReadonlySet<string> = new Set([
  ...['phone', 'phonenumber', 'telephone', 'tel', 'telno', 'mobile', 'mobilephone', 'mobilenumber', 'cell'],
  ...['cellphone', 'msisdn', 'gsm', 'sms', 'fax', 'whatsapp'],
  // Finnish
  ...[
    'puhelin',
    'puhelinnumero',
    'puh',
    'puhnro',
    'matkapuhelin',
    'matkapuhelinnumero',
    'kannykka',
    'kännykkä',
  ],
  // Swedish, Norwegian, Danish, German, Dutch
  ...[
    'telefon',
    'telefonnummer',
    'telefonnr',
    'tlf',
    'mobil',
    'mobilnummer',
    'mobiltelefon',
    'handy',
    'handynummer',
  ],
  ...['telefoon', 'telefoonnummer', 'mobiel'],
  // French, Spanish, Italian, Portuguese, Polish, Estonian
  ...[
    'téléphone',
    'portable',
    'telefono',
    'teléfono',
    'móvil',
    'movil',
    'cellulare',
    'telefone',
    'telemovel',
  ],
  ...['komórka', 'mobiil'],
])

/**
 * True when a parameter's or property's name says that its value is a telephone number: one of its words does
 * (`customer_phone`, `phoneNumber`, `tel1`). Whole words only: `hotel` is not `tel`.
 */
export function isPhoneKey(key: string): boolean {
  const words = key.split(/[^\p{L}]+|(?<=\p{Ll})(?=\p{Lu})/u)
  return words.some(word => WORDS.has(word.toLowerCase()))
}
