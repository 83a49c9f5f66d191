import helmet from '@fastify/helmet';
import Fastify from 'fastify';

/** The console's: its own scripts and styles, and nothing of anybody else's. */
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const ofEveryReply = new Set(['content-type', 'content-length', 'date', 'connection']);

/**
 * What helmet sets, asked of it once: it is the same for every reply, and putting it together anew
 * cost as much as reading the request.
 */
export async function protectiveHeaders(https: boolean): Promise<Record<string, string>> {
  const probe = Fastify({ logger: false });
  await probe.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'no-referrer' },
  });
  probe.get('/', () => '');
  const { headers } = await probe.inject('/');
  await probe.close();
  const set = Object.entries(headers).filter(([name]) => !ofEveryReply.has(name));
  return {
    'content-security-policy': contentSecurityPolicy,
    ...Object.fromEntries(set.map(([name, value]) => [name, String(value)])),
  };
}
