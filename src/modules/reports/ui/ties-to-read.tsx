// Ties worth reading, for whoever comes without a question: one with its figure and its sentences, then others; chosen by a stated rule.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { Named } from '#design/named.tsx';
import { Columns, Section } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { outcomesQueries } from '#modules/outcomes/ui/client.ts';
import { OutcomeLead } from '#modules/outcomes/ui/outcome-lead.tsx';
import { Reached, StageAmount, StageCount } from '#modules/outcomes/ui/words.tsx';
import type { OutcomeSummary } from '#modules/outcomes/contract/shapes.ts';
import { leading } from '#modules/outcomes/domain/headline.ts';
import { tiesQueries } from '#modules/ties/ui/client.ts';
import { SourceCount } from '#modules/ties/ui/doubts.tsx';
import { tiesToRead, type TieToRead } from '../domain/to-read.ts';
import { reportsQueries } from './client.ts';
import { later } from '#design/notices/later.tsx';
import { Opening } from './report-opening.tsx';

/** Below what is told first. */
const Followed = later(() => import('./follow-through/followed.tsx'), 'Followed');

const LATEST = 100;
const MOST = 5;
const neutral = { isLeft: () => true };

export function TiesToRead() {
  const { t } = useText();
  const { data } = useQuery(outcomesQueries.listOutcomes.queryOptions({ input: { audience: 'public', only: 'heard', limit: LATEST } }));
  const [story, ...others] = tiesToRead(data?.entries ?? []);
  return (
    <Columns>
      <div className="c7">{story !== undefined && <Story tie={story} />}</div>
      <div className="c5">
        {others.length > 0 && (
          <Section title={t('reports.also_told')}>
            <Rows
              label={t('reports.also_told')}
              entries={others.slice(0, MOST).map(({ slug, title, outcome }) => ({
                key: slug,
                when: <Reached outcome={outcome} />,
                what: (
                  <Link to="/ties/$slug/report" params={{ slug }}>
                    <Named text={title} quiet />
                  </Link>
                ),
                detail: <Named text={outcome.title} quiet />,
                end: <LeadingFigure outcome={outcome} />,
              }))}
            />
          </Section>
        )}
        <Followed />
        <Differing />
      </div>
    </Columns>
  );
}

/** The amount, else how many: where one was counted, “unknown” would deny it. */
function LeadingFigure({ outcome }: { readonly outcome: OutcomeSummary }) {
  const figure = leading(outcome);
  return figure?.amount == null && outcome.extent !== 'single' ? (
    <StageCount of={outcome} figure={figure} />
  ) : (
    <StageAmount figure={figure} style="text" />
  );
}

function Story({ tie: { slug, title, outcome } }: { readonly tie: TieToRead<OutcomeSummary> }) {
  const { t } = useText();
  const { data } = useQuery(reportsQueries.getTieReport.queryOptions({ input: { tie: slug } }));
  return (
    <Section
      title={
        <Link to="/ties/$slug/report" params={{ slug }}>
          <Named text={title} quiet />
        </Link>
      }
      aside={t('reports.story_rule')}
    >
      <OutcomeLead outcome={outcome} reader={neutral} />
      {data !== undefined && <Opening report={data} />}
      <p>
        <Link to="/ties/$slug/report" params={{ slug }}>
          {t('reports.read_report')}
        </Link>
      </p>
    </Section>
  );
}

/** Ties of which sources contradict each other, as their lists mark them. */
function Differing() {
  const { t } = useText();
  const formats = useFormats();
  const { data } = useQuery(tiesQueries.listTies.queryOptions({ input: { audience: 'public', only: 'differing', limit: 100 } }));
  const [whole, setWhole] = useState(false);
  const entries = data?.entries ?? [];
  const shown = whole ? entries : entries.slice(0, MOST);
  if (entries.length === 0) return null;
  return (
    <Section title={t('reports.sources_differ')} {...(data?.nextCursor === null ? { count: entries.length } : {})}>
      <Rows
        label={t('reports.sources_differ')}
        entries={shown.map(({ id, slug, cities, since, doubts }) => ({
          key: id,
          when: since !== null && formats.spelt(formats.flexDate(since, 'table')),
          what: (
            <Link to="/ties/$slug/report" params={{ slug }}>
              <Named text={cities.a.name} quiet /> – <Named text={cities.b.name} quiet />
            </Link>
          ),
          end: <SourceCount doubts={doubts} />,
        }))}
      />
      {shown.length < entries.length && (
        <Button kind="text" onPress={() => setWhole(true)}>
          {t('design.more_count', { count: entries.length - shown.length })}
        </Button>
      )}
    </Section>
  );
}
