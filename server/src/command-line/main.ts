import { createProgram } from './program.ts';
import { run } from './run.ts';
import { createVoice } from './voice.ts';

/** `commonweal …`: reads the words, does one thing, ends with a code that scripts can use. */
process.exitCode = await run(createProgram(createVoice()), process.argv.slice(2));
// A command that is done ends, even where something it opened would still wait.
setTimeout(() => process.exit(), 5000).unref();
