// What a whole counts, thing by thing: a place each, the parts inside their whole with those of which nobody has spoken, and how much of its amount they are.
import { Gap } from '#design/page.tsx';
import { Link } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { DataTable, type Column } from '#design/data-table.tsx';
import { Unknown, VisibilityMark } from '#design/marks.tsx';
import { Named } from '#design/named.tsx';
import { assuredOf, leading } from '../../domain/headline.ts';
import { berthsOf, mostBerths, type Berth } from '../../domain/berths.ts';
import { drawDownOf, drawnOf, unlistedOf, type DrawDown as Drawing } from '../../domain/draw-down.ts';
import { shareOfWhole, type ShareOfWhole } from '../../domain/share-of-whole.ts';
import type { Outcome, Part } from '../../contract/shapes.ts';
import { AssuranceCell } from '../ledger/assurance-cell.tsx';
import { Reached, StageAmount, StageCount, useCounted, useStageWord, type Reader } from '../words.tsx';
import { DrawDown } from './draw-down.tsx';
import '../ledger/inside.css';
import './parts.css';

interface OfWhole {
  readonly outcome: Outcome;
  readonly reader: Reader;
}

export function PartsOfWhole({ outcome, reader }: OfWhole) {
  const [whole, parts] = [drawnOf(outcome), outcome.parts.map(drawnOf)];
  const berths = berthsOf(whole, outcome.parts);
  const drawn = drawDownOf(whole, parts);
  return (
    <>
      <DrawDown whole={whole} of={outcome} parts={parts} />
      {berths !== null && <Berths berths={berths} />}
      <PartsTable {...{ outcome, reader, rest: unlistedOf(whole, parts) }} />
      {drawn !== null && <ByMoney share={shareOfWhole(whole, drawn)} />}
    </>
  );
}

/** The look of a berth: its level, and the other side's half where the sides differ. */
const lookOf = ({ level, theirs }: Berth): string => (theirs === null ? level : `${level} split ${theirs}-theirs`);

function Berths({ berths }: { readonly berths: readonly Berth[] }) {
  const { t } = useText();
  const things = berths.reduce((sum, berth) => sum + berth.things, 0);
  const unknown = berths.find(({ part }) => part === null)?.things ?? 0;
  const isScaled = things > mostBerths;
  return (
    <figure className="berthed">
      <div className={isScaled ? 'berths scaled' : 'berths'} aria-hidden="true">
        {berths.flatMap((berth) =>
          isScaled ? (
            <i key={berth.part ?? ''} className={lookOf(berth)} style={{ flexGrow: berth.things }} />
          ) : (
            Array.from({ length: berth.things }, (_, at) => <i key={`${berth.part} ${at}`} className={lookOf(berth)} />)
          ),
        )}
      </div>
      <figcaption className="note">
        {t('outcomes.berths', { known: things - unknown, unknown })}
        <Gap />
        {t(isScaled ? 'outcomes.berths_scaled_key' : 'outcomes.berths_key')}
      </figcaption>
    </figure>
  );
}

type Row = Outcome | Part | NonNullable<Drawing['rest']>;

const isRest = (row: Row): row is NonNullable<Drawing['rest']> => !('id' in row);

function PartsTable({ outcome, reader, rest }: OfWhole & { readonly rest: Drawing['rest'] }) {
  const { t } = useText();
  const formats = useFormats();
  const counted = useCounted();
  const rows: readonly Row[] = [outcome, ...outcome.parts, ...(rest === null ? [] : [rest])];
  const columns: readonly Column<Row>[] = [
    {
      key: 'title',
      head: t('outcomes.what'),
      naming: true,
      cell: (row) =>
        isRest(row) ? (
          <span className="part">{t('outcomes.parts_rest', { rest: formats.spelt(counted(outcome, row.count, row.countQualifier)) })}</span>
        ) : row.id === outcome.id ? (
          <Named text={row.title} />
        ) : (
          <span className="part">
            <Link to="/outcomes/$id" params={{ id: row.id }}>
              <Named text={row.title} />
            </Link>{' '}
            {row.visibility !== outcome.visibility && <VisibilityMark visibility={row.visibility} />}
          </span>
        ),
    },
    { key: 'reached', head: t('outcomes.stage'), cell: (row) => (isRest(row) ? <Unknown /> : <Reached outcome={row} />) },
    {
      key: 'count',
      head: t('outcomes.count'),
      end: true,
      cell: (row) => (isRest(row) || row.extent === 'single' ? null : <StageCount of={row} figure={leading(row)} />),
    },
    {
      key: 'amount',
      head: t('outcomes.amount'),
      end: true,
      cell: (row) => (isRest(row) ? <Unknown /> : row.extent === 'count_only' ? null : <StageAmount figure={leading(row)} />),
    },
    {
      key: 'assurance',
      head: t('outcomes.assurance'),
      cell: (row) => {
        const figure = isRest(row) ? undefined : assuredOf<Part['figures'][number]>(row);
        return isRest(row) || figure === undefined ? null : <AssuranceCell figure={figure} outcome={row} reader={reader} />;
      },
    },
    {
      key: 'heard',
      head: t('outcomes.last_heard'),
      end: true,
      cell: (row) => (isRest(row) || !('heardOn' in row) ? null : formats.day(row.heardOn, 'table')),
    },
  ];
  return (
    <DataTable
      caption={t('outcomes.parts_title')}
      columns={columns.filter(({ key }) => key !== 'count' || outcome.parts.some(({ extent }) => extent !== 'single'))}
      rows={rows}
      rowKey={(row) => (isRest(row) ? 'rest' : row.id)}
    />
  );
}

/** The same by amount, where all that is signed and not in dispute is in the currency of the whole. */
function ByMoney({ share }: { readonly share: ShareOfWhole | null }) {
  const { t } = useText();
  const formats = useFormats();
  const word = useStageWord();
  if (share === null) return null;
  const money = (amount: ShareOfWhole['whole'], qualifier: ShareOfWhole['qualifier']): string =>
    formats.spelt(formats.money(amount, qualifier));
  const parts = formats.list(
    share.parts.map(({ stage, amount, qualifier }) => t('outcomes.money_at', { amount: money(amount, qualifier), stage: word(stage) })),
  );
  return (
    <figure className="berthed">
      <div className="berths scaled" aria-hidden="true">
        {share.parts.map(({ stage, percent }) => (
          <i key={stage} className={stage} style={{ flexGrow: percent }} />
        ))}
        {share.left > 0 && <i className="unsaid" style={{ flexGrow: share.left }} />}
      </div>
      <figcaption>{t('outcomes.money_of', { parts, whole: money(share.whole, share.qualifier) })}</figcaption>
    </figure>
  );
}
