import type { JsonObject } from '@commonweal/ledger';

declare module '../platform/database/tables.ts' {
  interface Tables {
    ledger_key: {
      desk_id: string;
      origin: string;
      public_key: Buffer;
      sealed_private_key: Buffer;
      created_at: Date;
    };
    ledger_entry: {
      desk_id: string;
      entry_id: string;
      kind: string;
      subject_id: string;
      /** The leaf's data. */
      commitment: Buffer;
      /** Where the leaf stands for many items: their commitments end to end, the event's own last. */
      batch: Buffer | null;
      at: Date;
    };
    ledger_secret: { desk_id: string; entry_id: string; salt: Buffer; event: JsonObject };
    /** The commitment stands here too, so that the sequencer reads these rows and no others. */
    ledger_waiting: { desk_id: string; entry_id: string; commitment: Buffer };
    ledger_leaf: { desk_id: string; leaf_index: number; entry_id: string };
    ledger_tile: {
      desk_id: string;
      level: number;
      tile_index: number;
      width: number;
      bytes: Buffer;
    };
    ledger_head: { desk_id: string; size: number; version: number };
    ledger_checkpoint: { desk_id: string; size: number; root: Buffer; note: string; at: Date };
  }
}
