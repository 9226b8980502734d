// What happened in and around the tie, the newest first.
import { Link } from '@tanstack/react-router';
import { later } from '#design/notices/later.tsx';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { AsWritten, Named, useNaming } from '#design/named.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Section } from '#design/page.tsx';
import { Rows, type RowEntry } from '#design/rows.tsx';
import { compareDates } from '#kernel/flex-date.ts';
import { SourceName } from '#modules/evidence/ui/said.tsx';
import type { ExchangeShown, Tie } from '../../contract/shapes.ts';
import { useExchangeKind } from '../words.tsx';

const WordsOfOthers = later(() => import('./words-of-others.tsx'), 'WordsOfOthers');
const ExchangeDialog = later(() => import('./exchange-dialog.tsx'), 'ExchangeDialog');

export function TieTimeline({ tie, office }: { readonly tie: Tie; readonly office: string | null }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const kindOf = useExchangeKind();
  const [editing, setEditing] = useState<ExchangeShown | 'new' | null>(null);
  const sorted = tie.exchanges.toSorted((x, y) => compareDates(y.starts, x.starts));
  const rows = sorted.map((exchange): RowEntry => {
    const { id, starts, ends, title, domains, ledBy, people, note, source, visibility, mayEdit, words: said } = exchange;
    const words = [
      kindOf(exchange, [tie.cities.a, tie.cities.b]),
      formats.list(domains.map((domain) => t(`cities.domain_${domain}`))),
      ledBy ?? '',
      people === null ? '' : t('ties.people', { count: people }),
    ].filter((part) => part !== '');
    return {
      key: id,
      id: `exchange-${id}`,
      when: `${formats.spelt(formats.flexDate(starts, 'table'))}${ends === null || ends.text === starts.text ? '' : t('ties.until', { end: formats.spelt(formats.flexDate(ends, 'table')) })}`,
      what:
        exchange.kind === 'visit' ? (
          <Link to="/ties/$slug/visits/$id" params={{ slug: tie.slug, id }}>
            <Named text={title} />
          </Link>
        ) : (
          <Named text={title} />
        ),
      detail: (
        <>
          {words.join(t('ties.comma'))}
          {note !== null && (
            <>
              <br />
              <AsWritten text={note} named />
            </>
          )}
          {source !== null && source.title !== '' && (
            <>
              <br />
              <SourceName source={source} />
            </>
          )}
          {said.length > 0 && <WordsOfOthers words={said} />}
        </>
      ),
      end: (
        <>
          {tie.kept.length > 0 && <VisibilityMark visibility={visibility} />}{' '}
          {mayEdit && (
            <Button kind="text" aria-label={t('ties.edit_whom', { name: naming(title) })} onPress={() => setEditing(exchange)}>
              {t('ties.edit')}
            </Button>
          )}
        </>
      ),
    };
  });
  return (
    <Section
      title={t('ties.what_happened')}
      id="happened"
      {...(office === null
        ? {}
        : {
            aside: (
              <Button kind="text" onPress={() => setEditing('new')}>
                {t('ties.add_exchange')}
              </Button>
            ),
          })}
    >
      {rows.length === 0 ? (
        <Empty heading={t('ties.nothing_entered')}>{t('ties.nothing_entered_text')}</Empty>
      ) : (
        <Rows wide entries={rows} label={t('ties.what_happened')} />
      )}
      {editing !== null && office !== null && (
        <ExchangeDialog tie={tie} office={office} exchange={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Section>
  );
}
