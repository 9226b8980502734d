// Who here should meet those who come, organisation by organisation, each with its reasons; from any of them an entry of the itinerary is begun.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { Button } from '#design/button.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { later } from '#design/notices/later.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note, Section } from '#design/page.tsx';
import { boundsOf } from '#kernel/flex-date.ts';
import { writing, type MultilingualText } from '#kernel/language.ts';
import type { StopStart } from '#modules/ties/ui/visit/stop-dialog.tsx';
import type { VisitOnPage } from '#modules/ties/ui/visit/visit-on-page.ts';
import { closestOf } from '../../domain/cities/closest.ts';
import { matchingQueries } from '../client.ts';
import { Matched, SaidText } from './entry-matches.tsx';
import './cities.css';

const StopDialog = later(() => import('#modules/ties/ui/visit/stop-dialog.tsx'), 'StopDialog');

interface VisitMatchesProps extends Omit<VisitOnPage, 'office'> {
  readonly office: string;
}

/** Of a visit that is over nobody is to be met any more. */
export function VisitMatches(props: VisitMatchesProps) {
  const { t } = useText();
  const { exchange, visit } = props;
  if ((boundsOf(exchange.ends ?? exchange.starts).to ?? '9999') < new Date().toISOString().slice(0, 10)) return null;
  if (visit.delegation !== null && visit.delegation.travellers.length > 0) return <Compared {...props} />;
  return (
    <Section title={t('matching.visit_title')} id="matches">
      <Empty heading={t('matching.visit_no_members')}>{t('matching.visit_no_members_text')}</Empty>
    </Section>
  );
}

function Compared({ tie, exchange, visit, office }: VisitMatchesProps) {
  const { t } = useText();
  const data = useRead({
    ...matchingQueries.listVisitMatches.queryOptions({ input: { visitId: visit.visitId, office } }),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
  const [first, setFirst] = useState<StopStart | null>(null);
  if (data === undefined) return <Skeleton label={t('matching.visit_title')} lines={4} />;
  const begin = (title: MultilingualText, parties: StopStart['parties']) => setFirst({ title, parties });
  const found = closestOf(data.visitors);
  return (
    <Section title={t('matching.visit_title')} id="matches" aside={t('matching.visit_compared', data.compared)}>
      {data.visitors.length === 0 || data.compared.entries + data.compared.organisations === 0 ? (
        <Empty heading={t('matching.visit_nothing')}>{t('matching.visit_nothing_text')}</Empty>
      ) : found.length === 0 ? (
        <Note>{t('matching.visit_nobody')}</Note>
      ) : (
        <ul className="matched">
          {found.map((visitor, at) => (
            <OfVisitor key={at} visitor={visitor} host={exchange.officeName ?? data.city.name} onBegin={begin} />
          ))}
        </ul>
      )}
      {first !== null && <StopDialog {...{ tie, exchange, visit, first }} stop={null} onClose={() => setFirst(null)} />}
    </Section>
  );
}

type Visitor = Awaited<
  ReturnType<NonNullable<ReturnType<typeof matchingQueries.listVisitMatches.queryOptions>['queryFn']>>
>['visitors'][number];

interface OfVisitorProps {
  readonly visitor: Visitor;
  /** The office that speaks for the city, and so for what it tells. */
  readonly host: MultilingualText;
  readonly onBegin: (title: MultilingualText, parties: StopStart['parties']) => void;
}

function OfVisitor({ visitor: { organisation, people, told, organisations }, host, onBegin }: OfVisitorProps) {
  const { t, language } = useText();
  const naming = useNaming();
  const begin = (title: MultilingualText, parties: StopStart['parties'], name: string) => (
    <Button onPress={() => onBegin(title, parties)} aria-label={t('matching.visit_add_named', { name })}>
      {t('matching.visit_add')}
    </Button>
  );
  return (
    <li>
      <h3>
        <Named text={organisation} />
      </h3>
      <p className="note">{t('matching.visit_people', { count: people })}</p>
      <ol className="suggestions">
        {organisations.map(({ id, name, score, bill }) => (
          <Matched
            key={id}
            title={
              <Link to="/organisations/$id" params={{ id }}>
                <Named text={name} quiet />
              </Link>
            }
            from={t('matching.visit_organisation')}
            {...{ score, bill }}
            ways={begin({}, [{ kind: 'organisation', id, name }], naming(name))}
          >
            {null}
          </Matched>
        ))}
        {told.map(({ entry, score, bill }) => (
          <Matched
            key={entry.id}
            title={<Named text={host} quiet />}
            from={
              <>
                {t(`matching.kind_${entry.kind}`)}
                {writing[language].apart}
                <Named text={entry.title} quiet />
              </>
            }
            {...{ score, bill }}
            ways={begin(entry.title, [], naming(entry.title))}
          >
            <SaidText text={entry.body} />
          </Matched>
        ))}
      </ol>
    </li>
  );
}
