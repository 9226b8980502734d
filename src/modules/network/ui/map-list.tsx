// The same as the map as a list, a part at a time.
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useText } from '#client/language.ts';
import { isDrawnOnServer } from '#client/on-server.ts';
import { DataTable, More } from '#design/data-table.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { useClassNames } from './map-filters.tsx';
import { slugOfTie, type Drawn, type ListedTie } from './map-model.ts';

const firstRows = 60;
const moreRows = 300;
/** Where no script shows more of them. */
const mostServed = 2000;

export function PlaceName({ drawn: { places }, place }: { readonly drawn: Drawn; readonly place: number }) {
  const language = places.nameLanguage[place] ?? '';
  const name = places.name[place] ?? '';
  return language === '' ? name : <span lang={language}>{name}</span>;
}

export function TieLink({ drawn, tie }: { readonly drawn: Drawn; readonly tie: ListedTie }) {
  return (
    <Link to="/ties/$slug" params={{ slug: slugOfTie(drawn, tie.line) }}>
      <PlaceName drawn={drawn} place={tie.one} /> – <PlaceName drawn={drawn} place={tie.other} />
    </Link>
  );
}

/** Beside a tie that not everybody may see, of the map and of the network. */
export function NotPublic() {
  const { t } = useText();
  return (
    <>
      {' '}
      <VisibilityMark visibility="private">{t('network.not_public')}</VisibilityMark>
    </>
  );
}

/** A column, where it has something to tell. */
const columnsOf = (tells: boolean, key: string, head: string, cell: (tie: ListedTie) => string) => (tells ? [{ key, head, cell }] : []);

export function TieList({
  drawn,
  rows,
  caption,
}: {
  readonly drawn: Drawn;
  readonly rows: readonly ListedTie[];
  readonly caption: string;
}) {
  const { t } = useText();
  const [shown, setShown] = useState(firstRows);
  const className = useClassNames();
  const hidden = useMemo(() => new Set(drawn.notPublic), [drawn]);
  const rest = rows.length - shown;
  return (
    <>
      <DataTable
        caption={caption}
        columns={[
          {
            key: 'tie',
            head: t('network.map_tie'),
            naming: true,
            cell: (tie) => (
              <>
                <TieLink drawn={drawn} tie={tie} />
                {hidden.has(tie.line) && <NotPublic />}
              </>
            ),
          },
          ...columnsOf(drawn.classes.length > 0, 'class', t('ties.class'), ({ line }) =>
            className(drawn.classes[(drawn.ties.class[line] ?? 0) - 1] ?? ''),
          ),
          ...columnsOf(
            drawn.listedBy.some((sets) => sets.length > 0),
            'from',
            t('network.map_from'),
            ({ line }) => t(drawn.ties.kept[line] === 1 ? 'network.map_from_register' : 'network.map_from_lists'),
          ),
          ...columnsOf(
            rows.some(({ line }) => drawn.ties.oneSided[line] === 1),
            'sides',
            t('network.map_sides'),
            ({ line }) => (drawn.ties.oneSided[line] === 1 ? t('network.map_one_sided') : ''),
          ),
        ]}
        rows={rows.slice(0, shown)}
        rowKey={({ line }) => String(line)}
        brief
      />
      {isDrawnOnServer && rest > 0 && (
        <ul className="unscripted">
          {rows.slice(shown, mostServed).map((tie) => (
            <li key={tie.line}>
              <TieLink drawn={drawn} tie={tie} />
            </li>
          ))}
        </ul>
      )}
      {rest > 0 && <More rest={rest} onMore={() => setShown((count) => count + moreRows)} />}
    </>
  );
}
