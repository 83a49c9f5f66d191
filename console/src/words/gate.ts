import { msg, type Message } from '../i18n/message.ts';

/**
 * How to put right what a rule of the gate finds, by the rule's id. The English is the law's own
 * (packages/law); rules about orders never meet a person deciding a case.
 */
export const gateFixes: Readonly<Record<string, Message>> = {
  A1: msg('Cite the clause, or the order, that this rests on. If there is none, do not act.'),
  A2: msg(
    'Record when it was posted; ask the platform. Where only a span is known, give its beginning.',
  ),
  A3: msg('Cite a published version. A draft binds nobody.'),
  A4: msg(
    'Cite the version in force at that time. If there was no such rule then, do not act under it.',
  ),
  A5: msg(
    'Cite the same clause from the version in force today as well. If it was repealed, do not act under it.',
  ),
  A6: msg('Cite the clause that covers this harm, or look again at the harm recorded.'),
  A7: msg('Choose a measure that the clause allows.'),
  B1: msg('Choose a measure for this subject.'),
  B2: msg('Choose the smallest target that does the job.'),
  B3: msg('Name the countries, or say that it is global.'),
  B4: msg('Name the countries.'),
  B5: msg('Give the earliest date that does the job.'),
  B7: msg('Leave it, unless a participant reports it.'),
  B8: msg('Say in a sentence what this measure achieves that a smaller one would not.'),
  B9: msg('Give each of them a reason, or choose the lightest that would do.'),
  B10: msg('Record what the content does.'),
  B11: msg('Choose the level whose meaning fits.'),
  B12: msg(
    'Choose a lighter measure, or offer support. If the content itself does a harm, record that harm.',
  ),
  B13: msg('Choose a lighter measure, or none.'),
  B14: msg('Choose a measure on the item, or a lighter one on the account.'),
  B15: msg('Record how likely harm is, and why; or lower the severity.'),
  B16: msg(
    'Say whether it is journalism, research, art, counter-speech, evidence or another purpose, or none.',
  ),
  B17: msg('Say why the harm outweighs the purpose; if you cannot, choose a lighter measure.'),
  B18: msg('Choose the aim that this serves; there are no others than those listed.'),
  B19: msg('Say in a sentence how this content threatens that aim.'),
  B20: msg('Give every part a score or unknown, with a sentence of reason. No total decides.'),
  B21: msg('Take incitement off the record, or look at the score again.'),
  B22: msg('Let a person decide.'),
  B23: msg('Let a person decide.'),
  B24: msg('Let a person decide, or choose a lighter measure.'),
  B25: msg('Let a person decide.'),
  B26: msg('Let a person decide, or choose a lighter measure.'),
  C3: msg('Write what was posted and what was found, in words that the person understands.'),
  C4: msg('Tell the person now; to wait, name the law that allows it and the day it ends.'),
  C5: msg('Keep the appeal open for at least six months.'),
  C6: msg('Set the date on which the record is erased, after the appeal closes.'),
  C7: msg('Let somebody else approve it.'),
  C8: msg('Ask somebody else to approve it.'),
  C9: msg('Ask somebody else to approve it.'),
  C10: msg('Ask somebody else to approve it.'),
  C11: msg('Ask somebody else to approve it.'),
  C12: msg('Ask somebody else to approve it.'),
  C13: msg('Ask somebody else to approve it.'),
  C14: msg('Ask somebody else to approve it.'),
  O2: msg('Go through the gates in the ordinary way.'),
  O3: msg('Say who is in danger, from what, and how it is known.'),
  O4: msg('Ask somebody else to approve it.'),
  O5: msg('Tell the authority that can save the life, and record which one, when and how.'),
  O6: msg('Let it expire within 24 hours; go through the gates to keep the measure.'),
  O7: msg('Suspend until tomorrow.'),
  O8: msg('Put those right.'),
};
