import { createClient, type Client } from '@commonweal/client';
import type { Session } from '@commonweal/contract';
import type { Player } from './thread.ts';

/** Long enough for the desk, and the same for all invented people, since it is printed. */
export const demoPassword = 'lagoon-demo-only-2026';

/** Does what signs somebody in, and keeps the cookie as their browser would. */
export async function enter(
  baseUrl: string,
  person: { readonly name: string; readonly email: string },
  signIn: (client: Client) => Promise<Session>,
): Promise<{ player: Player; session: Session }> {
  let cookie = '';
  const keepingCookie: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return response;
  };
  const session = await signIn(createClient({ baseUrl, fetch: keepingCookie }));
  const csrf = () => session.csrf;
  const client = createClient({ baseUrl, headers: { cookie }, csrf });
  return { player: { ...person, password: demoPassword, client, cookie }, session };
}
