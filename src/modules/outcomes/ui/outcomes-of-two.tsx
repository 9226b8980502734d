// What came of two editions, by the stage that each outcome has reached, as far as the reader may see them; outcomes are counted, amounts of stages never added.
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { DataTable } from '#design/data-table.tsx';
import { Rich, Section } from '#design/page.tsx';
import { useHeads } from '#modules/expos/ui/compare/heads.ts';
import { stages, type Stage } from '../domain/stages.ts';
import { outcomesQueries } from './client.ts';

type Both = Parameters<typeof useHeads>[0];
/** What came or took part is no “realised”. */
type Reached = Stage | 'came' | 'unknown';
const rows: readonly Reached[] = [...stages, 'came', 'unknown'];
/** A page of the list. */
const MOST = 200;

function useCounts(editionId: string) {
  const { data } = useQuery(
    outcomesQueries.listOutcomes.queryOptions({ input: { subjectKind: 'edition', subjectId: editionId, limit: MOST } }),
  );
  if (data === undefined) return undefined;
  // A part is counted with its whole.
  const own = data.entries.filter(({ partOf }) => partOf === null);
  const of = Map.groupBy(own, ({ reached, counted }): Reached => {
    const stage = reached.ended ?? reached.stage ?? 'unknown';
    return stage === 'realised' && counted !== null ? 'came' : stage;
  });
  return { of: (stage: Reached): number => of.get(stage)?.length ?? 0, all: own.length, isCut: data.nextCursor !== null };
}

export function OutcomesOfTwo({ earlier, later }: Both) {
  const { t } = useText();
  const formats = useFormats();
  const [was, is] = useHeads({ earlier, later });
  const [before, after] = [useCounts(earlier.id), useCounts(later.id)];
  if (before === undefined || after === undefined || before.all + after.all === 0) return null;
  return (
    <Section title={t('outcomes.by_stage_title')} aside={t('outcomes.by_stage_note')}>
      <DataTable
        caption={t('outcomes.by_stage_title')}
        keepColumns
        rows={rows.filter((stage) => before.of(stage) + after.of(stage) > 0)}
        rowKey={(stage) => stage}
        columns={[
          {
            key: 'stage',
            head: t('outcomes.stage'),
            naming: true,
            cell: (stage) => (stage === 'unknown' || stage === 'came' ? t(`outcomes.stage_${stage}`) : t(`design.stage_${stage}`)),
          },
          { key: 'was', head: was, end: true, cell: (stage) => formats.number(before.of(stage)) },
          { key: 'is', head: is, end: true, cell: (stage) => formats.number(after.of(stage)) },
        ]}
      />
      {(before.isCut || after.isCut) && <p className="note">{t('outcomes.by_stage_cut', { count: MOST })}</p>}
    </Section>
  );
}

/** In one sentence how many are known of each; where there are none, what else is to be said. */
export function OutcomesOfTwoLead({ earlier, later, none }: Both & { readonly none: string }) {
  const { t } = useText();
  const [before, after] = [useCounts(earlier.id), useCounts(later.id)];
  if (before === undefined || after === undefined) return null;
  if (before.all + after.all === 0) return none;
  return <Rich text={t('outcomes.of_two_lead', { earlier: before.all, later: after.all })} />;
}
