/** Why a file cannot be a picture of the map; the server checks the same by content. */
export type PictureRefusal = 'svg' | 'notAPicture' | 'tooLarge' | 'empty'

/** In bytes: what the server takes. */
export const largestPicture = 10 * 1024 * 1024

const signatures: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
]

/** Looks at the first bytes, not at the name: a drawing with scripts stays one whatever it is called. */
export async function refusalOf(file: Blob): Promise<PictureRefusal | null> {
  if (file.size === 0) return 'empty'
  if (file.size > largestPicture) return 'tooLarge'
  const start = new Uint8Array(await file.slice(0, 512).arrayBuffer())
  if (signatures.some(signature => signature.every((byte, place) => start[place] === byte))
    || isWebP(start)) return null
  const text = new TextDecoder().decode(start)
  return file.type === 'image/svg+xml' || /<svg[\s>]/i.test(text) ? 'svg' : 'notAPicture'
}

function isWebP(start: Uint8Array): boolean {
  const text = String.fromCharCode(...start.slice(0, 12))
  return text.startsWith('RIFF') && text.slice(8) === 'WEBP'
}

/** The picture among what was pasted or dropped. */
export function pictureIn(data: DataTransfer): File | null {
  return [...data.files].find(file => file.type.startsWith('image/')) ?? null
}
