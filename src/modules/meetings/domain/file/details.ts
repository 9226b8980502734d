// What is said of an offer or a need beside its words, between the product and a file: a file's title has words by language and no origin.
import { detailsOrNull, noDetails, type EntryDetails } from '#modules/organisations/domain/entry.ts';
import type { FileDetails } from './edition-file.ts';
import { keptOrNull, written } from './file-text.ts';

export const noFileDetails: FileDetails = { ...noDetails, title: {} };

export const keptDetails = (details: FileDetails | null): EntryDetails | null =>
  details === null ? null : detailsOrNull({ ...details, title: keptOrNull(details.title) });

export const writtenDetails = (details: EntryDetails | null): FileDetails | null =>
  details === null ? null : { ...details, title: written(details.title ?? {}) };

/** Null where nothing of it is said. */
export const fileDetailsOrNull = (details: FileDetails): FileDetails | null => (keptDetails(details) === null ? null : details);
