/**
 * What can be wrong with one field: the `code` of an entry of `errors`, and its detail in English. What
 * stands in braces is in the entry's `params`.
 */
export const faults = {
  // Of any field, by its schema
  missing: 'this field is missing',
  unknown: 'this field is not known here',
  empty: 'must not be empty',
  'too-short': 'must have at least {least} characters',
  'too-long': 'must have at most {most} characters',
  'too-few': 'must have at least {least} entries',
  'too-many': 'must have at most {most} entries',
  'too-small': 'must be {least} or more',
  'too-great': 'must be {most} or less',
  'twice-the-same': 'must not hold the same entry twice',
  'one-of': 'must be one of: {allowed}',
  'wrong-kind': 'must be of the kind: {kind}',
  'wrong-form': 'does not have the form that is needed here',
  'not-an-id': 'must be an id',
  'not-a-moment': 'must be a moment with its zone, such as 2026-01-31T12:00:00Z',
  'not-a-day': 'must be a day, such as 2026-01-31',
  'not-an-email': 'must be an email address',
  'not-an-address': 'must be a web address that begins with https:// or http://',
  'not-a-slug':
    'must be 3 to 40 small letters, digits and hyphens, and begin and end without a hyphen',
  'not-a-cursor': 'not a cursor',
  'holds-nul': 'must not contain a NUL character',
  'holds-nul-in-line': 'must not contain a NUL character; there is one in line {line}',
  'holds-half-character': 'must not contain half of a surrogate pair',

  // Of one's account and the desk
  'not-your-password': 'not your password',
  'not-the-code': 'not the code of now',
  'does-not-verify': 'does not verify',
  'taken-by-desk': 'taken by another desk',
  'email-in-use': 'already in use on this desk',

  // Of banks, published rules, decisions
  'bank-holds-others': 'a bank of kind "{kind}" holds {held}, not {type}',
  'not-a-digest': 'must be {digits} hexadecimal digits',
  'ask-one': 'must name one thing to look up: a hash, a url, a text, or a file',
  'not-a-hash':
    'is no hash that is known here: MD5 (32 digits), SHA-1 (40), SHA-256 or PDQ (64), or TLSH (T1 and 70)',
  'digest-of-nothing': 'is the digest of an empty file, which would match every empty file',
  'not-a-pdq': 'must be the 64 hexadecimal digits of a PDQ hash',
  'not-a-tlsh': 'must be a TLSH digest: T1 and 70 hexadecimal digits',
  'not-frames': 'must be the frames of a video. {why}',
  'too-plain':
    'says too little to be found by: its quality is below {least}, or it is of one colour',
  'not-a-link': 'is not a web address such as https://host/page',
  'no-letter': 'has no letter or digit in it',
  'phrase-too-short':
    '"{phrase}" is too short: it would match ordinary speech. Use at least {least} letters',
  'phrase-everyday': '"{phrase}" would match ordinary speech. This name is made of everyday words.',
  'name-taken': 'is taken',
  'end-is-past': 'must be a time that is still to come',
  'not-of-hashes': 'belongs to banks of hashes only',
  'in-bank': 'is in the bank already',
  'not-every-rule': 'must name every rule that is asked, once',
  'clause-key-taken': 'the key "{key}" is taken by a clause above; each clause needs its own',
  'in-the-past': 'a rule cannot be made for the past; leave this out to put it in force now',
  'no-account':
    'The platform named no account behind this, so there is none to act on. Choose a measure on the item.',
  'account-alone': 'This case is about an account alone. Choose a measure on the account.',

  // Of the addresses that messages go to
  'address-scheme': 'The address must begin with https://.',
  'address-with-password': 'The address must not carry a user name or password.',
  'address-not-https':
    'The address must begin with https://. Only a desk that allows private endpoints may use http://.',
  'address-not-found': 'The name of this address cannot be found. Check its spelling.',
  'address-nowhere': 'The name has no address.',
  'address-never-called': 'The name points to an address that is never called.',
  'address-private':
    'The name points into a private network. Only a desk that allows private endpoints may call it.',
} as const;
export type FaultCode = keyof typeof faults;
