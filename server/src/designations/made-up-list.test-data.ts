/** An entry of a made-up edition. All names are invented. */
export interface MadeUpEntry {
  readonly reference: string;
  readonly kind: 'organisation' | 'person';
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly listedOn?: string;
}

const colours = 'Grey Amber Crimson Indigo Russet Teal Umber Violet Ochre Silver'.split(' ');
const birds = 'Heron Plover Godwit Curlew Dunlin Avocet Turnstone Whimbrel'.split(' ');
const bodies = 'Front Column Circle Vanguardia Assembly Legionary Phalange Nucleus'.split(' ');

/** The `at`th invented organisation, each with another name. */
export function madeUpOrganisation(at: number): MadeUpEntry {
  const [colour, bird, body] = [colours, birds, bodies].map(
    (words, place) => words[Math.floor(at / [1, 10, 80][place]!) % words.length],
  );
  return {
    reference: `XXe.${String(at + 1).padStart(3, '0')}`,
    kind: 'organisation',
    name: `${colour} ${bird} ${body}`,
  };
}

/** The `at`th invented person. */
export function madeUpPerson(at: number): MadeUpEntry {
  const { name } = madeUpOrganisation(at);
  const [given, family] = name.split(' ');
  return {
    reference: `XXi.${String(at + 1).padStart(3, '0')}`,
    kind: 'person',
    name: `${given}ius ${family}ovic ${name.split(' ')[2]}sen`,
  };
}

/** As many as a real edition has at least. */
export function wholeEdition(organisations = 160, persons = 420): MadeUpEntry[] {
  return [
    ...Array.from({ length: organisations }, (_, at) => madeUpOrganisation(at)),
    ...Array.from({ length: persons }, (_, at) => madeUpPerson(at)),
  ];
}

/** The entries in the UN's XML. */
export function unXml(entries: readonly MadeUpEntry[], generatedAt = '2026-03-01'): Buffer {
  const of = (kind: MadeUpEntry['kind'], element: string) =>
    entries.filter((entry) => entry.kind === kind).map((entry) => entryXml(entry, element));
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="${generatedAt}T00:00:00.000Z">
<INDIVIDUALS>${of('person', 'INDIVIDUAL').join('\n')}</INDIVIDUALS>
<ENTITIES>${of('organisation', 'ENTITY').join('\n')}</ENTITIES>
</CONSOLIDATED_LIST>`,
  );
}

function entryXml({ reference, name, aliases = [], listedOn }: MadeUpEntry, element: string) {
  const others = aliases.map(
    (alias) =>
      `<${element}_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>${alias}</ALIAS_NAME></${element}_ALIAS>`,
  );
  return `<${element}><FIRST_NAME>${name}</FIRST_NAME><UN_LIST_TYPE>Invented</UN_LIST_TYPE>
<REFERENCE_NUMBER>${reference}</REFERENCE_NUMBER><LISTED_ON>${listedOn ?? '2020-01-01'}</LISTED_ON>${others.join('')}</${element}>`;
}
