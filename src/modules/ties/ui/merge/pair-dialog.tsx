// Two entries side by side: what speaks for one city and what against, what would become of what, and the decision.
import { useState } from 'react';
import { useRead } from '#client/use-read.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { formTrouble } from '#client/use-action.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { TextareaField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { DataTable } from '#design/data-table.tsx';
import { Unknown } from '#design/marks.tsx';
import { useNaming } from '#design/named.tsx';
import { Notice, Pull } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import type { DuplicateSide, MergePreview } from '../../contract/duplicates.ts';
import { tiesApi, tiesQueries } from '../client.ts';
import { Grounds } from './grounds.tsx';

interface PairDialogProps {
  /** The register office. */
  readonly office: string;
  readonly fromId: string;
  readonly intoId: string;
  readonly onClose: () => void;
}

export function PairDialog({ office, fromId, intoId, onClose }: PairDialogProps) {
  const { t } = useText();
  const naming = useNaming();
  const [turned, setTurned] = useState(false);
  const input = turned ? { fromId: intoId, intoId: fromId } : { fromId, intoId };
  const data = useRead(tiesQueries.previewMerge.queryOptions({ input }));
  const title =
    data === undefined
      ? t('ties.duplicates')
      : t('ties.pair_of', { one: naming(data.pair.stays.name), other: naming(data.pair.goes.name) });
  return (
    <Dialog open wide onClose={onClose} title={title}>
      {data === undefined ? (
        <Skeleton label={t('ties.duplicates')} lines={6} />
      ) : (
        <>
          <Grounds grounds={data.pair.grounds} />
          <SideBySide stays={data.pair.stays} goes={data.pair.goes} />
          <p>
            <TextAction onPress={() => setTurned(!turned)}>{t('ties.keep_other')}</TextAction>
          </p>
          <Becomes preview={data} />
          <Decision key={String(turned)} office={office} preview={data} onClose={onClose} />
        </>
      )}
    </Dialog>
  );
}

interface Line {
  readonly key: string;
  readonly head: string;
  readonly tell: (side: DuplicateSide) => React.ReactNode;
}

function SideBySide({ stays, goes }: { readonly stays: DuplicateSide; readonly goes: DuplicateSide }) {
  const { t } = useText();
  const formats = useFormats();
  const number = (value: number | string | null) => value ?? <Unknown />;
  const lines: readonly Line[] = [
    { key: 'names', head: t('ties.pair_names'), tell: ({ names }) => [...new Set(names.map(({ text }) => text))].join(' · ') },
    {
      key: 'kind',
      head: t('cities.kind'),
      tell: ({ kind, country }) => t('cities.kind_in_country', { kind: t(`cities.kind_${kind}`), country: formats.countryName(country) }),
    },
    {
      key: 'place',
      head: t('ties.pair_place'),
      tell: ({ latitude, longitude }) =>
        latitude === null || longitude === null ? <Unknown /> : `${latitude.toFixed(2)}, ${longitude.toFixed(2)}`,
    },
    { key: 'geonames', head: t('cities.geonames'), tell: ({ geonamesId }) => number(geonamesId) },
    { key: 'wikidata', head: t('cities.wikidata'), tell: ({ wikidataId }) => number(wikidataId) },
    { key: 'ties', head: t('ties.pair_ties'), tell: ({ sisters }) => formats.number(sisters) },
    {
      key: 'seen',
      head: t('ties.pair_seen_by'),
      tell: ({ isPublic, hasOffice }) =>
        [t(isPublic ? 'ties.pair_public' : 'ties.pair_hidden'), ...(hasOffice ? [t('ties.pair_own_office')] : [])].join(' · '),
    },
    { key: 'address', head: t('ties.pair_address'), tell: ({ slug }) => `/cities/${slug}` },
  ];
  return (
    <DataTable
      caption={t('ties.duplicates')}
      rows={lines}
      rowKey={({ key }) => key}
      columns={[
        { key: 'what', head: '', silent: true, naming: true, cell: ({ head }) => head },
        { key: 'stays', head: t('ties.stays'), cell: ({ tell }) => tell(stays) },
        { key: 'goes', head: t('ties.goes'), cell: ({ tell }) => tell(goes) },
      ]}
    />
  );
}

