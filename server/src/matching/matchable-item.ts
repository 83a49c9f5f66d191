import type { Signal } from '@commonweal/contract';
import type { Likeness } from '../platform/media/likeness.ts';

/** Who is behind an item, as far as names and bios are looked at. */
export interface MatchableActor {
  readonly external_id?: string | null | undefined;
  readonly display_name?: string | null | undefined;
  readonly handle?: string | null | undefined;
  readonly bio?: string | null | undefined;
}

/** A file by its digests (lower-case hexadecimal) and by what it looks like, as far as they are known. */
export interface MatchableFile {
  readonly md5?: string | null | undefined;
  readonly sha1?: string | null | undefined;
  readonly sha256?: string | null | undefined;
  readonly likeness?: Likeness | null | undefined;
}

/** What of an item is compared. Private content is never in it unless a participant reported it: intake sees to that. */
export interface MatchableItem {
  readonly itemId: string;
  /** Of a profile, a group or a stream the name is screened by its sound. */
  readonly kind?: string;
  readonly text: string | null;
  /** TLSH of a text that is known by that alone. */
  readonly textDigest?: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly links: readonly string[];
  readonly actor: MatchableActor | null;
  readonly files: readonly MatchableFile[];
}

/** A signal before it is stored. `field`: `text`, `title`, `bio`, `display_name`, `handle`, `url`, `links/0`, `files/0`. */
export type SignalDraft = Omit<Signal, 'signal_id' | 'at' | 'entry_status'>;
