import { log, progress, spinner } from '@clack/prompts';

/** Work under way whose end cannot be measured. */
export interface Working {
  readonly now: (text: string) => void;
  readonly end: (text: string) => void;
  /** Leaves the line as it is; the failure is told elsewhere. */
  readonly stop: () => void;
}

/** Work under way, as a share of a known whole. */
export interface Bar {
  /** `amount` in the unit of the whole. */
  readonly at: (amount: number) => void;
  readonly end: (text: string) => void;
  readonly stop: () => void;
}

/** How the command line speaks: with marks and bars to a person, in plain lines to a file or a pipe. */
export interface Voice {
  readonly say: (text: string) => void;
  readonly done: (text: string) => void;
  readonly warn: (text: string) => void;
  /** Goes to the error output. */
  readonly fail: (text: string) => void;
  readonly working: (text: string) => Working;
  readonly bar: (text: string, whole: number) => Bar;
}

/** The voice for where we speak. */
export function createVoice(): Voice {
  return process.stdout.isTTY && process.env['CI'] === undefined ? markedVoice() : plainVoice();
}

/** One line for each thing, nothing that moves. */
export function plainVoice(
  out: (line: string) => void = (line) => console.log(line),
  error: (line: string) => void = (line) => console.error(line),
): Voice {
  return {
    say: out,
    done: out,
    warn: (text) => out(`Warning: ${text}`),
    fail: error,
    working(text) {
      out(text);
      return { now: out, end: out, stop: () => undefined };
    },
    bar(text, whole) {
      out(text);
      let told = 0;
      return {
        at(amount) {
          const quarters = whole > 0 ? Math.min(3, Math.floor((4 * amount) / whole)) : 0;
          if (quarters > told) out(`  ${25 * (told = quarters)} %`);
        },
        end: out,
        stop: () => undefined,
      };
    },
  };
}

function markedVoice(): Voice {
  return {
    say: (text) => console.log(text),
    done: (text) => log.success(text),
    warn: (text) => log.warn(text),
    fail: (text) => log.error(text, { output: process.stderr }),
    working(text) {
      const shown = spinner();
      shown.start(text);
      return {
        now: (next) => shown.message(next),
        end: (last) => shown.stop(last),
        stop: () => shown.clear(),
      };
    },
    bar(text, whole) {
      const shown = progress({ max: Math.max(1, whole), size: 30 });
      shown.start(text);
      let reached = 0;
      return {
        at(amount) {
          const to = Math.min(amount, whole);
          if (to > reached) shown.advance(to - reached);
          reached = Math.max(reached, to);
        },
        end: (last) => shown.stop(last),
        stop: () => shown.clear(),
      };
    },
  };
}
