/** A drawn portrait that is always the same for the same persona: the very choices of the map's pictures. */
export interface PortraitLook {
  readonly skin: number
  readonly hair: number
  readonly cloth: number
  readonly ground: PortraitGround
  readonly style: 0 | 1 | 2 | 3
  readonly hasGlasses: boolean
}

export const portraitGrounds = ['blue', 'teal', 'violet', 'amber'] as const
export type PortraitGround = (typeof portraitGrounds)[number]

const mask = (BigInt(1) << BigInt(64)) - BigInt(1)

/** Choices that depend on an id only (FNV-1a, 64 bit, then mixed for every choice). */
function choices(seed: string): (bound: number) => number {
  let state = BigInt('0xcbf29ce484222325')
  for (const byte of new TextEncoder().encode(seed)) {
    state = ((state ^ BigInt(byte)) * BigInt('0x100000001b3')) & mask
  }
  return bound => {
    state = ((state ^ (state >> BigInt(29))) * BigInt('0xbf58476d1ce4e5b9')) & mask
    state ^= state >> BigInt(32)
    return Number(state % BigInt(bound))
  }
}

export function portraitOf(persona: string): PortraitLook {
  const next = choices(persona)
  const skin = next(5) + 1
  const hair = next(5) + 1
  const cloth = next(5) + 1
  const ground = portraitGrounds[next(4)] ?? 'blue'
  const style = next(4) as PortraitLook['style']
  return { skin, hair, cloth, ground, style, hasGlasses: next(3) === 0 }
}

/** The hair above the forehead, on a circle of radius 32 around 0,0. */
export const fringes: Readonly<Record<PortraitLook['style'], string>> = {
  0: 'M-13.5-4C-15-15-8-20.5 0-20.5S15-15 13.5-4C9-14-8-13-13.5-4z',
  1: 'M-14.5-1C-16-14-9-20 0-20S16-14 14.5-1C11-6 7-11 2-13-3-8-9-7-14.5-1z',
  2: 'M-13.5-6C-13-17-6-22 3-22S16-14 14-6C8-10-6-16-13.5-6z',
  3: 'M-14-2C-16-16-8-21 0-21S16-16 14-2C8-8 0-10-6-14-10-12-13-8-14-2z',
}
