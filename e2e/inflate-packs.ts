/**
 * Unpacks what `@sparticuz/chromium` carries, in a process of its own: the package unpacks into the
 * temporary folder of the process, which others of the process must not meet. Arguments: the packs.
 */
import { inflate } from '@sparticuz/chromium';

await Promise.all(process.argv.slice(2).map((pack) => inflate(pack)));
