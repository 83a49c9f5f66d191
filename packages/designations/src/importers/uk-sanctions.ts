import { peek, type Bytes } from '../reading/read-text.ts';
import type { ListImport } from '../register.ts';
import { importUkSanctionsCsv } from './uk-sanctions-csv.ts';
import { importUkSanctionsXml } from './uk-sanctions-xml.ts';

/** Reads the UK Sanctions List in either of the forms it is published in, told by how the file begins. */
export async function importUkSanctions(chunks: Bytes): Promise<ListImport> {
  const { head, chunks: whole } = await peek(chunks);
  const isXml = /^\uFEFF?\s*</u.test(head.toString('utf8'));
  return isXml ? importUkSanctionsXml(whole) : importUkSanctionsCsv(whole);
}
