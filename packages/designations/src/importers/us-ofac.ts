import Papa from 'papaparse';
import { ListRefused } from '../list-refused.ts';
import { editionFiles, firstLineOf } from '../reading/edition-files.ts';
import type { EditionFile } from '../reading/pack-edition.ts';
import { peek, type Bytes } from '../reading/read-text.ts';
import type { ListImport } from '../register.ts';
import { importUsSdnCsv } from './us-ofac-csv.ts';
import { importUsSdnEnhanced } from './us-ofac-enhanced.ts';
import type { OfacOptions } from './us-ofac-entity.ts';
import { importUsSdnXml } from './us-ofac-xml.ts';

/**
 * Reads the list of Specially Designated Nationals in any of the forms it is published in, told by how
 * the file begins: SDN.XML, ENHANCED_XML, SDN.CSV, or a ZIP archive of one of them, in which SDN.CSV may
 * have ALT.CSV beside it. What else OFAC puts into its archives is passed over.
 */
export async function importUsSdn(chunks: Bytes, options: OfacOptions = {}): Promise<ListImport> {
  const edition = await editionFiles(chunks);
  if ('file' in edition) return readOne(edition.file, options);
  const xml = edition.files.find((file) => firstLineOf(file).startsWith('<'));
  if (xml !== undefined) return readOne([xml.bytes], options);
  const columns = (file: EditionFile) =>
    Papa.parse<string[]>(firstLineOf(file)).data[0]?.length ?? 0;
  const sdn = edition.files.find((file) => columns(file) === 12);
  const alt = edition.files.find((file) => columns(file) === 5 && ALIAS.test(firstLineOf(file)));
  if (sdn === undefined)
    throw new ListRefused(
      'wrong_columns',
      'None of the files is SDN.CSV, SDN.XML or ENHANCED_XML',
      'Give SDN.CSV and ALT.CSV together, or one of the others. Nothing was taken in.',
    );
  return importUsSdnCsv([sdn.bytes], alt === undefined ? null : [alt.bytes], options);
}

const ALIAS = /^\d+,\d+,"?(?:aka|fka|nka)/;

async function readOne(chunks: Bytes, options: OfacOptions): Promise<ListImport> {
  const { head, chunks: whole } = await peek(chunks, 2048);
  const begins = head.toString('utf8');
  if (!/^\uFEFF?\s*</u.test(begins)) return importUsSdnCsv(whole, null, options);
  const isEnhanced = /<(?:\w+:)?sanctionsData[\s>]/u.test(begins);
  return isEnhanced ? importUsSdnEnhanced(whole, options) : importUsSdnXml(whole, options);
}
