import { createSetupLink, SETUP_LINK_SECONDS } from '../accounts/setup-links.ts'
import { type Command, CommandError, withDirectory } from './command.ts'
import { toIso } from './site-commands.ts'

/** `setup-link`. */
export const setupLink: Command = {
  words: 'setup-link',
  parameters: '',
  summary: 'Print a new link that makes the first account.',
  details: ['The link works once, for 15 minutes, while nobody has an account. Earlier links stop working.'],
  positionals: [],
  options: {},
  async run(world) {
    const token = await withDirectory(world, async (directory, note) => {
      if (directory.users().length === 0) await note({ action: 'setup_link_made' })
      return createSetupLink({ directory, nowSeconds: world.nowSeconds })
    })
    if (token === undefined) {
      throw new CommandError(
        'The owner has an account already, so there is nothing to set up. Sign in instead.',
      )
    }
    const link = `${world.address}/setup#${token}`
    return {
      lines: [link, '', `Open it within ${SETUP_LINK_SECONDS / 60} minutes; it works once.`],
      json: { link, expires_at: toIso(world.nowSeconds() + SETUP_LINK_SECONDS) },
    }
  },
}
