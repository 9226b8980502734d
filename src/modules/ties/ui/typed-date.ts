// A date on record as it stands in a field that is opened on it.
import { useFormats } from '#client/formats.ts';
import { noDate, type TypedDate } from '#design/fields/date-field.tsx';
import type { FlexDate } from '#kernel/flex-date.ts';

export function useTypedDate(): (date: FlexDate | null) => TypedDate {
  const formats = useFormats();
  return (date) => (date === null ? noDate : { typed: formats.spelt(formats.flexDate(date)), date });
}