function Becomes({ preview: { becomes } }: { readonly preview: MergePreview }) {
  const { t } = useText();
  const { formerSlug, ties, tiesJoined, agreements, exchanges, statements, names, geonamesId, wikidataId } = becomes;
  const numbers = [
    ...(geonamesId === null ? [] : [`GeoNames ${String(geonamesId)}`]),
    ...(wikidataId === null ? [] : [`Wikidata ${wikidataId}`]),
  ];
  const sentences = [
    t('ties.becomes_address', { slug: formerSlug }),
    ...(ties > 0 ? [t('ties.becomes_ties', { count: ties })] : []),
    ...(tiesJoined > 0 ? [t('ties.becomes_joined', { count: tiesJoined })] : []),
    ...(agreements + exchanges + statements > 0
      ? [t('ties.becomes_rest', { agreements: String(agreements), exchanges: String(exchanges), statements: String(statements) })]
      : []),
    ...(names.length > 0 ? [t('ties.becomes_names', { names: names.join(' · ') })] : []),
    ...(numbers.length > 0 ? [t('ties.becomes_numbers', { numbers: numbers.join(' · ') })] : []),
    t('ties.becomes_unseen'),
  ];
  return (
    <Pull>
      <b>{t('ties.becomes')}</b>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Pull>
  );
}

interface DecisionProps {
  readonly office: string;
  readonly preview: MergePreview;
  readonly onClose: () => void;
}

function Decision({ office, preview, onClose }: DecisionProps) {
  const { t, say } = useText();
  const naming = useNaming();
  const { keep, ...action } = useKeeping();
  const [reason, setReason] = useState('');
  const { stays, goes } = preview.pair;
  const pair = { oneId: goes.id, otherId: stays.id, office };
  // What would become of two that are settled cannot be read any more: closed before everything is read anew.
  const settling = async <R,>(settled: Promise<R>): Promise<R> => {
    const answer = await settled;
    onClose();
    return answer;
  };
  const merge = () =>
    keep((context) => settling(tiesApi.mergeCities({ fromId: goes.id, intoId: stays.id, reason }, { context })), {
      said: ({ former }) => t('ties.merged', { former: former.name, city: naming(stays.name) }),
      undo: ({ id: mergeId, version: ifMatch }) => tiesApi.undoMerge({ mergeId }, { context: { ifMatch } }),
    });
  const judge = (verdict: 'two' | 'later') =>
    keep(() => settling(tiesApi.judgeDuplicate({ ...pair, verdict, reason: reason.trim() === '' ? null : reason })), {
      said: t(verdict === 'two' ? 'ties.kept_as_two' : 'ties.put_off'),
      undo: () => tiesApi.forgetVerdict(pair),
    });
  const isBarred = preview.problems.length > 0;
  return (
    <Form {...formTrouble(action)} onSubmit={() => void merge()}>
      {preview.problems.map((code) => (
        <Notice key={code} kind="refused">
          {say(code)}
        </Notice>
      ))}
      <TextareaField name="reason" label={t('ties.merge_reason')} rows={2} value={reason} onChange={setReason} />
      <Buttons>
        {!isBarred && (
          <Button kind="go" type="submit" busy={action.busy}>
            {t('ties.merge')}
          </Button>
        )}
        <Button busy={action.busy} onPress={() => void judge('two')}>
          {t('ties.they_are_two')}
        </Button>
        <Button kind="text" busy={action.busy} onPress={() => void judge('later')}>
          {t('ties.look_later')}
        </Button>
      </Buttons>
    </Form>
  );
}
