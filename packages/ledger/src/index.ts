/**
 * The ledger: an append-only log of salted commitments that anybody can check. It owns the Merkle
 * tree (RFC 6962), its tiles, checkpoints and notes (C2SP), commitments, receipts and the outside
 * verifier. Pure: what is stored, fetched, timed or random is handed in.
 */
export { LedgerError } from './errors.ts';
export type { LedgerErrorCode } from './errors.ts';
export { EMPTY_ROOT, hashLeaf, hashNode, rootOf } from './merkle-hash.ts';
export type { LeafRange, MerkleNode } from './merkle-shape.ts';
export { consistencyProof, inclusionProof, smallTree } from './merkle-proof.ts';
export type { NodeReader, SmallTree } from './merkle-proof.ts';
export { rootFromInclusion, verifyConsistency, verifyInclusion } from './merkle-verify.ts';
export type { ConsistencyClaim, InclusionClaim } from './merkle-verify.ts';
export {
  TILE_WIDTH,
  entriesPath,
  parseTilePath,
  partialTiles,
  tilePath,
  tileWidth,
} from './tile.ts';
export type { Tile, TileId, TileReader } from './tile.ts';
export { growTree } from './grow-tree.ts';
export type { GrownTree, Growth } from './grow-tree.ts';
export { proofReader } from './proof-reader.ts';
export { formatEntries, parseEntries } from './entries.ts';
export { noteKeyId, noteSigner, parseVerifierKey, verifierKey } from './note-key.ts';
export type { NoteSigner, NoteVerifier } from './note-key.ts';
export { openNote, signNote } from './note.ts';
export type { NoteSignature, OpenedNote } from './note.ts';
export { formatCheckpoint, openCheckpoint, parseCheckpoint } from './checkpoint.ts';
export type { Checkpoint } from './checkpoint.ts';
export { canonicalJson } from './canonical-json.ts';
export type { Json, JsonObject } from './canonical-json.ts';
export { commit, commitBatch } from './commitment.ts';
export type { Batch } from './commitment.ts';
export { verifyLog } from './verify-log.ts';
export type { LogReport, LogVerification } from './verify-log.ts';
export type { FetchBytes } from './fetch-log.ts';
export type { Finding, FindingKind } from './findings.ts';
export { RECEIPT_FORMAT, parseReceipt } from './receipt.ts';
export type { Receipt } from './receipt.ts';
export { issueReceipt } from './issue-receipt.ts';
export type { ReceiptParts } from './issue-receipt.ts';
export { verifyReceipt } from './verify-receipt.ts';
export type { ReceiptReport, ReceiptVerification } from './verify-receipt.ts';
