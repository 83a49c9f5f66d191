import type { Trx } from '../platform/database/index.ts';

/**
 * Everybody who ever did anything about these cases: took one, gave it back, wrote a note, decided,
 * approved, refused. By case. Whoever is named here does not hear an appeal about it (DESIGN 6.4).
 */
export async function whoTookPart(
  trx: Trx,
  deskId: string,
  caseIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const people = new Map(caseIds.map((id) => [id, new Set<string>()]));
  if (caseIds.length === 0) return people;
  const rows = await trx
    .selectFrom('case_event')
    .select(['case_id', 'actor_id'])
    .distinct()
    .where('desk_id', '=', deskId)
    .where('case_id', 'in', [...people.keys()])
    .where('actor_id', 'is not', null)
    .execute();
  for (const { case_id, actor_id } of rows) if (actor_id) people.get(case_id)?.add(actor_id);
  return people;
}
