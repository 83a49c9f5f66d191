import { describeFailure } from './command-line/failure.ts';
import { runServer } from './command-line/serve.ts';
import { createVoice } from './command-line/voice.ts';
import { readConfig } from './platform/config.ts';

/** `npm start`: read the settings, start everything, stop everything on Ctrl-C. */
const voice = createVoice();
try {
  await runServer(readConfig(process.env), voice);
} catch (error) {
  voice.fail(describeFailure('\nCommonweal did not start, or did not go on.', error));
  process.exitCode = 1;
}
