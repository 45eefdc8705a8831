/**
 * Leaves a browser out of a site's statistics, or counts it again, when whoever sits before it says so: the only thing that
 * Hanki ever keeps on a device. MIT licence. The tracking script loads it on pages that end in `#hanki-exclude`, and counts
 * nothing there. Source: 13 months is what CNIL allows an objection to be remembered for.
 */
const NAME = 'hanki-exclude'
/** A little less than 13 months. Safari keeps what pages set for a week only. */
const SECONDS = 34_000_000

const { hostname, pathname, protocol, search } = location
const isExcluded = () => document.cookie.includes(NAME)
const keep = (seconds: number) => {
  // For the site with and without www., and whatever lies below it.
  const domain = hostname.replace(/^www\./, '')
  const secure = protocol === 'https:' ? ';secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: not every browser has a Cookie Store.
  document.cookie = `${NAME}=1;max-age=${seconds};path=/;domain=${domain};samesite=lax${secure}`
}

if (isExcluded()) {
  if (
    confirm(
      `This browser is left out of the statistics of ${hostname}.\n\nCount it again? The cookie “${NAME}” is removed.`,
    )
  )
    keep(0)
} else if (
  confirm(
    `Leave this browser out of the statistics of ${hostname}?\n\nFor that, a cookie “${NAME}” is kept here for 13 months. It says nothing about you, and the same link takes it away.`,
  )
) {
  keep(SECONDS)
  if (!isExcluded()) alert('This browser keeps no cookies for this site, so it cannot be left out.')
}
// The page as it is, counted or not.
history.replaceState(null, '', pathname + search)
location.reload()
