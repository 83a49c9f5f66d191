import { hash, verify } from '@node-rs/argon2';

/** OWASP Password Storage Cheat Sheet: Argon2id (the library's default) with 19 MiB, 2 passes, 1 lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of nobody's password: checking it costs a stranger the time that checking a real one does. */
const nobodys =
  '$argon2id$v=19$m=19456,t=2,p=1$Y29tbW9ud2VhbCBub2JvZHk$ZHVtbXkgaGFzaCB0aGF0IG5vIHBhc3N3b3JkIGhhcyE';

/** Hashes a password for keeping (tens of milliseconds, off the main thread). */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost);
}

/** Whether the password belongs to the hash; `null`, for nobody, takes as long and is never true. */
export async function passwordMatches(kept: string | null, password: string): Promise<boolean> {
  const matches = await verify(kept ?? nobodys, password.normalize('NFC'));
  return matches && kept !== null;
}
