import { createClient } from '@commonweal/client';

let csrf: string | null = null;

/** Keeps the token that goes with every change; the session brings it. */
export function setCsrf(token: string | null): void {
  csrf = token;
}

/** The desk this console was served from. Throws ApiProblem or ConnectionProblem. */
export const desk = createClient({ baseUrl: '', csrf: () => csrf });
