import type { Theme } from '../../model/preferences'

export const themes: readonly Theme[] = ['system', 'light', 'dark']
