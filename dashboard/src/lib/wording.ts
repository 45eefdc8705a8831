import { METRIC_CATALOGUE } from '../../../collector/core/metrics/catalogue.ts'
import {
  DIMENSION_CATALOGUE,
  definitionOf,
  GOAL_DIMENSION,
} from '../../../collector/core/query/dimensions.ts'
import type { Dictionary } from '../languages/dictionary.ts'
import { LANGUAGE } from './language.ts'
import { LANGUAGE_FILES } from './language-files.ts'

/** English says what things are where they are defined. */
async function english(): Promise<Dictionary> {
  return {
    ...(await LANGUAGE_FILES.en()),
    METRIC_WORDS: METRIC_CATALOGUE,
    SERVER_WORDS: {},
    DIMENSION_WORDS: { ...DIMENSION_CATALOGUE, [GOAL_DIMENSION]: definitionOf(GOAL_DIMENSION) },
  }
}

function dictionary(): Promise<Dictionary> {
  return LANGUAGE === 'en' ? english() : LANGUAGE_FILES[LANGUAGE]()
}

/**
 * The words of the page, in its language. Whoever imports them runs after the dictionary has come, so they may be kept in
 * constants, and nothing is ever shown in another language first.
 */
export const {
  LOCALE,
  WORDS,
  METRIC_WORDS,
  DIMENSION_WORDS,
  PROVIDER_FAULT_WORDS,
  AUDIT_WORDS,
  SCOPE_WORDS,
  ROLE_WORDS,
  PERIOD_WORDS,
  PANEL_WORDS,
  TAB_WORDS,
  FIRST_OF_GROUP_WORDS,
  EMPTY_WORDS,
  COMPARISON_WORDS,
  SHORTCUT_WORDS,
  INTERVAL_WORDS,
  OPERATOR_WORDS,
  CHANGE_WORDS,
  CHANNEL_WORDS,
  DEVICE_WORDS,
  MISSING_WORDS,
  DROP_REASON_WORDS,
  NOTE_WORDS,
  PLATFORM_WORDS,
  TRACKED_WORDS,
  SERVER_WORDS,
} = await dictionary()
