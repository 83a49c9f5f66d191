import { blank, type Facts } from '../facts.ts';
import type { RabatAnswer } from '../gate-types.ts';
import { meets, table } from '../rule.ts';
import { neverSoleGround, rabatParts, type RabatPart } from '../words.ts';

const rabat = 'Rabat Plan of Action, A/HRC/22/17/Add.4, appendix para 29';
const incitement = 'A/HRC/16/51 practice 8; Regulation (EU) 2021/784 Art 2(7)(a)';

/** Gate B, harm and context: what was done, how grave it is, and what it was for. */
export const harmRules = table('B', 'not_necessary', [
  {
    id: 'B10',
    holds: 'At least one harm is recorded.',
    test: ({ record }) => meets(record.harm.categories.length > 0, 'missing'),
    failsAs: 'incomplete',
    pointer: '/record/harm/categories',
    otherwise: 'No harm is recorded.',
    fix: 'Record what the content does.',
    source: 'General Comment 34 para 35',
  },
  {
    id: 'B11',
    holds: 'The severity is recorded.',
    test: ({ record }) => meets(record.harm.severity !== null, 'missing'),
    failsAs: 'incomplete',
    pointer: '/record/harm/severity',
    otherwise: 'The severity is not recorded.',
    fix: 'Choose the level whose meaning fits.',
    source: 'General Comment 34 para 34; Regulation (EU) 2021/784 Art 5(3)',
  },
  {
    id: 'B12',
    holds: 'The harm is more than radicalisation or borderline context alone.',
    when: 'the measure takes content or a voice away, or refers somebody to an authority',
    applies: ({ measure, record }) => measure.heavy && record.harm.categories.length > 0,
    test: ({ record }) =>
      meets(
        record.harm.categories.some((category) => !neverSoleGround.includes(category)),
        'failed',
      ),
    pointer: '/record/harm/categories',
    otherwise:
      'Radicalisation is a process and borderline context a protection; neither alone carries this measure.',
    fix: 'Choose a lighter measure, or offer support. If the content itself does a harm, record that harm.',
    source: 'General Comment 34 para 46; Regulation (EU) 2021/784 Art 1(3)',
    holdsInEmergency: true,
  },
  {
    id: 'B13',
    holds:
      'Severity 1 is not removed, restricted, suspended, banned or referred; an order may geo-restrict it.',
    when: 'the severity is 1 and the measure is a heavy one',
    applies: ({ measure, record }) => record.harm.severity === 1 && measure.heavy,
    test: ({ proposal, ground }) =>
      meets(proposal.measure === 'geo_restrict' && ground.type !== 'policy_clause', 'failed'),
    pointer: '/proposal/measure',
    otherwise: 'Severity 1 is ambiguous or lawful content, and does not carry this measure.',
    fix: 'Choose a lighter measure, or none.',
    source: 'General Comment 34 paras 34 and 46; UN Guiding Principle 23',
  },
  {
    id: 'B14',
    holds: 'Severities 1 and 2 do not cost anybody the account.',
    when: 'the severity is 1 or 2 and the measure is suspend or ban',
    applies: ({ proposal, record }) =>
      (record.harm.severity === 1 || record.harm.severity === 2) &&
      (proposal.measure === 'suspend' || proposal.measure === 'ban'),
    test: () => 'failed',
    pointer: '/proposal/measure',
    otherwise: 'Content of this severity does not carry the loss of the account.',
    fix: 'Choose a measure on the item, or a lighter one on the account.',
    source: 'General Comment 34 para 34; Regulation (EU) 2022/2065 Art 23(3)',
  },
  {
    id: 'B15',
    holds: 'Glorification alone is severity 4 or 5 only where a likelihood of harm is shown.',
    when: 'glorification is the only harm that could carry the measure, and the severity is 4 or 5',
    applies: ({ record }) =>
      (record.harm.severity ?? 0) >= 4 &&
      record.harm.categories.includes('glorification') &&
      record.harm.categories.every((c) => c === 'glorification' || neverSoleGround.includes(c)),
    test: ({ record }) => {
      const score = record.rabat.likelihood?.score ?? 'unknown';
      return score === 'unknown' ? 'missing' : meets(score > 0, 'failed');
    },
    pointer: '/record/rabat/likelihood',
    otherwise: 'Praise without danger is not of this severity.',
    fix: 'Record how likely harm is, and why; or lower the severity.',
    source: 'General Comment 34 para 46; Regulation (EU) 2021/784 Art 2(7)(a)',
  },
  {
    id: 'B16',
    holds: 'The purpose of the content was asked.',
    test: ({ record }) => meets(record.context.purpose !== null, 'missing'),
    failsAs: 'incomplete',
    pointer: '/record/context/purpose',
    otherwise: 'Nobody has asked what the content was for.',
    fix: 'Say whether it is journalism, research, art, counter-speech, evidence or another purpose, or none.',
    source: 'General Comment 34 paras 34 and 46; Regulation (EU) 2021/784 Art 1(3)',
  },
  {
    id: 'B17',
    holds: 'It is said why the purpose does not outweigh the harm.',
    when: 'the purpose is a protected one, or unclear, and the measure is a heavy one',
    applies: ({ measure, protectedPurpose, record }) =>
      measure.heavy && (protectedPurpose || record.context.purpose === 'unclear'),
    test: ({ record }) => meets(!blank(record.context.note), 'missing'),
    failsAs: 'incomplete',
    pointer: '/record/context/note',
    otherwise: 'The content may serve a protected purpose, and nothing says why that gives way.',
    fix: 'Say why the harm outweighs the purpose; if you cannot, choose a lighter measure.',
    source: 'General Comment 34 para 46; Regulation (EU) 2021/784 Art 1(3)',
  },
  {
    id: 'B18',
    holds: 'One legitimate aim is named.',
    test: ({ record }) => meets(record.aim.aim !== null, 'missing'),
    failsAs: 'incomplete',
    pointer: '/record/aim/aim',
    otherwise: 'No legitimate aim is named.',
    fix: 'Choose the aim that this serves; there are no others than those listed.',
    source: 'ICCPR Art 19(3); General Comment 34 para 22',
  },
  {
    id: 'B19',
    holds: 'The threat to that aim is described for this case.',
    test: ({ record }) => meets(!blank(record.aim.threat), 'missing'),
    failsAs: 'incomplete',
    pointer: '/record/aim/threat',
    otherwise: 'Nothing says what the threat is in this case.',
    fix: 'Say in a sentence how this content threatens that aim.',
    source: 'General Comment 34 para 35',
  },
  {
    id: 'B20',
    holds: "Each of the Rabat test's six parts has a score, or unknown, and a reason.",
    when: 'the harm is incitement, the ground is policy, and the measure is a heavy one on the ladder',
    applies: needsRabat,
    test: ({ record }) =>
      meets(
        rabatParts.every((part) => isAnswered(record.rabat[part])),
        'missing',
      ),
    failsAs: 'incomplete',
    pointer: (facts) => `/record/rabat/${unansweredPart(facts) ?? ''}`,
    otherwise: (facts) =>
      `The Rabat test is not complete: ${unansweredPart(facts) ?? ''} has no reason yet.`,
    fix: 'Give every part a score or unknown, with a sentence of reason. No total decides.',
    source: rabat,
  },
  {
    id: 'B21',
    holds: 'Neither intent nor likelihood is scored none.',
    when: 'the Rabat test is needed',
    applies: needsRabat,
    test: ({ record }) =>
      meets(record.rabat.intent?.score !== 0 && record.rabat.likelihood?.score !== 0, 'failed'),
    pointer: ({ record }) =>
      record.rabat.intent?.score === 0 ? '/record/rabat/intent' : '/record/rabat/likelihood',
    otherwise: 'What is not meant to incite, or is not likely to, is not incitement.',
    fix: 'Take incitement off the record, or look at the score again.',
    source: incitement,
  },
]);

function needsRabat({ measure, ground, record }: Facts): boolean {
  return (
    measure.heavy &&
    measure.onLadder &&
    ground.type !== 'order' &&
    record.harm.categories.includes('incitement')
  );
}

function isAnswered(answer: RabatAnswer | undefined): boolean {
  return answer !== undefined && !blank(answer.reason);
}

function unansweredPart({ record }: Facts): RabatPart | undefined {
  return rabatParts.find((part) => !isAnswered(record.rabat[part]));
}

/** Whether incitement rests on an intent or a likelihood that nobody knows. */
export function rabatIsUncertain(facts: Facts): boolean {
  const { intent, likelihood } = facts.record.rabat;
  return needsRabat(facts) && (intent?.score === 'unknown' || likelihood?.score === 'unknown');
}
