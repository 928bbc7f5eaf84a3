import { words } from '../../words/words'

const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg\w*\//, 'Edge'], [/OPR\/|Opera/, 'Opera'], [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox\/|FxiOS/, 'Firefox'],
  [/Chrom(e|ium)\/|CriOS/, 'Chrome'], [/Safari\//, 'Safari'], [/curl\//, 'curl'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Android/, 'Android'], [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/CrOS/, 'ChromeOS'], [/Linux|X11/, 'Linux'],
]

/** What a person would call a device, from what its browser calls itself. */
export function deviceName(agent: string): string {
  const browser = browsers.find(([pattern]) => pattern.test(agent))?.[1]
  const system = systems.find(([pattern]) => pattern.test(agent))?.[1]
  if (browser !== undefined && system !== undefined) return words('account.deviceOn', { browser, system })
  return browser ?? system ?? (agent.trim() === '' ? words('account.unknownDevice') : agent.slice(0, 60))
}

export const isPhone = (agent: string): boolean => /iPhone|Android.*Mobile|Mobile.*Firefox/.test(agent)
