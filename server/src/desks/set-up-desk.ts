import { type BodyOf, operations } from '@commonweal/contract';
import { sql } from 'kysely';
import { ledgerOrigin, openLedger, recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { enterDesk } from '../platform/directory.ts';
import { fault, refusal } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { hashPassword } from './passwords.ts';
import { founderRoles } from './policy.ts';
import { startSession, type SignedIn } from './sessions.ts';
import { checkSetupLink, spendSetupLink } from './setup-link.ts';
import { insertPerson } from './store.ts';

type Setup = BodyOf<typeof operations.setUpDesk>;

/**
 * Creates a desk, its first administrator and its ledger, and spends the link, all or nothing.
 *
 * @throws ProblemError `gone` for a link that is not good, `conflict` for a slug that is taken
 */
export async function setUpDesk(platform: Platform, setup: Setup): Promise<SignedIn> {
  const { database, clock, config } = platform;
  const now = clock.now();
  // Looked at first, so that strangers cannot make us hash.
  await database.outsideDesks((trx) => checkSetupLink(trx, setup.token, now));
  const passwordHash = await hashPassword(setup.person.password);
  const deskId = newId();
  const personId = newId();
  try {
    return await database.outsideDesks(async (trx) => {
      await spendSetupLink(trx, setup.token, now);
      await stepInto(trx, deskId);
      const { name, slug, kind, language } = setup.desk;
      await enterDesk(trx, { deskId, slug, name }, now);
      await insertDesk(trx, deskId, setup.desk, now);
      await insertPerson(
        trx,
        deskId,
        { ...setup.person, personId, passwordHash, language, roles: founderRoles },
        now,
      );
      await openLedger(platform, trx, deskId, ledgerOrigin(config.publicUrl, slug));
      await recordEvent(platform, trx, deskId, {
        kind: 'desk.created',
        subjectId: deskId,
        event: { slug, kind, administrator: personId, at: now.toISOString() },
      });
      return startSession(platform, trx, deskId, personId);
    });
  } catch (error) {
    if ((error as { constraint?: unknown }).constraint !== 'desk_address_slug_key') throw error;
    throw refusal(
      'slug-taken',
      { slug: setup.desk.slug },
      {
        errors: [fault('/desk/slug', 'taken-by-desk')],
      },
    );
  }
}

/**
 * From outside every desk into one that this transaction is making. The id is fresh, so nothing of
 * another desk can be reached by it; the setting ends with the transaction.
 */
async function stepInto(trx: Trx, newDeskId: string): Promise<void> {
  await sql`select set_config('commonweal.desk', ${newDeskId}, true)`.execute(trx);
}

async function insertDesk(
  trx: Trx,
  deskId: string,
  { name, slug, kind, language }: Setup['desk'],
  now: Date,
): Promise<void> {
  await trx
    .insertInto('desk')
    .values({
      desk_id: deskId,
      name,
      slug,
      kind,
      language,
      contact_email: null,
      other_redress: '',
      retention_days: 365,
      allow_private_endpoints: false,
      fetch_media: false,
      created_at: now,
    })
    .execute();
}
