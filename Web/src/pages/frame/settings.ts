import { api } from '../../core'
import type { Settings } from '../../core'

/** Changes some of one's own settings; what other pages keep there stays. */
export async function saveSettings(changes: Settings): Promise<void> {
  const { person } = await api.session()
  await api.changeMe({ settings: { ...person?.settings, ...changes } })
}
