/**
 * Files, text and addresses to fingerprints: what matching compares.
 * Pure: no database, no network, no clock.
 */
export { digestBytes, digestStream, openDigest } from './digest-stream.ts';
export type { FileDigest, OpenDigest } from './digest-stream.ts';
export { sniffMedia } from './sniff-media.ts';
export { canonicalText } from './canonical-text.ts';
export type { CanonicalText } from './canonical-text.ts';
export { EVASIONS } from './evasion.ts';
export type { Evasion } from './evasion.ts';
export { textSkeleton } from './text-skeleton.ts';
export type { TextSkeleton } from './text-skeleton.ts';
export { buildScanner } from './phrase-scanner.ts';
export type { Phrase, PhraseHit, PhraseScanner } from './phrase-scanner.ts';
export {
  LEAST_TLSH_BYTES,
  TLSH_MATCHING_DISTANCE,
  parseTlsh,
  tlshDistance,
  tlshOf,
} from './near-text/tlsh.ts';
export { createNearTextIndex } from './near-text/near-text-index.ts';
export type { NearText, NearTextIndex, NearTextOptions } from './near-text/near-text-index.ts';
export { estimatedSimilarity, minHash } from './near-text/min-hash.ts';
export { createQuotationIndex } from './near-text/quotation-index.ts';
export type {
  Passage,
  Quotation,
  QuotationIndex,
  QuotationOptions,
} from './near-text/quotation-index.ts';
export { canonicalUrl } from './canonical-url.ts';
export { urlKey, urlVariants } from './url-variants.ts';
export { isPublicSuffix, registrableDomain } from './public-suffix.ts';
export {
  LONGEST_PREFIX,
  SHORTEST_PREFIX,
  createUrlHashIndex,
  urlHash,
  urlHashPrefixes,
  variantsWithin,
} from './url-hashes.ts';
export type { UrlHashIndex } from './url-hashes.ts';
export { urlSpellingDigests, urlSpellings } from './url-spellings.ts';
export { recogniseShortLink } from './link-shorteners.ts';
export type { ShortLink } from './link-shorteners.ts';
export { MOST_URLS, findUrls, refang } from './find-urls.ts';
export type { FoundUrl } from './find-urls.ts';
export { refuseBroadEntry } from './broad-entries.ts';
export {
  frequenciesOfFrame,
  hashFrame,
  hashPixels,
  hashPixelsDihedral,
} from './pdq/hash-pixels.ts';
export type { BothHashes } from './pdq/hash-pixels.ts';
export { MOST_PIXELS } from './pdq/pixels.ts';
export type { Pixels } from './pdq/pixels.ts';
export { ImageError } from './pdq/image-error.ts';
export type { ImageErrorCode } from './pdq/image-error.ts';
export {
  LEAST_QUALITY,
  MATCHING_DISTANCE,
  hammingDistance,
  isUsable,
  pdqFromHex,
  pdqToHex,
  transformations,
} from './pdq/pdq-hash.ts';
export type { DihedralPdqHash, PdqHash, Transformation } from './pdq/pdq-hash.ts';
export { fingerprintImage } from './pdq/fingerprint-image.ts';
export type {
  FingerprintOptions,
  FrameFingerprint,
  ImageFingerprint,
} from './pdq/fingerprint-image.ts';
export type { ImageSource } from './pdq/gather-bytes.ts';
export type { ImageFormat } from './pdq/sniff-format.ts';
export { openImageHasher } from './pdq/image-hasher.ts';
export type { ImageHasher, ImageHasherOptions } from './pdq/image-hasher.ts';
export { VideoError } from './video/video-error.ts';
export type { VideoErrorCode } from './video/video-error.ts';
export { findFfmpeg } from './video/find-ffmpeg.ts';
export type { Ffmpeg, FindOptions } from './video/find-ffmpeg.ts';
export type { VideoLimits } from './video/limits.ts';
export type { VideoSource } from './video/open-source.ts';
export { fingerprintVideo } from './video/fingerprint-video.ts';
export type { VideoFingerprint, VideoOptions } from './video/fingerprint-video.ts';
export type { FrameRun } from './video/hash-frames.ts';
export {
  listFrames,
  readFrameJson,
  readFrameList,
  writeFrameJson,
  writeFrameList,
} from './video/frame-list.ts';
export type { ListedFrame } from './video/frame-list.ts';
export { MATCHING_SHARE, isVideoMatch, matchVideos } from './video/match-videos.ts';
export type { MatchOptions, MatchedShare, VideoMatch } from './video/match-videos.ts';
export type { Overlap } from './video/find-overlaps.ts';
export { createVideoIndex } from './video/video-index.ts';
export type { StillHit, VideoHit, VideoIndex, VideoSearch } from './video/video-index.ts';
export { openVideoHasher } from './video/video-hasher.ts';
export type { VideoHasher, VideoHasherOptions } from './video/video-hasher.ts';
export type { Tmk } from './video/tmk.ts';
export { TMK_MATCHING, compareTmk } from './video/compare-tmk.ts';
export type { TmkScores } from './video/compare-tmk.ts';
export { readTmk, writeTmk } from './video/tmk-file.ts';
export { createHammingIndex } from './hamming/hamming-index.ts';
export type { HammingIndex, HammingStats } from './hamming/hamming-index.ts';
export { openHammingReader } from './hamming/hamming-reader.ts';
export type { HammingHandle, HammingReader } from './hamming/hamming-reader.ts';
export type { HammingHit, SearchOptions } from './hamming/run-search.ts';
export { loadHammingIndex } from './hamming/load-snapshot.ts';
export type { LoadedIndex } from './hamming/load-snapshot.ts';
