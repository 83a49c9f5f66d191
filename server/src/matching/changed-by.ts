import type { KnownCaller } from '../platform/http/index.ts';
import type { ChangedBy } from './add-entries.ts';

/** The person or the key that calls, as the history of a bank names them. */
export function changedBy(known: KnownCaller): ChangedBy {
  return { id: known.kind === 'key' ? known.apiKeyId : known.personId, name: known.name };
}
