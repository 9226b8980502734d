// Looks at a zip file's directory before anything is unpacked: number of entries, declared sizes, ratio, names, encryption.
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { ok, type Result } from '#kernel/result.ts';
import { refuseFile } from './sheets.ts';

export interface ZipLimits {
  readonly entries: number;
  readonly unpackedBytes: number;
  /** Unpacked bytes per packed byte of one entry; small entries are exempt. */
  readonly ratio: number;
}

export const zipLimits: ZipLimits = { entries: 2000, unpackedBytes: 100_000_000, ratio: 250 };

// Tiny files of repeated text pack a thousandfold without harm.
const RATIO_FROM_BYTES = 1_000_000;

export interface OpenZip {
  readonly file: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;
}

/** Opens a zip whose directory is sound and within the limits. yauzl itself refuses `../`, absolute names and sizes that lie. */
export async function openZip(bytes: Uint8Array, limits: ZipLimits): Promise<Result<OpenZip>> {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  let file: ZipFile;
  try {
    file = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      validateEntrySizes: true,
      strictFileNames: true,
    });
    if (file.entryCount > limits.entries) return refuseFile('files.zip_too_many_entries', { most: limits.entries });
    for await (const entry of file.eachEntry()) {
      unpacked += entry.uncompressedSize;
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      if (unpacked > limits.unpackedBytes || (entry.uncompressedSize > RATIO_FROM_BYTES && ratio > limits.ratio)) {
        return refuseFile('files.zip_too_large', { megabytes: Math.round(limits.unpackedBytes / 1e6) });
      }
      if (entry.isEncrypted()) return refuseFile('files.encrypted');
      if (entries.has(entry.fileName)) return refuseFile('files.zip_damaged');
      entries.set(entry.fileName, entry);
    }
  } catch {
    // Every fault of the library here is a fault of the file: the bytes are in memory.
    return refuseFile('files.zip_damaged');
  }
  return ok({ file, entries });
}
