// Where something lies, as lists write it: degrees, points, numbers of GeoNames.

const geonames = /^(?:https?:\/\/(?:www\.|sws\.)?geonames\.org\/)?(\d{1,10})(?:[/.].*)?$/;

/** The number of a place in GeoNames, written plainly or as its address; null where it is none. */
export function readGeonamesId(cell: string): number | null {
  const number = Number(geonames.exec(cell.trim())?.[1] ?? 0);
  return number > 0 && number <= 2_000_000_000 ? number : null;
}

/** N45°04'12" and "45 4 12 N" as the usual way to write them. */
const usual = (cell: string): string =>
  cell
    .trim()
    .replace(/^([NSEWO])\s*(?=\d)(.*)$/i, '$2$1')
    .replace(/^(\d{1,3}) (\d{1,2}) (\d{1,2}(?:[.,]\d+)?) ?([NSEWO])$/i, '$1°$2′$3″$4')
    .replace(/^(\d{1,3}) (\d{1,2}(?:[.,]\d+)?) ?([NSEWO])$/i, '$1°$2′$3');

const parts =
  /^([+-]?\d{1,3}(?:[.,]\d+)?)\s*(?:°\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['′’]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["″”]|'')\s*)?)?)?([NSEWO]?)$/i;

const figure = (text: string | undefined): number => Number((text ?? '0').replace(',', '.'));

/** Degrees from "40.7022", "40,7022", "50°58′59″N", "11° 19' W"; null where the cell is none, or beyond `most`. */
export function readDegrees(cell: string, most: 90 | 180): number | null {
  const [, whole, minutes, seconds, sign = ''] = parts.exec(usual(cell)) ?? [];
  if (whole === undefined) return null;
  const degrees = Math.abs(figure(whole)) + figure(minutes) / 60 + figure(seconds) / 3600;
  const negative = whole.startsWith('-') || /[SW]/i.test(sign);
  const isLatitude = /[NS]/i.test(sign);
  if (sign !== '' && isLatitude !== (most === 90)) return null;
  if (degrees > most || figure(minutes) >= 60 || figure(seconds) >= 60) return null;
  return negative ? -degrees : degrees;
}

export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** A position in one cell: well-known text (longitude first, as in "Point(11.32 50.98)"), or latitude and longitude with a comma. */
export function readPoint(cell: string): Position | null {
  const text = cell.trim();
  const [, x, y] = /^(?:<[^>]+>\s*)?POINT\s*\(\s*([-+\d.eE]+)\s+([-+\d.eE]+)\s*\)$/i.exec(text) ?? [];
  // A comma without a blank may be a decimal one, unless both figures have a point.
  const split =
    /^([-+\d.]+\.\d+),([-+\d.]+\.\d+)$/.exec(text)?.slice(1) ??
    /^([-+]?\d+\.\d+\s*[NS]?)\s+([-+]?\d+\.\d+\s*[EWO]?)$/i.exec(text)?.slice(1) ??
    text.split(/\s*,\s+|\s*;\s*/);
  const [first, second] = x === undefined ? split : [y, x];
  if (first === undefined || second === undefined) return null;
  const [latitude, longitude] = [readDegrees(first, 90), readDegrees(second, 180)];
  return latitude === null || longitude === null ? null : { latitude, longitude };
}
