import { ANDROID } from './user-agents/android.ts'
import { APPLE_MOBILE } from './user-agents/apple-mobile.ts'
import type { ClientCase } from './user-agents/client-case.ts'
import { DESKTOP } from './user-agents/desktop.ts'
import { HINTED } from './user-agents/hinted.ts'
import { IN_APP } from './user-agents/in-app.ts'
import { LIVING_ROOM } from './user-agents/living-room.ts'
import { OTHER_SYSTEMS } from './user-agents/other-systems.ts'

/** User-Agents of real traffic by kind, and what each says. */
export const USER_AGENTS: Readonly<Record<string, readonly ClientCase[]>> = {
  desktop: DESKTOP,
  'Apple mobile': APPLE_MOBILE,
  Android: ANDROID,
  'in-app': IN_APP,
  'living room': LIVING_ROOM,
  'other systems': OTHER_SYSTEMS,
  hinted: HINTED,
}
