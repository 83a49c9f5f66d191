/** Editions one after another: whatever came between, the register says what the last one says, and what each said on its day. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { compareEdition, type Differences, type Known } from './compare-edition.ts';
import type { EditionEntry, PastEntry } from './read-edition.ts';

interface Said {
  readonly reference: string;
  readonly listedOn: string | null;
  readonly name: string;
}

interface Sheet {
  readonly day: string;
  readonly said: readonly Said[];
}

const dayAt = (at: number) => new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10);

function entryOf({ reference, listedOn, name }: Said): EditionEntry {
  const digest = createHash('sha256').update(`${reference} ${listedOn} ${name}`).digest();
  return {
    reference,
    kind: 'organisation',
    name,
    listType: '',
    listedOn,
    expiresOn: null,
    effects: null,
    countries: [],
    birthYears: [],
    sameAs: [],
    names: [],
    digest,
  };
}

/** Takes a sheet into the rows, as the database does. */
function takeIn(
  rows: readonly Known[],
  entries: readonly EditionEntry[],
  past: readonly PastEntry[],
  days: { readonly edition: string; readonly previous: string | null },
): Known[] {
  const {
    added,
    changed,
    ended,
    corrected,
    past: fresh,
  } = compareEdition(rows, { entries, past }, days);
  const ends = new Map([...ended, ...corrected].map(({ row, on, by }) => [row, { on, by }]));
  const says = new Map(changed.map(({ row, entry }) => [row, entry]));
  const kept = rows.map((row): Known => {
    const end = ends.get(row);
    if (end !== undefined) {
      const begins = row.begins_on ?? row.listed_on!;
      const from = begins < end.on ? begins : end.on;
      return { ...row, begins_on: from, ended_on: end.on, ended_by: end.by };
    }
    const entry = says.get(row);
    return entry === undefined ? row : { ...row, listed_on: entry.listedOn, digest: entry.digest };
  });
  const begun = [...added.map((each) => ({ ...each, endedOn: null })), ...fresh].map(
    ({ entry, beginsOn, endedOn }): Known => ({
      designation_id: '',
      reference: entry.reference,
      listed_on: entry.listedOn,
      begins_on: beginsOn,
      ended_on: endedOn,
      ended_by: endedOn === null ? null : 'publisher',
      digest: entry.digest,
    }),
  );
  return [...kept, ...begun];
}

/** Editions on rising days, whose entries were listed before their edition, not on the day of one before. */
const sheets = fc
  .array(
    fc.uniqueArray(
      fc.record({
        reference: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
        back: fc.option(fc.integer({ min: 0, max: 60 })),
        name: fc.constantFrom('one', 'two'),
      }),
      { selector: ({ reference }) => reference },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((editions) =>
    editions.map((entries, at): Sheet => ({
      day: dayAt(100 + at * 20),
      said: entries.map(({ reference, back, name }) => ({
        reference,
        name,
        // Not the day of another edition: by the day alone nobody can tell which came first.
        listedOn: back === null || back % 20 === 0 ? null : dayAt(100 + at * 20 - back),
      })),
    })),
  );

test('after any editions the register stands as the last one says, whatever came before', () => {
  fc.assert(
    fc.property(sheets, (editions) => {
      let rows: Known[] = [];
      let previous: string | null = null;
      for (const { day, said } of editions) {
        const before = rows.filter((row) => row.ended_on === null);
        const entries = said.map(entryOf);
        const { added, changed, ended, unchanged }: Differences = compareEdition(
          rows,
          { entries, past: [] },
          { edition: day, previous },
        );
        assert.equal(added.length + changed.length + unchanged, entries.length);
        assert.equal(before.length + added.length - ended.length, entries.length);
        rows = takeIn(rows, entries, [], { edition: day, previous });
        const open = rows.filter((row) => row.ended_on === null);
        assert.deepEqual(
          open.map((row) => row.digest.toString('hex')).toSorted(),
          entries.map((entry) => entry.digest.toString('hex')).toSorted(),
        );
        for (const row of rows)
          assert.ok(
            row.ended_on === null || row.ended_on >= row.begins_on!,
            'no end before its beginning',
          );
        previous = day;
      }
      for (const { day, said } of editions) {
        const listed = rows.filter(
          (row) => row.begins_on! <= day && (row.ended_on === null || row.ended_on > day),
        );
        const wanted = said.map(({ reference }) => reference).toSorted();
        assert.deepEqual(listed.map((row) => row.reference).toSorted(), wanted, `on ${day}`);
      }
    }),
    { numRuns: 2000 },
  );
});

test('what is printed as ended is known once, on the day that is printed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: 90 }),
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      (endsAt, times, seenBefore) => {
        const entry = entryOf({ reference: 'A', listedOn: dayAt(10), name: 'one' });
        const past: PastEntry = { ...entry, endedOn: dayAt(endsAt) };
        const first = { edition: dayAt(50), previous: null };
        let rows = seenBefore ? takeIn([], [entry], [], first) : [];
        rows = takeIn(rows, [], [], { edition: dayAt(60), previous: dayAt(50) });
        for (let time = 0; time < times; time++)
          rows = takeIn(rows, [], [past], { edition: dayAt(100 + time), previous: dayAt(99) });
        assert.equal(rows.length, 1);
        assert.equal(rows[0]?.ended_by, 'publisher');
        assert.equal(rows[0].ended_on, dayAt(endsAt));
      },
    ),
    // Also that the printed day is the very one that was guessed.
    { examples: [[60, 1, true]], numRuns: 1000 },
  );
});
