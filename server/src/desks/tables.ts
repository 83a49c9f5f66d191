import type { deskKinds, Locale, Role, Scope } from '@commonweal/contract';

declare module '../platform/database/tables.ts' {
  interface Tables {
    desk: {
      desk_id: string;
      name: string;
      slug: string;
      kind: (typeof deskKinds)[number];
      language: Locale;
      contact_email: string | null;
      other_redress: string;
      retention_days: number;
      allow_private_endpoints: boolean;
      fetch_media: boolean;
      created_at: Date;
    };
    person: {
      desk_id: string;
      person_id: string;
      name: string;
      /** Lower-cased. */
      email: string;
      password_hash: string;
      status: 'active' | 'suspended';
      language: Locale;
      /** Sealed. */
      totp_secret: Buffer | null;
      /** Sealed; not in force until a code from it was shown. */
      totp_pending: Buffer | null;
      /** The 30-second step of the last code accepted: no code is taken twice. */
      totp_last_step: number | null;
      /** Wrong codes since the last right one: only who knows the password adds to them. */
      code_failures: number;
      code_failed_at: Date | null;
      created_at: Date;
      last_seen_at: Date | null;
    };
    person_role: { desk_id: string; person_id: string; role: Role };
    invitation: {
      desk_id: string;
      invitation_id: string;
      email: string;
      roles: Role[];
      token_hash: Buffer;
      invited_by: string;
      created_at: Date;
      expires_at: Date;
      accepted_at: Date | null;
      accepted_by: string | null;
      withdrawn_at: Date | null;
    };
    session: {
      desk_id: string;
      session_id: string;
      person_id: string;
      token_hash: Buffer;
      created_at: Date;
      seen_at: Date;
      expires_at: Date;
    };
    passkey: {
      desk_id: string;
      passkey_id: string;
      person_id: string;
      credential_id: string;
      public_key: Buffer;
      counter: number;
      transports: string[];
      name: string;
      created_at: Date;
      last_used_at: Date | null;
    };
    auth_challenge: {
      desk_id: string;
      challenge_id: string;
      purpose: 'add_passkey' | 'sign_in';
      person_id: string | null;
      challenge: string;
      expires_at: Date;
    };
    sign_in_failure: {
      desk_id: string;
      account: Buffer;
      address: Buffer;
      failures: number;
      failed_at: Date;
    };
    api_key: {
      desk_id: string;
      api_key_id: string;
      name: string;
      scopes: Scope[];
      token_hash: Buffer;
      created_by: string;
      created_at: Date;
      last_used_at: Date | null;
      revoked_at: Date | null;
    };
    recovery_code: {
      desk_id: string;
      recovery_code_id: string;
      person_id: string;
      /** Keyed by the installation's secret. */
      code_hash: Buffer;
      created_at: Date;
      used_at: Date | null;
    };
    password_reset: {
      desk_id: string;
      password_reset_id: string;
      person_id: string;
      token_hash: Buffer;
      /** Whether using it also takes one-time codes, recovery codes and passkeys away. */
      factors_off: boolean;
      made_by: string;
      created_at: Date;
      expires_at: Date;
      used_at: Date | null;
      withdrawn_at: Date | null;
    };
    setup_link: {
      setup_link_id: string;
      token_hash: Buffer;
      created_at: Date;
      expires_at: Date;
      used_at: Date | null;
    };
  }
}
