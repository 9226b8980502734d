// How the desk writes its days and its ties.
import { Link } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { Named } from '#design/named.tsx';
import type { FlexDate } from '#kernel/flex-date.ts';
import type { Desk } from '../../contract/register.ts';

/** 15 Nov where the year is that of the page; else as much as is known. */
export function useShortDate(today: string): (date: FlexDate) => string {
  const formats = useFormats();
  return (date) =>
    date.text.length === 10 && date.text.slice(0, 4) === today.slice(0, 4) && date.qualifier === 'exact'
      ? formats.day(date.text, 'short')
      : formats.spelt(formats.flexDate(date, 'table'));
}

/** `at`: where on its page. */
export function TieLink({ desk, tieId, at }: { readonly desk: Desk; readonly tieId: string; readonly at?: string }) {
  const row = desk.rows.find((known) => known.tieId === tieId);
  if (row === undefined) return null;
  return (
    <Link to="/ties/$slug" params={{ slug: row.slug }} {...(at === undefined ? {} : { hash: at })}>
      {row.near !== null && (
        <>
          <Named text={row.near.name} quiet /> –{' '}
        </>
      )}
      <Named text={row.city.name} quiet />
    </Link>
  );
}
