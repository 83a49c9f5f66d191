import { ImageError } from './image-error.ts';

/** The formats that are decoded. */
export type ImageFormat = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'tiff';

const accepted: readonly (readonly [ImageFormat, (head: string) => boolean])[] = [
  ['jpeg', (head) => head.startsWith('\xff\xd8\xff')],
  ['png', (head) => head.startsWith('\x89PNG\r\n\x1a\n')],
  ['gif', (head) => head.startsWith('GIF87a') || head.startsWith('GIF89a')],
  ['webp', (head) => head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP'],
  ['avif', (head) => brandsOf(head).some((brand) => brand === 'avif' || brand === 'avis')],
  // The second pair: BigTIFF.
  ['tiff', (head) => ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].includes(head.slice(0, 4))],
];

const refused: readonly (readonly [string, (head: string) => boolean])[] = [
  ['HEIC', (head) => brandsOf(head).some((brand) => /^(heic|heix|hevc|mif1|msf1)$/.test(brand))],
  ['a video', (head) => brandsOf(head).length > 0 || head.startsWith('\x1aE\xdf\xa3')],
  ['PDF', (head) => head.slice(0, 1024).includes('%PDF-')],
  ['PostScript', (head) => head.startsWith('%!PS') || head.startsWith('\xc5\xd0\xd3\xc6')],
  ['SVG', (head) => /<svg|<!doctype svg/i.test(head.replaceAll('\0', ''))],
  ['XML', (head) => /^(\xef\xbb\xbf|\xfe\xff|\xff\xfe)?\s*<\?xml/i.test(head.replaceAll('\0', ''))],
  ['HTML', (head) => /^\s*<(!doctype html|html)/i.test(head)],
  ['JPEG XL', (head) => head.startsWith('\xff\x0a') || head.slice(4, 12) === 'JXL \r\n\x87\n'],
  ['JPEG 2000', (head) => head.startsWith('\xff\x4f\xff\x51') || head.slice(4, 8) === 'jP  '],
  ['BMP', (head) => head.startsWith('BM')],
  ['Photoshop', (head) => head.startsWith('8BPS')],
  ['an icon', (head) => head.startsWith('\0\0\x01\0')],
  ['a compressed file', (head) => head.startsWith('\x1f\x8b') || head.startsWith('PK\x03\x04')],
];

const stills = /^(avif|avis|heic|heix|heim|heis|hevc|hevx|mif1|msf1|jxl )$/;

/** Whether the beginning of a file, one character for each byte, is of a picture that is read. */
export function looksLikePicture(head: string): boolean {
  return accepted.some(([, fits]) => fits(head));
}

/** Whether it is of an ISO base media file that says nothing of still pictures: MP4, QuickTime. */
export function looksLikeIsoMedia(head: string): boolean {
  const brands = brandsOf(head);
  return brands.length > 0 && !brands.some((brand) => stills.test(brand));
}

/** The brands of an ISO base media file (ISO 14496-12, 4.3), or none. */
function brandsOf(head: string): readonly string[] {
  if (head.slice(4, 8) !== 'ftyp') return [];
  const length = [0, 1, 2, 3].reduce((sum, at) => sum * 256 + head.charCodeAt(at), 0);
  const compatible = head.slice(16, Math.min(length, 256));
  return [head.slice(8, 12), ...(compatible.match(/[^]{4}/g) ?? [])];
}

/**
 * What the bytes are, by how they begin: names and media types are the sender's word. Nothing else
 * reaches the decoder, which would also read SVG with its references, and more.
 * Throws an ImageError, `refused-format` for what is known and not read, `unknown-format` otherwise.
 */
export function sniffFormat(bytes: Uint8Array): ImageFormat {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString(
    'latin1',
  );
  for (const [format, fits] of accepted) if (fits(head)) return format;
  for (const [name, fits] of refused)
    if (fits(head))
      throw new ImageError(
        'refused-format',
        `This is ${name}, which is not read. Send JPEG, PNG, GIF, WebP, AVIF or TIFF.`,
      );
  throw new ImageError(
    'unknown-format',
    bytes.length === 0
      ? 'The file is empty.'
      : 'The file does not begin like a picture. Send JPEG, PNG, GIF, WebP, AVIF or TIFF.',
  );
}
