// Where a file says otherwise than the set holds: old beside new, decided tie by tie or for all at once.
import { useQuery } from '@tanstack/react-query';
import { useText } from '#client/language.ts';
import { useFormats } from '#client/formats.ts';
import { Button, Buttons } from '#design/button.tsx';
import { DataTable } from '#design/data-table.tsx';
import { mostDecided } from '../../domain/samples.ts';
import { tiesQueries } from '#modules/ties/ui/client.ts';
import { useClassName } from '#modules/ties/ui/words.tsx';
import type { ReferenceImport } from '../places/answers.ts';

type Sample = ReferenceImport['samples'][number];
type Cell = Sample['cells'][number];
type Choice = 'keep' | 'take';
export type TieDecisions = ReadonlyMap<string, Choice>;

const keyOf = ({ a, b }: Sample): string => `${a.cityId} ${b.cityId}`;
export const askedOf = ({ samples }: ReferenceImport): readonly Sample[] => samples.filter(({ cells }) => cells.length > 0);

/** How many are open, and which ties stay as the set has them. */
export function decidedTiesOf(one: ReferenceImport, decisions: TieDecisions) {
  const asked = askedOf(one);
  return {
    open: asked.filter((sample) => !decisions.has(keyOf(sample))).length,
    decidedTies: asked.length,
    keepTies: asked.filter((sample) => decisions.get(keyOf(sample)) === 'keep').map(({ a, b }) => ({ a: a.cityId, b: b.cityId })),
  };
}

interface DifferingTiesProps {
  readonly one: ReferenceImport;
  readonly decisions: TieDecisions;
  readonly onDecide: (decisions: TieDecisions) => void;
}

export function DifferingTies({ one, decisions, onDecide }: DifferingTiesProps) {
  const { t } = useText();
  const wordOf = useCellWord();
  const asked = askedOf(one);
  if (asked.length === 0) return null;
  const decide = (some: readonly Sample[], choice: Choice) =>
    onDecide(new Map([...decisions, ...some.map((sample) => [keyOf(sample), choice] as const)]));
  const nameOf = ({ a, b }: Sample): string => `${a.name} – ${b.name}`;
  const lines = (sample: Sample, side: 'before' | 'after') =>
    sample.cells.map((cell) => (
      <div key={cell.field}>
        {t('reference.differing_cell', { field: t(`reference.differs_${cell.field}`), value: wordOf(sample, cell, side) })}
      </div>
    ));
  return (
    <section className="spaced" aria-labelledby="differing-ties">
      <h3 id="differing-ties">{t('reference.differing_heading', { count: asked.length })}</h3>
      <p className="note">
        {t('reference.differing_note')} {asked.length >= mostDecided && t('reference.differing_more', { count: mostDecided })}
      </p>
      <DataTable
        caption={t('reference.differing_heading', { count: asked.length })}
        rows={asked}
        rowKey={keyOf}
        rowState={(sample) => (decisions.has(keyOf(sample)) ? undefined : 'flag')}
        columns={[
          { key: 'row', head: t('files.list_row'), end: true, cell: ({ rows }) => rows.slice(0, 4).join(t('reference.comma')) },
          { key: 'tie', head: t('reference.ties'), naming: true, cell: nameOf },
          { key: 'before', head: t('reference.differing_before'), cell: (sample) => lines(sample, 'before') },
          { key: 'after', head: t('reference.differing_after'), cell: (sample) => <b>{lines(sample, 'after')}</b> },
          {
            key: 'choice',
            head: t('reference.differing_choice'),
            cell: (sample) => (
              <select
                className="in"
                aria-label={t('reference.differing_choice_of', { tie: nameOf(sample) })}
                value={decisions.get(keyOf(sample)) ?? ''}
                onChange={({ target }) => decide([sample], target.value === 'keep' ? 'keep' : 'take')}
              >
                <option value="" disabled>
                  {t('reference.differing_open')}
                </option>
                <option value="keep">{t('reference.differing_keep')}</option>
                <option value="take">{t('reference.differing_take')}</option>
              </select>
            ),
          },
        ]}
      />
      <Buttons after>
        <Button onPress={() => decide(asked, 'take')}>{t('reference.differing_take_all')}</Button>
        <Button onPress={() => decide(asked, 'keep')}>{t('reference.differing_keep_all')}</Button>
      </Buttons>
    </section>
  );
}

/** A date in the reader's words, a class by its name, a side by its city; other words as the set writes them. */
function useCellWord() {
  const { t } = useText();
  const formats = useFormats();
  const nameOf = useClassName(useQuery(tiesQueries.listTieClasses.queryOptions({ input: {} })).data?.entries ?? []);
  const dated = (word: string): string => {
    const [, meant, text = word] = /^(?:(about|before|after) )?(.+)$/.exec(word) ?? [];
    const qualifier = (['about', 'before', 'after'] as const).find((one) => one === meant) ?? 'exact';
    return formats.spelt(formats.flexDate({ text, qualifier }, 'table'));
  };
  const listed = ({ a, b }: Sample, by: string): string => {
    if (by === 'both') return t('reference.both_sides');
    if (by === 'unstated') return t('reference.side_unstated');
    return t('reference.one_side', by === 'a' ? { from: a.name, to: b.name } : { from: b.name, to: a.name });
  };
  return (sample: Sample, { field, before, after }: Cell, side: 'before' | 'after'): string => {
    const value = side === 'before' ? before : after;
    if (value === '') return t('reference.differing_nothing');
    if (field === 'listed') return listed(sample, value);
    if (field === 'note' || field === 'source') return value;
    return formats.list(value.split('; ').map((word) => (field === 'class' ? nameOf(word) : dated(word))));
  };
}
