import type { ProblemKind } from './kinds.ts';

/**
 * The refusals that a person can meet in the console: the `code` of a problem, its kind, and its detail
 * in English. What stands in braces is in the problem's `params`, so that another language can say the
 * same. A code never comes to mean something else.
 */
export const refusals = {
  // Of any operation
  'sign-in': ['sign-in-needed', 'Sign in first.'],
  'sign-in-or-key': [
    'sign-in-needed',
    'Sign in, or send an API key as "Authorization: Bearer cwk_…".',
  ],
  'needs-role': [
    'not-allowed',
    'This needs one of these roles: {roles}. Ask an administrator of your desk.',
  ],
  'persons-only': ['not-allowed', 'Only a person may do this, not an API key.'],
  'keys-only': ['not-allowed', 'Only API keys do this.'],
  'no-such-thing': ['not-found', 'There is no such {what} on this desk.'],
  'no-such-address': ['not-found', 'There is nothing at this address.'],
  'stale-version': [
    'stale-version',
    'You sent version {sent} of the {what}; it is now at version {current}. Read it again and repeat your change if it still fits.',
  ],
  wait: ['too-many', 'Wait {seconds} seconds, then go on.'],
  'body-too-large': ['too-large', 'The body is larger than is read here. Send less at a time.'],
  'out-of-range': [
    'invalid',
    'A value in the path, the query or the body is out of the range that can be kept. Nothing was changed.',
  ],
  'foreign-cursor': ['invalid', 'The cursor is not one this API gave out. Start again without it.'],
  'no-database': ['unavailable', 'The database does not answer yet. Try again in a moment.'],
  failed: [
    'internal',
    'The request was not carried out. Try again; if it goes on, give your administrator the request id.',
  ],
  'csrf-token': [
    'csrf',
    'Changes need the header x-csrf-token with the token from GET /api/v1/session. Reload the page and try again.',
  ],

  // Signing in, and one's own account
  credentials: ['wrong-credentials', 'The desk, the email address or the password is not right.'],
  'too-many-attempts': [
    'too-many',
    'Too many attempts failed. Wait {seconds} seconds, then try again.',
  ],
  'one-time-code-refused': [
    'wrong-credentials',
    'This one-time code is wrong or was used already. Wait for the next one.',
  ],
  'recovery-code-refused': [
    'wrong-credentials',
    'This recovery code is wrong or was used already. Try another of yours.',
  ],
  'passkey-refused': ['wrong-credentials', 'This passkey was not accepted on this desk.'],
  'passkey-late': [
    'gone',
    'This took longer than five minutes or was answered before. Begin again.',
  ],
  'passkey-unverified': ['invalid', 'The passkey could not be verified. Begin again.'],
  'passkey-in-use': ['conflict', 'This passkey is already in use on this desk.'],
  'password-wrong': ['invalid', 'The password is not right.'],
  'one-time-code-wrong': ['invalid', 'This code is not right. Check the clock of your device.'],
  'one-time-codes-on': ['conflict', 'One-time codes are on already. Switch them off first.'],
  'one-time-codes-not-begun': ['conflict', 'Begin setting up one-time codes first.'],
  'recovery-needs-codes': [
    'conflict',
    'Recovery codes stand in for one-time codes, which are off. Set those up first.',
  ],

  // Links that are good once
  'setup-over': [
    'gone',
    'This setup link is not good any more: it was used, or its time is over. Whoever runs the server can make another.',
  ],
  'invitation-over': [
    'gone',
    'This invitation is not good any more: it was used, withdrawn, is over, or whoever sent it may not grant its roles now. Ask for another.',
  ],
  'reset-over': [
    'gone',
    'This link is not good any more: it was used, replaced by another, is over, or whoever made it may not let you in now. Ask for another.',
  ],

  // The desk and its people
  'slug-taken': ['conflict', 'The address "{slug}" is taken. Choose another.'],
  'email-taken': ['conflict', 'Somebody with this email address is already a person of this desk.'],
  'grant-beyond': ['not-allowed', 'You cannot grant a role that you do not hold yourself.'],
  'key-beyond': ['not-allowed', 'Your roles do not allow a key with: {scopes}.'],
  'invitation-accepted': ['conflict', 'This invitation was accepted. Suspend the person instead.'],
  'reset-own': ['not-allowed', 'Change your own password on your account, with the old one.'],
  'reset-beyond': [
    'not-allowed',
    'This person holds a role that you do not hold. Only somebody who holds it may let them back in.',
  ],
  'reset-suspended': ['conflict', 'This person is suspended. Restore them first.'],
  'edit-administrators-only': ['not-allowed', 'Only an administrator changes what people hold.'],
  'edit-beyond': [
    'not-allowed',
    'This person holds a role that you do not hold. Only somebody who holds it may change them.',
  ],
  'edit-own-suspension': ['not-allowed', 'Nobody suspends themselves. Ask another administrator.'],
  'edit-last-administrator': [
    'conflict',
    'This is the last active administrator of the desk. Make somebody else one first.',
  ],

  // Cases, decisions, appeals
  'case-held': ['conflict', 'Somebody holds this case until {until}. Take another, or wait.'],
  'case-decided': ['conflict', 'This case is decided already.'],
  'case-awaits-second': [
    'conflict',
    'This case waits for a second person to approve its decision.',
  ],
  'case-not-held': [
    'lease-lost',
    'You do not hold this case any more: your hold ran out, or you never took it. Take it again; what you wrote is not lost.',
  ],
  'override-once': [
    'conflict',
    'This case has had an emergency override, and one cannot follow another. Go through the gates.',
  ],
  'decision-awaits-second': [
    'conflict',
    'This decision cannot be changed so. It waits for a second person.',
  ],
  'decision-effective': ['conflict', 'This decision cannot be changed so. It has taken effect.'],
  'decision-refused': [
    'conflict',
    'This decision cannot be changed so. A second person refused it.',
  ],
  'decision-reversed': ['conflict', 'This decision cannot be changed so. It has been reversed.'],
  'decision-own': [
    'not-allowed',
    'You made this decision. Somebody else must approve or refuse it.',
  ],
  'review-own': [
    'not-allowed',
    'You took part in this decision. Somebody else must look at it again. You can reverse it.',
  ],
  'review-closed': ['conflict', 'Somebody has looked at this again already. Read it anew.'],
  'appeal-decided': ['conflict', 'This appeal is decided already.'],
  'appeal-took-part': [
    'not-allowed',
    'You took part in this decision or its case. Somebody who did not must hear the appeal.',
  ],

  // Rules that are published, banks, lists
  'published-for-good': [
    'conflict',
    'Version {number} is published, and a published version never changes. Draft a new version instead.',
  ],
  'bank-name-taken': ['conflict', 'There is a bank named “{name}” already. Choose another name.'],
  'bank-is-on': ['conflict', 'This bank is switched on already.'],
  'bank-is-off': ['conflict', 'This bank is switched off already.'],
  'preview-running': [
    'conflict',
    'A preview is under way on this desk already. Wait until it has answered, then ask again.',
  ],
  'entry-in-bank': [
    'conflict',
    'The bank “{bank}” has this entry already. Change that one instead.',
  ],
  'expression-refused': ['invalid', 'The expression is not one a rule can ask: {reason}.'],
  'rule-removed': ['gone', 'This rule was removed. What it placed stays where it is.'],
  'entry-confirmed': ['conflict', 'Somebody has confirmed this entry already.'],
  'entry-is-own': [
    'conflict',
    'You added this entry yourself. Ask somebody else to look at it and confirm it.',
  ],
  'nothing-to-change': ['invalid', 'Nothing would change. Send another status or another label.'],
  'list-empty': [
    'bad-request',
    'There is no list in the body. Send the publisher’s file as it is.',
  ],
  'no-such-list': [
    'not-found',
    'There is no list “{key}”. Choose an official list that is read here, or add one of your own first.',
  ],
  'list-key-taken': ['conflict', 'There is a list “{key}” already. Choose another key.'],
  'list-without-address': [
    'invalid',
    'This list has no address to be fetched from. Save the publisher’s file and import it.',
  ],
  'days-reversed': ['invalid', 'The first day lies after the last. Give them the other way round.'],
  'different-until': ['invalid', 'Give a day to come, within two years, until which this holds.'],
  'different-empty': ['invalid', 'There is no letter or digit in the name.'],
  'import-empty': [
    'bad-request',
    'There is no file in the body, or it is empty. Send the file as it is.',
  ],
  'import-ended': ['conflict', 'This import has ended already.'],
  'list-older': [
    'conflict',
    'This edition is of {of}, older than the one here ({here}). Nothing was taken in; force it if you mean to go back.',
  ],

  // Messages to the platform
  'endpoint-has-messages': [
    'conflict',
    '{waiting} messages still have to be delivered to this endpoint. Mend it, or change its address, and let them arrive; or pause it.',
  ],
  'endpoint-paused': ['conflict', 'Nothing is sent to this endpoint now. Resume it first.'],
  'message-not-dead': ['conflict', 'Only a dead message is sent again; this one is not.'],
  'message-endpoint-gone': [
    'conflict',
    'The endpoint of this message is gone. Bring it back first.',
  ],
  'message-overtaken': [
    'conflict',
    'A later message about the same has arrived; this would undo it.',
  ],
  'measure-over': ['conflict', 'This measure is over. Send the message of its end instead.'],

  // Numbers
  'period-day': ['invalid', '"{name}" must be a day, as in 2026-01-31.'],
  'period-order': [
    'invalid',
    'The period must begin before it ends and be at most ten years long.',
  ],
} as const satisfies Record<string, readonly [ProblemKind, string]>;
export type RefusalCode = keyof typeof refusals;
