// A new snapshot: what everybody will read stands below, exactly as they will read it, before the button that publishes it for good.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { Button, Buttons } from '#design/button.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { useNaming } from '#design/named.tsx';
import { Confirm } from '#design/notices/dialog.tsx';
import { Notice, TroubleNotice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Section, Sentence } from '#design/page.tsx';
import type { SnapshotTold } from '../../contract/snapshots.ts';
import { reportsApi, reportsQueries } from '../client.ts';
import { Report } from '../report-page.tsx';
import { FrozenSums } from './frozen-sums.tsx';
import { SealSaid } from './seal.tsx';

interface NewProps {
  readonly slug: string;
  readonly offices: readonly SnapshotTold['office'][];
}

export function NewSnapshot({ slug, offices }: NewProps) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title={t('reports.snapshot_new')}>
      <Sentence>{t('reports.snapshot_new_text')}</Sentence>
      {isOpen ? (
        <Previewing slug={slug} offices={offices} onDone={() => setOpen(false)} />
      ) : (
        <Buttons>
          <Button onPress={() => setOpen(true)}>{t('reports.snapshot_preview')}</Button>
        </Buttons>
      )}
    </Section>
  );
}

function Previewing({ slug, offices, onDone }: NewProps & { readonly onDone: () => void }) {
  const { t } = useText();
  const naming = useNaming();
  const [office, setOffice] = useState(offices[0]?.id ?? '');
  const [isAsking, setAsking] = useState(false);
  const { keep, ...action } = useKeeping(reportsQueries.key());
  const chosen = offices.find(({ id }) => id === office) ?? offices[0];
  const preview = useRead(reportsQueries.previewTieSnapshot.queryOptions({ input: { tie: slug, office: chosen?.id ?? '' }, staleTime: 0 }));
  if (preview === undefined || chosen === undefined) return <Skeleton lines={8} />;
  const { number, seal, digest, report, sameAs } = preview;
  const publish = () =>
    void keep(() => reportsApi.publishTieSnapshot({ tie: slug, office: chosen.id, digest }), {
      said: (kept) => t('reports.snapshot_is_published', { number: kept.number }),
      after: onDone,
    }).then((isDone) => !isDone && setAsking(false));
  return (
    <>
      <TroubleNotice trouble={action.trouble} />
      {offices.length > 1 && (
        <SelectField
          name="office"
          label={t('reports.snapshot_by')}
          value={chosen.id}
          onChange={setOffice}
          options={offices.map(({ id, name }) => ({ value: id, text: naming(name) }))}
        />
      )}
      <Buttons>
        <Button kind="go" busy={action.busy} onPress={() => setAsking(true)}>
          {t('reports.snapshot_publish', { number })}
        </Button>
        <Button kind="text" onPress={onDone}>
          {t('design.cancel')}
        </Button>
      </Buttons>
      <Confirm
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t('reports.snapshot_publish_title', { number })}
        confirmText={t('reports.snapshot_publish', { number })}
        busy={action.busy}
        onConfirm={publish}
      >
        <p>{t('reports.snapshot_publish_text')}</p>
      </Confirm>
      <div className="spaced">
        <Report
          report={report}
          sums={<FrozenSums report={report} />}
          foreword={
            <Notice kind="plain" heading={t('reports.snapshot_preview_of', { number })}>
              <SealSaid words="snapshot_seal" seal={seal} /> {sameAs !== null && t('reports.snapshot_same_as', { number: sameAs })}
            </Notice>
          }
        />
      </div>
    </>
  );
}
