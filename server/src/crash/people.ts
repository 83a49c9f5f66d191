import { createClient, type Client } from '@commonweal/client';
import type { Role, Scope } from '@commonweal/contract';

/** Somebody signed in to a desk over HTTP. */
export interface SignedIn {
  readonly personId: string;
  readonly client: Client;
}

/** A desk made over HTTP from a server's one-time link. */
export interface OpenedDesk {
  readonly slug: string;
  /** Holds every role but authority. */
  readonly administrator: SignedIn;
  /** Invites somebody and lets them join. */
  join(roles: readonly Role[]): Promise<SignedIn>;
  /** The secret of a fresh API key. */
  makeKey(scopes: readonly Scope[]): Promise<string>;
}

const password = 'a long invented password';

/** Makes the first desk of a server. @throws ApiProblem when the token was spent */
export async function openDesk(url: string, setupToken: string): Promise<OpenedDesk> {
  const slug = 'harbour';
  const administrator = await enter(url, (client) =>
    client.setUpDesk({
      body: {
        token: setupToken,
        desk: { name: 'Harbour Forum', slug, kind: 'platform', language: 'en' },
        person: { name: 'Ada Administrator', email: 'ada@harbour.example', password },
      },
    }),
  );
  return {
    slug,
    administrator,
    async join(roles) {
      const { link } = await administrator.client.invitePerson({
        body: { email: `${roles.join('-')}@harbour.example`, roles: [...roles] },
      });
      return enter(url, (client) =>
        client.acceptInvitation({
          body: {
            token: link.split('#')[1] ?? '',
            name: `Invented ${roles.join(' and ')}`,
            password,
            language: 'en',
          },
        }),
      );
    },
    async makeKey(scopes) {
      const { secret } = await administrator.client.createApiKey({
        body: { name: scopes.join(' '), scopes: [...scopes] },
      });
      return secret;
    },
  };
}

/** Runs what signs a person in, and keeps the cookie it sets. */
async function enter(
  url: string,
  signIn: (
    client: Client,
  ) => Promise<{ csrf: string | null; person: { person_id: string } | null }>,
): Promise<SignedIn> {
  let cookie = '';
  const keepingCookie: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response;
  };
  const session = await signIn(createClient({ baseUrl: url, fetch: keepingCookie }));
  const csrf = session.csrf ?? '';
  return {
    personId: session.person?.person_id ?? '',
    client: createClient({ baseUrl: url, headers: { cookie }, csrf: () => csrf }),
  };
}
