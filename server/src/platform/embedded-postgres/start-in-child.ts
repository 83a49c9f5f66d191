/** Test support: starts the server in the folder given and stays until killed. Not part of the product. */
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';

const server = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '' });
console.log(server.socketDirectory);
setInterval(() => undefined, 60_000);
