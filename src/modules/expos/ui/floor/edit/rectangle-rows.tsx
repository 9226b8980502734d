// Rows of rectangles that one types in; what is wrong with a row stands below it.
import { useEffect, useRef } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { languages, writing } from '#kernel/language.ts';
import type { Problem } from '#kernel/result.ts';
import { rectangleKinds } from '../../../domain/floor/plan.ts';
import { CellField, CellSelect } from '../../cell-field.tsx';
import { useSentences } from '../../local-problems.ts';
import { centimetresOf, lengthFields, type FloorDraft, type RectangleDraft } from './floor-draft.ts';
import '../../setup.css';

interface RectangleRowsProps {
  readonly draft: FloorDraft;
  readonly rows: readonly RectangleDraft[];
  readonly problems: readonly Problem[];
  readonly row: string | null;
  readonly setRow: (key: string) => void;
  readonly set: (key: string, changed: Partial<RectangleDraft>, step?: string) => void;
  readonly remove: (key: string) => void;
  readonly rowWords: (rectangle: RectangleDraft) => string;
}

export function RectangleRows(props: RectangleRowsProps) {
  const { t } = useText();
  const { draft, rows, problems } = props;
  const sentences = useSentences();
  const heads = [
    ...[t('expos.rectangle_kind'), t('expos.rectangle_code')],
    ...languages.map((tag) => t('expos.rectangle_name', { language: t(`design.language_${writing[tag].suffix}`) })),
    ...lengthFields.map((field) => t(`expos.rectangle_${field}`)),
    t('expos.rectangle_area'),
  ];
  const indexOf = new Map(draft.rectangles.map(({ key }, at) => [key, at]));
  const problemsOf = Map.groupBy(
    problems.filter(({ path: [part] }) => part === 'rectangles'),
    ({ path: [, at] }) => Number(at),
  );
  return (
    <table className="datatable stack entry rectangles">
      <caption className="hidden">{t('expos.rectangles')}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          <th scope="col">
            <span className="hidden">{t('expos.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => {
          const at = indexOf.get(one.key) ?? 0;
          const found = problemsOf.get(at) ?? [];
          return (
            <Row
              key={one.key}
              {...props}
              {...{ one, at, heads }}
              messages={found.length === 0 ? [] : [...new Set(sentences(found).map(({ message }) => message))]}
              wrong={new Set(found.map(({ path: [, , field] }) => field))}
            />
          );
        })}
      </tbody>
    </table>
  );
}

interface RowProps extends RectangleRowsProps {
  readonly one: RectangleDraft;
  readonly at: number;
  readonly heads: readonly string[];
  readonly messages: readonly string[];
  /** The fields that are. */
  readonly wrong: ReadonlySet<string | number | undefined>;
}

function Row({ one, at, heads, messages, wrong, row, setRow, set, remove, rowWords }: RowProps) {
  const { t } = useText();
  const formats = useFormats();
  const line = useRef<HTMLTableRowElement>(null);
  const isChosen = one.key === row;
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const label = (head: string | undefined) => t('expos.of_row', { label: head ?? '', number: at + 1 });
  const named = one.kind === 'zone' || one.kind === 'entrance';
  const [width, depth] = [centimetresOf(one.width), centimetresOf(one.depth)];
  const area = width === null || depth === null ? null : (width * depth) / 10_000;
  const typed = (field: 'code' | (typeof lengthFields)[number], head: string | undefined) => (
    <CellField
      name={`rectangles.${at}.${field}`}
      label={label(head)}
      inputMode={field === 'code' ? undefined : 'decimal'}
      wrong={wrong.has(field)}
      value={one[field]}
      onChange={(text) => set(one.key, { [field]: text }, `${field} ${one.key}`)}
    />
  );
  return (
    <>
      <tr ref={line} className={isChosen ? 'chosen' : undefined} onFocus={() => setRow(one.key)}>
        <td data-label={heads[0]}>
          <CellSelect
            name={`rectangles.${at}.kind`}
            label={label(heads[0])}
            value={one.kind}
            options={rectangleKinds.map((kind) => ({ value: kind, text: t(`expos.rectangle_${kind}`) }))}
            onChange={(value) => {
              const kind = rectangleKinds.find((known) => known === value);
              if (kind !== undefined) set(one.key, { kind });
            }}
          />
        </td>
        <td data-label={heads[1]}>{named && one.code === '' ? <span className="plainvalue">–</span> : typed('code', heads[1])}</td>
        {languages.map((tag, i) => (
          <td key={tag} data-label={heads[2 + i]}>
            {!named && one.name[tag] === '' ? (
              <span className="plainvalue">–</span>
            ) : (
              <CellField
                name={`rectangles.${at}.name.${writing[tag].suffix}`}
                label={label(heads[2 + i])}
                lang={tag}
                value={one.name[tag]}
                onChange={(text) => set(one.key, { name: { ...one.name, [tag]: text } }, `name ${tag} ${one.key}`)}
              />
            )}
          </td>
        ))}
        {lengthFields.map((field, i) => (
          <td key={field} data-label={heads[2 + languages.length + i]}>
            {typed(field, heads[2 + languages.length + i])}
          </td>
        ))}
        <td className="num" data-label={heads.at(-1)}>
          <span className="plainvalue">{area === null ? '–' : formats.number(area)}</span>
        </td>
        <td className="num">
          <span className="plainvalue">
            <TextAction aria-label={`${t('expos.remove_rectangle', { number: at + 1 })} ${rowWords(one)}`} onPress={() => remove(one.key)}>
              {t('expos.remove')}
            </TextAction>
          </span>
        </td>
      </tr>
      {messages.length > 0 && (
        <tr>
          <td colSpan={heads.length + 1}>
            <p className="err">{messages.join(' ')}</p>
          </td>
        </tr>
      )}
    </>
  );
}
