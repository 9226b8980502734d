// Rows of public editions and their public directories.
import type { showListing } from '#modules/expos/api/list-directory.ts';
import type { showEditions } from '#modules/expos/api/edition/open-edition.ts';
import type { OpenRow } from '../../domain/open-data/package.ts';
import { anyText, inChinese, inEnglish, textCells } from './cells.ts';

export type Edition = Awaited<ReturnType<typeof showEditions>>[number];
type Listing = ReturnType<typeof showListing>;

export const editionRow = ({ counts, ...edition }: Edition): OpenRow => ({
  ...{ id: edition.id, address: edition.slug, ...textCells('name', edition.name), ...textCells('venue', edition.venue) },
  ...{ first_day: edition.firstDay, last_day: edition.lastDay, time_zone: edition.timeZone },
  ...{ exhibitors: counts.exhibitors, countries: counts.countries, stands: counts.stands },
  ...{ unclaimed: edition.isUnclaimed, expo: edition.expo?.id ?? null, ...textCells('expo', edition.expo?.name) },
  ...{ organiser: edition.organiser, ...textCells('organiser', edition.organiserName) },
});

export const participantRow = (listing: Listing, edition: Edition): OpenRow => {
  const [en, zh] = [inEnglish(listing.name), inChinese(listing.name)];
  return {
    ...{ id: listing.participantId, organisation: listing.organisationId, edition: edition.slug, role: listing.role, code: listing.code },
    ...{ name_en: en, name_zh: zh, name: en === null && zh === null ? anyText(listing.name) : null },
    ...{ country: listing.country, city: listing.city, stand: listing.standCode, hall: listing.hall, leads_stand: listing.leadsStand },
  };
};
