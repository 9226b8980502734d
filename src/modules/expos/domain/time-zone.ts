// Which names are time zones; apart from venue-time, so that a contract does not bring Temporal to every reader.

const ZONE = /^[A-Za-z]+([/_+-][A-Za-z0-9]+)*$/;

/** Whether `zone` names an IANA time zone, e.g. `'Asia/Shanghai'`; bare offsets such as `'+08:00'` are none. */
export function isTimeZone(zone: string): boolean {
  if (!ZONE.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
