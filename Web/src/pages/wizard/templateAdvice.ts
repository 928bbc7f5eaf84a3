interface Wish { readonly kind: string; readonly about: string }

const byKind: Readonly<Record<string, readonly string[]>> = {
  'customer-journey': ['five-stage', 'basic', 'full'],
  'user-journey': ['user-journey', 'before-during-after', 'basic'],
  'life-experience': ['life-experience', 'need', 'blank'],
  'service-blueprint': ['service-blueprint'],
}

const byWords: readonly (readonly [RegExp, string])[] = [
  [/\bb2b\b|software|saas|\bcrm\b|\berp\b|enterprise|agenc|compan|business|team|supplier|wholesale/i, 'b2b'],
  [/restaurant|caf[eé]|coffee|hotel|salon|museum|clinic|visit|tour|event|cinema|theat/i,
    'before-during-after'],
  [/retail|supermarket|grocer|store/i, 'retail'],
  [/shop|e-?commerce|marketplace|boutique/i, 'shop'],
  [/food|drink|soap|cosmetic|detergent|snack|packag/i, 'need'],
]

/** The templates that fit, the best first; only such as there are. */
export function suggestedTemplates({ kind, about }: Wish, available: readonly string[]): readonly string[] {
  const fromWords = kind === 'customer-journey' ? byWords.filter(([pattern]) =>
    pattern.test(about)).map(([, id]) => id) : []
  const wanted = [...fromWords, ...(byKind[kind] ?? [])]
  const found = [...new Set(wanted)].filter(id => available.includes(id))
  return found.length > 0 ? found.slice(0, 3) : available.slice(0, 1)
}

/** All templates in the order of the gallery: suggestions first, the blank one last. */
export function galleryOrder<Template extends { readonly id: string }>(
  templates: readonly Template[], suggested: readonly string[],
): readonly Template[] {
  const rank = ({ id }: Template): number => {
    const place = suggested.indexOf(id)
    return place >= 0 ? place : id === 'blank' ? 1_000 : 100 + templates.findIndex(each => each.id === id)
  }
  return [...templates].sort((a, b) => rank(a) - rank(b))
}
