/** For tests: an authenticator in software, as W3C WebAuthn Level 3 section 6 has them, ES256 only. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const userPresentAndVerified = 0x05;
const attestedDataIncluded = 0x40;

/** A passkey that answers the options of a ceremony as a browser at `origin` would. */
export function softwarePasskey(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  const rpIdHash = sha256(Buffer.from(new URL(origin).hostname));
  let counter = 0;

  function authenticatorData(extra: Buffer, more = 0, verified = userPresentAndVerified): Buffer {
    counter += 1;
    const tail = Buffer.alloc(5);
    tail.writeUInt8(verified | more, 0);
    tail.writeUInt32BE(counter, 1);
    return Buffer.concat([rpIdHash, tail, extra]);
  }

  function clientData(type: string, challenge: unknown): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  function reply(response: Record<string, string>) {
    const name = id.toString('base64url');
    return { id: name, rawId: name, type: 'public-key', clientExtensionResults: {}, response };
  }

  return {
    /** Answers the options for adding a passkey. */
    create({ challenge }: { challenge?: unknown }) {
      const { x, y } = publicKey.export({ format: 'jwk' });
      // COSE_Key (RFC 9053): EC2, ES256, P-256, x, y.
      const key = Buffer.concat([
        Buffer.from('a5010203262001215820', 'hex'),
        Buffer.from(String(x), 'base64url'),
        Buffer.from('225820', 'hex'),
        Buffer.from(String(y), 'base64url'),
      ]);
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
      const data = authenticatorData(attested, attestedDataIncluded);
      // CBOR map of fmt "none", an empty attStmt, and authData.
      const attestation = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
        Buffer.from([0x58, data.length]),
        data,
      ]);
      return reply({
        clientDataJSON: clientData('webauthn.create', challenge).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
      });
    },
    /** Answers the options for signing in; `verified: false` is a device that did not ask its user. */
    get({ challenge }: { challenge?: unknown }, { verified = true } = {}) {
      const data = authenticatorData(Buffer.alloc(0), 0, verified ? userPresentAndVerified : 1);
      const client = clientData('webauthn.get', challenge);
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      return reply({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      });
    },
    /** Sets the signature counter back, as a copied device would. */
    rewind() {
      counter = 0;
    },
  };
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
