import './tokens.css'
import './base.css'
import { askEarly } from './lib/early.ts'
import { LANGUAGE } from './lib/language.ts'
import { LANGUAGE_FILES } from './lib/language-files.ts'

// All of this comes side by side, with the script of the page itself, which the page's head names; one after the other it
// would take four times as long to come.
askEarly()
// Who needs the words waits for them, and says what is wrong.
LANGUAGE_FILES[LANGUAGE]().catch(() => undefined)
void import('./start.ts')

// The first formatter of each kind takes long to make: the browser reads its tables, which it does while it waits for the files
// that were just asked for.
setTimeout(() => {
  new Intl.NumberFormat(LANGUAGE).format(0)
  new Intl.DateTimeFormat(LANGUAGE, { timeZone: 'UTC' }).format(0)
})
