import { createProgram } from './program.ts';
import { run } from './run.ts';
import { createVoice } from './voice.ts';

/** `commonweal …`: reads the words, does one thing, ends with a code that scripts can use. */
process.exitCode = await run(createProgram(createVoice()), process.argv.slice(2));
