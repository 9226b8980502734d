// Streams one entry of a zip through an XML parser that knows no entities and refuses document types.
import { SaxesParser } from 'saxes';
import { refuseFile } from './sheets.ts';
import { Stop } from './stop.ts';
import type { OpenZip } from './zip-directory.ts';

/** Callbacks of the parser: local names without prefix. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Parses the entry; absent entries are skipped and answer false. Throws `Stop` when the file is to be refused. */
export async function streamXml(zip: OpenZip, name: string, handlers: XmlHandlers, mostBytes: number): Promise<boolean> {
  const entry = zip.entries.get(name);
  if (entry === undefined) return false;
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on('error', () => {
    throw new Stop(refuseFile('files.workbook_damaged', { part: name }));
  });
  parser.on('doctype', () => {
    throw new Stop(refuseFile('files.workbook_damaged', { part: name }));
  });
  parser.on('opentag', (tag) => {
    handlers.open(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => handlers.close?.(localName(tag.name)));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  const stream = await zip.file.openReadStreamPromise(entry).catch(() => {
    throw new Stop(refuseFile('files.zip_damaged'));
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      const part = chunk as Uint8Array;
      bytes += part.byteLength;
      // The directory may lie about sizes; what really comes out is counted too.
      if (bytes > mostBytes) throw new Stop(refuseFile('files.zip_too_large', { megabytes: Math.round(mostBytes / 1e6) }));
      parser.write(decoder.decode(part, { stream: true }));
    }
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(refuseFile('files.workbook_damaged', { part: name }));
  } finally {
    stream.destroy();
  }
  return true;
}
