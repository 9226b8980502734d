// /council-report: a year of all ties of one's office as the paper that a council gets; made as PDF or Word with its progress told.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { useAddress } from '#client/use-address.ts';
import { Button, ButtonAnchor, Buttons } from '#design/button.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Section, Title } from '#design/page.tsx';
import { Leaf } from '#design/paper/leaf.tsx';
import { languages, writing, type Language } from '#kernel/language.ts';
import { useSession } from '#modules/accounts/ui/session.ts';
import { fetchTold, type FetchedPaper } from '#modules/meetings/ui/paper/fetch-paper.ts';
import { PaperState, useFetched } from '#modules/meetings/ui/paper/making.tsx';
import { reportsApi, reportsQueries } from '../client.ts';
import { councilSearch } from './address.ts';

type Asked = Parameters<typeof reportsApi.exportCouncilReport>[0];

/** So many years can be chosen. */
const years = 10;

export function CouncilPage() {
  const { t } = useText();
  const office = useSession()?.offices.find(({ kind }) => kind === 'city' || kind === 'register');
  if (office !== undefined) return <OfficeCouncil officeId={office.id} />;
  return (
    <>
      <Title title={t('reports.council')} />
      <Empty heading={t('reports.council')}>{t('reports.council_no_office')}</Empty>
    </>
  );
}

async function fetchCouncil(asked: Asked, signal: AbortSignal, onProgress: Parameters<typeof fetchTold>[2]): Promise<FetchedPaper> {
  const { officeId, ...query } = asked;
  const search = new URLSearchParams({
    year: String(query.year),
    form: query.form,
    ...(query.language === undefined ? {} : { language: query.language }),
  });
  const fetched = await fetchTold(`/council-report/${officeId}?${search.toString()}`, signal, onProgress);
  return fetched ?? { file: await reportsApi.exportCouncilReport(asked, { signal }), unset: [] };
}

function OfficeCouncil({ officeId }: { readonly officeId: string }) {
  const { t, language: reads } = useText();
  const navigate = useNavigate();
  const thisYear = new Date().getFullYear();
  const { year = thisYear } = useAddress(councilSearch);
  const [chosen, setChosen] = useState<Language | null>(null);
  const language = chosen ?? reads;
  const { making, make, cancel } = useFetched(fetchCouncil);
  const on = { officeId, year, language };
  const data = useRead(reportsQueries.getCouncilReport.queryOptions({ input: on }));
  if (data === undefined) return <Skeleton label={t('reports.council')} lines={12} />;
  const listed = [...new Set([year, ...Array.from({ length: years }, (_, at) => thisYear - at)])].toSorted((one, other) => other - one);
  return (
    <>
      <Title title={t('reports.council')} crumb={<VisibilityMark visibility="private" />} />
      {data.ties === 0 ? (
        <Empty heading={t('reports.council_no_ties')}>{t('reports.council_no_ties_text')}</Empty>
      ) : (
        <div className="withleaf">
          <Leaf paper={data.paper} />
          <aside className="noprint">
            <Section title={t('reports.council_paper')}>
              <SelectField
                name="year"
                label={t('reports.council_year')}
                value={String(year)}
                onChange={(value) => void navigate({ to: '/council-report', search: { year: Number(value) } })}
                options={listed.map((one) => ({ value: String(one), text: String(one) }))}
              />
              <SelectField
                name="language"
                label={t('reports.council_language')}
                value={language}
                onChange={(value) => setChosen(languages.find((one) => one === value) ?? language)}
                options={languages.map((value) => ({ value, text: writing[value].name }))}
              />
              <Buttons after>
                <Button kind="go" onPress={() => void make({ ...on, form: 'pdf' })}>
                  {t('reports.council_pdf')}
                </Button>
                <Button onPress={() => void make({ ...on, form: 'docx' })}>{t('reports.council_word')}</Button>
                {(['xlsx', 'json'] as const).map((form) => (
                  <ButtonAnchor
                    key={form}
                    kind="text"
                    href={`/api/v1/offices/${officeId}/council-report/file?year=${String(year)}&form=${form}&language=${language}`}
                    download
                  >
                    {t(`reports.council_${form}`)}
                  </ButtonAnchor>
                ))}
              </Buttons>
              <PaperState making={making} onCancel={cancel} />
            </Section>
          </aside>
        </div>
      )}
    </>
  );
}
