// What is wrong or doubtful in a file: by kind with counts, then row by row, and as a table to take away; homonyms are answered here.
import { useState } from 'react';
import { troubleOf } from '#client/error.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { paged, usePages } from '#client/use-pages.ts';
import { Button, ButtonAnchor, TextAction } from '#design/button.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { DataTable, More } from '#design/data-table.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Columns, Section } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { outcomes, type Outcome } from '../../domain/written.ts';
import { referenceQueries } from '../client.ts';
import type { ReferenceImport } from '../places/answers.ts';
import { ImportProblems } from './problems.tsx';
import { inOrderOfWeight } from './problem-kinds.ts';

interface Filter {
  readonly code: string;
  readonly outcome: Outcome | '';
}

export function ImportFindings({ one }: { readonly one: ReferenceImport }) {
  const { t, language } = useText();
  const formats = useFormats();
  const [filter, setFilter] = useState<Filter>({ code: '', outcome: '' });
  const counts = one.counts?.problems ?? {};
  const kinds = inOrderOfWeight(counts);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (total === 0)
    return (
      <Section title={t('reference.findings')}>
        <p>{t('reference.nothing_found')}</p>
      </Section>
    );
  return (
    <Section
      title={t('reference.findings')}
      id="findings"
      count={formats.number(total)}
      aside={
        <span className="btns">
          {(['xlsx', 'csv'] as const).map((format) => (
            <ButtonAnchor
              key={format}
              href={`/api/v1/reference-imports/${one.id}/problem-list?format=${format}&language=${language}`}
              download
            >
              {t(`reference.download_list_${format}`)}
            </ButtonAnchor>
          ))}
        </span>
      }
    >
      <Columns>
        <div className="c6">
          <Kinds kinds={kinds} counts={counts} chosen={filter.code} onChoose={(code) => setFilter({ ...filter, code })} />
        </div>
      </Columns>
      <Lines one={one} filter={filter} onFilter={setFilter} />
    </Section>
  );
}

interface KindsProps {
  readonly kinds: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly chosen: string;
  readonly onChoose: (code: string) => void;
}

function Kinds({ kinds, counts, chosen, onChoose }: KindsProps) {
  const { t } = useText();
  const formats = useFormats();
  const kindWords = useKindWords();
  return (
    <DataTable
      caption={t('reference.kinds_of_findings')}
      keepColumns
      rows={kinds}
      rowKey={(code) => code}
      rowState={(code) => (code === chosen ? 'chosen' : undefined)}
      columns={[
        {
          key: 'kind',
          head: t('files.list_problem'),
          naming: true,
          cell: (code) => (
            <TextAction aria-pressed={code === chosen} onPress={() => onChoose(code === chosen ? '' : code)}>
              {kindWords(code)}
            </TextAction>
          ),
        },
        { key: 'count', head: t('reference.how_many'), end: true, cell: (code) => formats.number(counts[code] ?? 0) },
      ]}
    />
  );
}

/** What a kind of finding is called: a short name of its own, not the sentence with its values. */
function useKindWords(): (code: string) => string {
  const { t, say } = useText();
  return (code) => {
    const key = `reference.kind_${code.replace(/^\w+\./, '')}`;
    const said = say(key);
    return said === key ? t('reference.said_by_code', { code }) : said;
  };
}

interface LinesProps {
  readonly one: ReferenceImport;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

function Lines({ one, filter, onFilter }: LinesProps) {
  const { t } = useText();
  const formats = useFormats();
  const kindWords = useKindWords();
  const { code, outcome } = filter;
  const pages = usePages(
    referenceQueries.listReferenceProblems.infiniteOptions(
      paged({
        ...{ importId: one.id, limit: 50 },
        ...(code === '' ? {} : { code }),
        ...(outcome === '' ? {} : { outcome }),
      }),
    ),
  );
  return (
    <>
      <div className="filters">
        <SelectField
          name="problem-outcome"
          label={t('files.list_outcome')}
          options={[
            { value: '', text: t('reference.all_outcomes') },
            ...outcomes.map((known) => ({ value: known, text: t(`reference.outcome_${known}`) })),
          ]}
          value={outcome}
          onChange={(outcome) => onFilter({ ...filter, outcome })}
        />
        {code !== '' && (
          <div className="btns">
            <b>{kindWords(code)}</b>
            <Button kind="text" onPress={() => onFilter({ ...filter, code: '' })}>
              {t('reference.all_kinds')}
            </Button>
          </div>
        )}
      </div>
      {pages.error !== null && <Notice kind="refused">{troubleOf(pages.error).message}</Notice>}
      {pages.pending && pages.error === null && <Skeleton lines={5} />}
      {!pages.pending && pages.entries.length === 0 && <p className="muted">{t('reference.no_finding_fits')}</p>}
      {pages.entries.length > 0 && <ImportProblems one={one} problems={pages.entries} />}
      {pages.more !== null && (
        <>
          <More busy={pages.loadingMore} onMore={pages.more} />
          <p className="onlyprint note">{t('reference.printed_so_far', { number: formats.number(pages.entries.length) })}</p>
        </>
      )}
    </>
  );
}
