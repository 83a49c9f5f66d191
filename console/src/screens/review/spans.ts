/** A part of a text that a signal points to; offsets in UTF-16 units, the end exclusive. */
export interface Span {
  start: number;
  end: number;
  /** The number the signal is shown under. */
  signal: number;
}

/** A piece of a text under the same signals. */
export interface Segment {
  start: number;
  text: string;
  /** Numbers of the signals it lies under, in order; none: plain text. */
  signals: readonly number[];
  /** Those of them that end with it: their numbers are printed here. */
  ends: readonly number[];
}

/**
 * Cuts a text where signals begin and end, so that overlapping ones can all be shown. Nothing of the
 * text is lost or doubled; spans outside of it, or empty, are passed over.
 */
export function segmentsOf(text: string, spans: readonly Span[]): Segment[] {
  const inside = spans
    .map((span) => ({
      ...span,
      start: Math.max(0, span.start),
      end: Math.min(text.length, span.end),
    }))
    .filter((span) => span.start < span.end);
  const cuts = [
    ...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])]),
  ].toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    const over = inside.filter((span) => span.start <= start && span.end >= end);
    return {
      start,
      text: text.slice(start, end),
      signals: numbersOf(over),
      ends: numbersOf(over.filter((span) => span.end === end)),
    };
  });
}

function numbersOf(spans: readonly Span[]): number[] {
  return [...new Set(spans.map(({ signal }) => signal))].toSorted((a, b) => a - b);
}
