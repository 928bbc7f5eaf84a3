const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** 80 random bits as 16 lowercase base-32 characters: unique without asking anyone, also offline. */
export function newId(fill: (bytes: Uint8Array) => void = fillRandomly): string {
  const bytes = new Uint8Array(16)
  fill(bytes)
  // Five bits of each byte: 16 × 5 = 80.
  return Array.from(bytes, (byte) => alphabet.charAt(byte & 31)).join('')
}

function fillRandomly(bytes: Uint8Array): void {
  window.crypto.getRandomValues(bytes)
}

/** Lowercase Latin letters, digits and `-`; 1 to 80 characters; neither first nor last is `-`. */
export const isWellFormed = (id: string): boolean => /^(?!-)[a-z0-9-]{1,80}$/.test(id) && !id.endsWith('-')
