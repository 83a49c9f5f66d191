import { listedOrganisation, listedPerson } from './invented.ts';

const starts =
  'Bran Cald Dorv Eld Farn Gril Hask Ivor Jast Korm Lorv Mald Nerv Orst Pell Quon'.split(' ');
const middles = 'ami eri oda uva ile asa enu oro ula ika'.split(' ');
const ends = 'dane vick moor stal reth quist lund varn toll gard mere shaw'.split(' ');
const bodies = ['Column', 'Phalanx', 'Vanguardia', 'Legionary Circle', 'Nucleus'];

/** Another made-up name for every number: nobody and nothing is called so. */
function madeUpName(at: number): string {
  return pick(starts, at) + pick(middles, at / starts.length) + pick(ends, at / 7);
}

function pick(words: readonly string[], by: number): string {
  return words[Math.floor(by) % words.length] ?? '';
}

/**
 * A whole edition of an invented list in the form of the UN's: as many entries as a real one has,
 * since fewer would rightly be refused as damaged.
 */
export function inventedList(organisations = 170, persons = 430): string {
  const entities = Array.from({ length: organisations }, (_, at) =>
    at === 0 ? listedOrganisation : `${madeUpName(at * 3 + 1)} ${bodies[at % bodies.length]} ${at}`,
  );
  const individuals = Array.from({ length: persons }, (_, at) =>
    at === 0 ? listedPerson : `${madeUpName(at * 5 + 2)} ${madeUpName(at * 11 + 3)}`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="2026-11-02T00:00:00.000Z">
<INDIVIDUALS>
${individuals.map((name, at) => entry('INDIVIDUAL', 'LGi', name, at)).join('\n')}
</INDIVIDUALS>
<ENTITIES>
${entities.map((name, at) => entry('ENTITY', 'LGe', name, at)).join('\n')}
</ENTITIES>
</CONSOLIDATED_LIST>
`;
}

function entry(element: string, series: string, name: string, at: number): string {
  const number = String(at + 1).padStart(3, '0');
  return `<${element}><FIRST_NAME>${name}</FIRST_NAME><UN_LIST_TYPE>Invented</UN_LIST_TYPE><REFERENCE_NUMBER>${series}.${number}</REFERENCE_NUMBER><LISTED_ON>2020-05-04</LISTED_ON></${element}>`;
}
