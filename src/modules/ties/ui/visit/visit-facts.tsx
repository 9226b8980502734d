// What a visit is: from where to where and when, who led it, how many came and for whom; to its own office what it cost, beside what came of it.
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Unknown, VisibilityMark } from '#design/marks.tsx';
import { AsWritten, Named, useNaming } from '#design/named.tsx';
import { Facts } from '#design/rows.tsx';
import { Figure } from '#design/said.tsx';
import { SourceName } from '#modules/evidence/ui/said.tsx';
import { organisationsIn } from '../../domain/visit/delegation.ts';
import { tiesQueries } from '../client.ts';
import type { VisitOnPage } from './visit-on-page.ts';

export function VisitFacts(on: VisitOnPage) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const { tie, exchange, visit, office } = on;
  const { starts, ends, fromSide, level, ledBy, domains, note, source } = exchange;
  const spelt = (date: typeof starts): string => formats.spelt(formats.flexDate(date));
  const [from, to] = fromSide === 'b' ? (['b', 'a'] as const) : (['a', 'b'] as const);
  const organisations = organisationsIn(visit.delegation?.travellers ?? []);
  return (
    <Facts
      entries={[
        {
          term: t('ties.visit_way'),
          value: t('ties.visit_from_to', { from: naming(tie.cities[from].name), to: naming(tie.cities[to].name) }),
        },
        {
          term: t('ties.when'),
          value:
            ends === null || ends.text === starts.text
              ? spelt(starts)
              : t('ties.valid_between', { from: spelt(starts), until: spelt(ends) }),
        },
        ...(level === null && ledBy === null
          ? []
          : [
              {
                term: t('ties.led_by'),
                value: (
                  <>
                    {ledBy !== null && <AsWritten text={ledBy} named />}
                    {level !== null && <small> {t(`ties.level_${level}`)}</small>}
                  </>
                ),
              },
            ]),
        { term: t('ties.people_count'), value: <HowMany {...on} /> },
        ...(organisations.length === 0
          ? []
          : [
              {
                term: t('ties.organisations_represented'),
                value: organisations.map(({ first, people }, at) => (
                  <span key={first.id}>
                    {at > 0 && t('ties.semicolon_between')}
                    <Named text={first.organisation ?? {}} quiet />
                    {people > 1 && <span className="muted"> {formats.number(people)}</span>}
                  </span>
                )),
              },
            ]),
        { term: t('ties.domains'), value: formats.list(domains.map((domain) => t(`cities.domain_${domain}`))) },
        ...(note === null ? [] : [{ term: t('ties.note'), value: <AsWritten text={note} named /> }]),
        {
          term: t('evidence.printed'),
          value:
            source === null ? (
              <Unknown>{t('evidence.class_unknown')}</Unknown>
            ) : (
              <SourceName source={source} office={exchange.officeName} />
            ),
        },
        ...(office === null ? [] : [{ term: t('ties.cost'), value: <Cost exchangeId={exchange.id} office={office} /> }]),
      ]}
    />
  );
}

/** The figure that is stated, and how many are on the list: where they differ, both say so. */
function HowMany({ exchange: { people }, visit: { delegation } }: VisitOnPage) {
  const { t } = useText();
  const listed = delegation?.travellers.length ?? 0;
  if (people === null && listed === 0) return <Unknown>{t('ties.not_stated')}</Unknown>;
  return (
    <>
      {people !== null && t('ties.people', { count: people })}
      {people !== null && listed > 0 && t('ties.comma')}
      {listed > 0 && t('ties.on_the_list', { count: listed })}
    </>
  );
}

function Cost({ exchangeId, office }: { readonly exchangeId: string; readonly office: string }) {
  const { t } = useText();
  const formats = useFormats();
  const { data } = useQuery(tiesQueries.getExchangeNotes.queryOptions({ input: { exchangeId, office } }));
  return (
    <>
      {data === undefined || data.cost === null ? <Unknown>{t('ties.none_entered')}</Unknown> : <Figure value={formats.money(data.cost)} />}
      {data?.paidBy != null && t('ties.paid_by_whom', { who: data.paidBy })} <VisibilityMark visibility="private" />
    </>
  );
}
