// Rows that may be one company: asked of each, and nothing is put together by itself.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Notice } from '#design/notices/notice.tsx';
import type { ImportPreview } from '../edition/answers.ts';

type Doubled = ImportPreview['doubled'][number];
export type RowOf = Doubled['places'][number];

/** Which rows are asked about, whatever else the preview says. */
export const groupOf = ({ places, held }: Doubled): string => JSON.stringify([places, held]);

interface MayBeOneProps {
  readonly doubled: readonly Doubled[];
  /** Groups of which it was said that each is a company of its own. */
  readonly answers: ReadonlySet<string>;
  readonly reading: boolean;
  readonly onApart: (group: string) => void;
  readonly onLeave: (rows: readonly RowOf[]) => void;
}

/** Of one company the first row stays, or who is on record. */
const oneTooMany = ({ places, held }: Doubled): readonly RowOf[] => (held.length > 0 ? places : places.slice(1));

export function MayBeOne({ doubled, answers, reading, onApart, onLeave }: MayBeOneProps) {
  const { t } = useText();
  const { list } = useFormats();
  const rowsOf = (places: readonly RowOf[]): string =>
    list(
      [...Map.groupBy(places, ({ sheet }) => sheet)].map(([sheet, of]) =>
        t('meetings.import_rows', { sheet, rows: list(of.map(({ row }) => String(row))), count: of.length }),
      ),
    );
  const open = reading ? [] : doubled.filter((one) => !answers.has(groupOf(one)));
  return open.map((one) => (
    <Notice
      key={groupOf(one)}
      heading={t('meetings.import_one')}
      actions={
        <Buttons>
          <Button onPress={() => onApart(groupOf(one))}>
            {t('meetings.import_one_apart', { count: one.places.length + one.held.length })}
          </Button>
          <Button onPress={() => onLeave(oneTooMany(one))}>{t('meetings.import_one_leave', { rows: rowsOf(oneTooMany(one)) })}</Button>
        </Buttons>
      }
    >
      {t('meetings.import_doubled_name', { name: one.name, rows: list([...one.held, rowsOf(one.places)]) })}
      <br />
      {t('meetings.import_one_by', { by: list(one.by.map((by) => t(`meetings.import_one_by_${by}`))) })}
    </Notice>
  ));
}
