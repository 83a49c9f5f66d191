import { CommanderError, type Command } from 'commander';
import { ConfigError } from '../platform/config.ts';
import { describeFailure, exitCodes, WrongCall } from './failure.ts';
import type { Voice } from './voice.ts';

/** A command's work; a number is the code it ends with. */
export type Work<Rest extends unknown[]> = (...rest: Rest) => Promise<number | void>;

/** The code each program's command ended with. */
const ends = new WeakMap<Command, number>();

/**
 * Gives a command its work, so that a failure is told in words and becomes an exit code.
 * `tried` says what did not happen, for instance "The list was not imported."
 */
export function action<Rest extends unknown[]>(
  voice: Voice,
  tried: string,
  work: Work<Rest>,
): (this: Command, ...rest: Rest) => Promise<void> {
  return async function act(this: Command, ...rest: Rest) {
    let code: number = exitCodes.failed;
    try {
      code = (await work(...rest)) ?? exitCodes.fine;
    } catch (error) {
      voice.fail(describeFailure(tried, error));
      if (error instanceof WrongCall || error instanceof ConfigError) code = exitCodes.usage;
    }
    ends.set(rootOf(this), code);
  };
}

/** Runs a program on its words. @returns the exit code */
export async function run(program: Command, words: readonly string[]): Promise<number> {
  try {
    await program.parseAsync(words, { from: 'user' });
    return ends.get(program) ?? exitCodes.fine;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
  }
}

function rootOf(command: Command): Command {
  return command.parent === null ? command : rootOf(command.parent);
}
