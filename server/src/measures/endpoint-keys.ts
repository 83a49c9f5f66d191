import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Secrets } from '../platform/secrets.ts';
import type { EndpointTable } from './tables.ts';

export interface FreshKeys {
  /** `whsec_…`, shown once: verifies the v1 signatures. */
  readonly secret: string;
  /** `whpk_…`: verifies the v1a signatures. */
  readonly publicKey: string;
  readonly sealedSecret: Buffer;
  readonly sealedPrivateKey: Buffer;
}

/** Fresh keys of one endpoint (Standard Webhooks 1.0), sealed for storage. */
export function makeKeys(secrets: Secrets, endpointId: string): FreshKeys {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const { d = '', x = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const seed = Buffer.from(d, 'base64url');
  const publicBytes = Buffer.from(x, 'base64url');
  const privateKey = `whsk_${Buffer.concat([seed, publicBytes]).toString('base64')}`;
  return {
    secret,
    publicKey: `whpk_${publicBytes.toString('base64')}`,
    sealedSecret: secrets.seal(purposeOf(endpointId), Buffer.from(secret)),
    sealedPrivateKey: secrets.seal(purposeOf(endpointId), Buffer.from(privateKey)),
  };
}

/** The keys a message to this endpoint is signed with, shared secret first. */
export function signingKeys(secrets: Secrets, endpoint: EndpointTable): string[] {
  return [endpoint.sealed_secret, endpoint.sealed_private_key].map((sealed) =>
    secrets.open(purposeOf(endpoint.endpoint_id), sealed).toString(),
  );
}

function purposeOf(endpointId: string): string {
  return `webhook ${endpointId}`;
}
