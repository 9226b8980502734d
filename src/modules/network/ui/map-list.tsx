// The same as the map as a list, a part at a time.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { isDrawnOnServer } from '#client/on-server.ts';
import { Ledger, More } from '#design/ledger.tsx';
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
  const rest = rows.length - shown;
  return (
    <>
      <Ledger
        caption={caption}
        columns={[
          { key: 'tie', head: t('network.map_tie'), naming: true, cell: (tie) => <TieLink drawn={drawn} tie={tie} /> },
          {
            key: 'from',
            head: t('network.map_from'),
            cell: ({ line }) => t(drawn.ties.kept[line] === 1 ? 'network.map_from_register' : 'network.map_from_lists'),
          },
          {
            key: 'sides',
            head: t('network.map_sides'),
            cell: ({ line }) => (drawn.ties.oneSided[line] === 1 ? t('network.map_one_sided') : ''),
          },
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
