/**
 * Words of people's browsers, apps and devices that isbot (5.2) takes for signs of a bot.
 * Only the word goes, so whatever else stands beside it still counts.
 */
const INNOCENT_WORDS = new RegExp(
  [
    'CUBOT', // phones
    'Google (?:TV|Chromecast|Nexus|Home|Nest)', // devices; isbot knows Pixel
    'Discovery(?: I{1,3})?(?= mini| Build|[;)])', // phones of General Mobile and Doogee
    'SogouMobileBrowser|SogouMSE|SogouSearch(?=\\/)', // browsers of people in China
    '(?:SmartNews|NewsBreak|NewsArticle)(?!bot)', // people read news in apps
    'Flightradar24|TripAdvisor(?!bot)', // apps
    'Cursor\\/[\\d.]+(?= Chrome\\/[\\d.]+ Electron\\/)', // an editor
  ].join('|'),
  'gi',
)

/** The User-Agent with an `x` for each of these words. */
export function withoutInnocentWords(userAgent: string): string {
  return userAgent.replace(INNOCENT_WORDS, 'x')
}
