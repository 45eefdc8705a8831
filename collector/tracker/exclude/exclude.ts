/**
 * Leaves a browser out of a site's statistics, or counts it again, when whoever sits before it says so: the only thing that
 * Hanki ever keeps on a device. MIT licence. The tracking script loads it on pages that end in `#hanki-exclude`, and counts
 * nothing there. Source: 13 months is what CNIL allows an objection to be remembered for.
 */
const NAME = 'hanki-exclude'
/** A little less than 13 months. Safari keeps what pages set for a week only. */
const SECONDS = 34_000_000
/** The way out, the way back, and why the way out is closed; short, for every language is sent to everybody. */
type Words = readonly [leave: string, count: string, refused: string]
const ENGLISH: Words = [
  'Leave this browser out of the statistics? For that, a cookie is kept for 13 months:',
  'Count this browser again?',
  'This browser keeps no cookies.',
]
const OTHERS: Readonly<Record<string, Words>> = {
  fi: [
    'Jätetäänkö tämä selain pois tilastoista? Sitä varten tallentuu eväste 13 kuukaudeksi:',
    'Lasketaanko tämä selain taas?',
    'Tämä selain ei tallenna evästeitä.',
  ],
  sv: [
    'Utelämna den här webbläsaren ur statistiken? Då sparas en kaka i 13 månader:',
    'Räkna den här webbläsaren igen?',
    'Den här webbläsaren sparar inga kakor.',
  ],
  de: [
    'Diesen Browser aus der Statistik ausschließen? Dafür bleibt 13 Monate lang ein Cookie:',
    'Diesen Browser wieder zählen?',
    'Dieser Browser speichert keine Cookies.',
  ],
  fr: [
    'Exclure ce navigateur des statistiques ? Un cookie est alors conservé 13 mois :',
    'Compter de nouveau ce navigateur ?',
    'Ce navigateur ne conserve pas de cookies.',
  ],
}

const { hostname, pathname, protocol, search } = location
const [leave, count, refused] = OTHERS[navigator.language.slice(0, 2)] ?? ENGLISH
const isExcluded = () => document.cookie.includes(NAME)
const isWanted = (question: string) => confirm(`${hostname}\n\n${question}`)
const keep = (seconds: number) => {
  // For the site with and without www., and whatever lies below it.
  const domain = hostname.replace(/^www\./, '')
  const secure = protocol === 'https:' ? ';secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: not every browser has a Cookie Store.
  document.cookie = `${NAME}=1;max-age=${seconds};path=/;domain=${domain};samesite=lax${secure}`
}

if (isExcluded()) {
  if (isWanted(count)) keep(0)
} else if (isWanted(`${leave} ${NAME}`)) {
  keep(SECONDS)
  if (!isExcluded()) alert(refused)
}
// The page as it is, counted or not.
history.replaceState(null, '', pathname + search)
location.reload()
