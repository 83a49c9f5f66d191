import { looksLikePicture, looksLikeIsoMedia } from './pdq/sniff-format.ts';

/** How files begin that hold moving pictures. ISO media (MP4, QuickTime) is asked for by its brands. */
const videos: readonly ((head: string) => boolean)[] = [
  looksLikeIsoMedia,
  // Matroska and WebM (RFC 8794, EBML).
  (head) => head.startsWith('\x1aE\xdf\xa3'),
  (head) => head.startsWith('RIFF') && head.slice(8, 12) === 'AVI ',
  (head) => head.startsWith('OggS'),
  (head) => head.startsWith('FLV\x01'),
  // Program and elementary streams (ISO 13818-1, 11172-2).
  (head) => head.startsWith('\0\0\x01\xba') || head.startsWith('\0\0\x01\xb3'),
  // Transport streams: a sync byte every 188 bytes.
  (head) => [0, 188, 376].every((at) => head[at] === 'G'),
  // Advanced Systems Format (WMV).
  (head) => head.startsWith('\x30\x26\xb2\x75\x8e\x66\xcf\x11'),
];

/**
 * Whether bytes begin like a picture that is read, or like a video: names and media types are the
 * sender's word. 4096 bytes are enough. Sound in a container of videos counts as a video.
 */
export function sniffMedia(bytes: Uint8Array): 'picture' | 'video' | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString(
    'latin1',
  );
  if (looksLikePicture(head)) return 'picture';
  return videos.some((fits) => fits(head)) ? 'video' : null;
}
