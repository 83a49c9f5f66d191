import * as fc from 'fast-check';

/** Text rich in what folding has to get right. */
export const awkwardText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...Array.from('aAbei sk.-\u0301\u0327\u0307')) },
      fc.constantFrom(...Array.from('ßİςΣÉﬁ½⑴ﷺ㎏ǰΐ\u0344\u200b\u200d\u202e\u034f\ufe0f\u20e3')),
      fc.constantFrom(...Array.from('مأاىکةـ\u064e\u0651\u0654\u0657\ufe77\ufc5e')),
      fc.constantFrom(...Array.from('कि\u094dকে\u09be\u09d7สิ่中文カﾞが\u3099\u1112\u1161\u11ab하')),
      fc.constantFrom('𝐀', '𑄱', '\u{11127}', '🔥', '\ud800', '\udc00', '\u{e0061}', '\u{16d67}'),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));
