// Workbooks for tests, hostile ones included.
import type { ZipPart } from './write-zip.ts';
import { streamXml } from './xml-stream.ts';
import { openZip, zipLimits } from './zip-directory.ts';

/** How many cells a workbook has, and what in it is more than texts and plain numbers: formulas, links, cells of other types, other formats. */
export async function cellsIn(bytes: Uint8Array): Promise<{ readonly cells: number; readonly live: readonly string[] }> {
  const zip = await openZip(bytes, zipLimits);
  if (!zip.ok) throw new Error('The bytes are no workbook.');
  const live: string[] = [];
  let cells = 0;
  const open = (tag: string, { r = '', t = 'n', numFmtId = '0' }: Readonly<Record<string, string>>): void => {
    if (tag === 'c') cells += 1;
    const isPlain = (tag !== 'c' || ['s', 'inlineStr', 'n'].includes(t)) && (tag !== 'xf' || ['0', '49'].includes(numFmtId));
    if (!isPlain || tag === 'f' || tag === 'hyperlink') live.push(`${tag} ${r}`);
  };
  for (const name of zip.value.entries.keys()) if (name.endsWith('.xml')) await streamXml(zip.value, name, { open }, 1e8);
  return { cells, live };
}

/** The zip file with another size claimed for one part, in its head and in the directory. */
export function claiming(zip: Uint8Array, name: string, size: number): Uint8Array {
  const bytes = Buffer.from(zip);
  bytes.writeUInt32LE(size, bytes.indexOf(name) - 8);
  bytes.writeUInt32LE(size, bytes.lastIndexOf(name) - 22);
  return new Uint8Array(bytes);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook with one sheet of this XML and further parts. */
export const workbookParts = (sheetXml: string, more: readonly ZipPart[] = []): ZipPart[] => [
  {
    name: 'xl/workbook.xml',
    content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Participants" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
  },
  { name: 'xl/worksheets/sheet1.xml', content: sheetXml },
  ...more,
];

/** A sheet's XML around rows. */
export const sheetOf = (rows: string): string =>
  `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
