// Who may see an outcome with its ledger: what becomes public is shown before it does, and sharing names the offices.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '#client/api.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { formTrouble, useAction } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Confirm, Dialog } from '#design/dialog.tsx';
import { Form } from '#design/form.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Notice } from '#design/notice.tsx';
import { Section } from '#design/page.tsx';
import { Skeleton } from '#design/waiting.tsx';
import { OfficeField, type OfficeChoice } from '#modules/accounts/ui/office-field.tsx';
import type { Outcome } from '../contract/shapes.ts';
import { StageTable } from './stage-table.tsx';

type Wanted = 'private' | 'shared' | 'public';

export interface AudienceProps {
  readonly outcome: Outcome;
  readonly onDone: (words: string) => void;
}

export function Audience({ outcome, onDone }: AudienceProps) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const action = useAction();
  const [open, setOpen] = useState<'preview' | 'share' | null>(null);
  const { id: outcomeId, version, visibility, sharedWith } = outcome;
  const set = (wanted: Wanted, offices: readonly string[]) =>
    action.run(async () => {
      await api().outcomes.setOutcomeAudience(
        { outcomeId, visibility: wanted, sharedWith: [...offices] },
        { context: { ifMatch: version } },
      );
      setOpen(null);
      onDone(t(`outcomes.made_${wanted}`));
    });
  const offices = formats.list(sharedWith.map(({ name }) => naming(name)));
  return (
    <Section
      title={t('outcomes.audience')}
      aside={
        <Buttons>
          {visibility !== 'private' && <Button onPress={() => void set('private', [])}>{t('outcomes.make_private')}</Button>}
          {visibility !== 'public' && <Button onPress={() => setOpen('share')}>{t('outcomes.share')}</Button>}
          {visibility !== 'public' && <Button onPress={() => setOpen('preview')}>{t('outcomes.make_public')}</Button>}
        </Buttons>
      }
    >
      <p>
        <VisibilityMark visibility={visibility} /> {t(`outcomes.audience_${visibility}`, { offices })}
      </p>
      {action.trouble !== null && open !== 'share' && (
        <Notice kind="refused" live>
          {action.trouble.message}
        </Notice>
      )}
      {open === 'share' && (
        <ShareDialog {...{ outcome, action }} onShare={(chosen) => void set('shared', chosen)} onClose={() => setOpen(null)} />
      )}
      <Confirm
        open={open === 'preview'}
        onClose={() => setOpen(null)}
        title={t('outcomes.becomes_public')}
        confirmText={t('outcomes.make_public')}
        onConfirm={() => void set('public', [])}
        busy={action.busy}
      >
        {open === 'preview' && <Preview outcomeId={outcomeId} />}
      </Confirm>
    </Section>
  );
}

/** The outcome exactly as everybody would read it. */
function Preview({ outcomeId }: { readonly outcomeId: string }) {
  const { t } = useText();
  const { data, error } = useQuery(queries().outcomes.previewOutcomeAudience.queryOptions({ input: { outcomeId }, staleTime: 0 }));
  if (error !== null) throw error;
  if (data === undefined) return <Skeleton lines={4} />;
  return (
    <>
      <p>
        <b>
          <Named text={data.outcome.title} />
        </b>
      </p>
      <StageTable outcome={data.outcome} reader={{ isLeft: () => true }} />
      <p className="note after">{t('outcomes.opens_sources', { count: data.outcome.entries.length })}</p>
      {data.staysPrivate.statements > 0 && <p className="note">{t('outcomes.stays_private', { count: data.staysPrivate.statements })}</p>}
    </>
  );
}

interface ShareProps {
  readonly outcome: Outcome;
  readonly action: ReturnType<typeof useAction>;
  readonly onShare: (offices: readonly string[]) => void;
  readonly onClose: () => void;
}

function ShareDialog({ outcome, action, onShare, onClose }: ShareProps) {
  const { t } = useText();
  const naming = useNaming();
  const [chosen, setChosen] = useState<readonly OfficeChoice[]>(outcome.sharedWith);
  const [next, setNext] = useState<OfficeChoice | null>(null);
  const all = next === null ? chosen : [...chosen, next];
  return (
    <Dialog open onClose={onClose} title={t('outcomes.share')}>
      <Form {...formTrouble(action)} onSubmit={() => onShare(all.map(({ id }) => id))}>
        <p className="note">{t('outcomes.share_note')}</p>
        <ul className="chips">
          {chosen.map(({ id, name }) => (
            <li key={id}>
              <span>{naming(name)}</span>
              <button
                type="button"
                aria-label={t('outcomes.remove_office', { name: naming(name) })}
                onClick={() => setChosen(chosen.filter((other) => other.id !== id))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
        <OfficeField
          key={chosen.length}
          name="sharedWith"
          label={t('outcomes.shared_with')}
          none={t('outcomes.choose_office')}
          value={next}
          without={[outcome.office.id, ...chosen.map(({ id }) => id)]}
          onChange={setNext}
        />
        <Buttons after>
          <Button kind="go" type="submit" busy={action.busy}>
            {t('outcomes.share')}
          </Button>
          {next !== null && (
            <Button
              onPress={() => {
                setChosen(all);
                setNext(null);
              }}
            >
              {t('outcomes.another_office')}
            </Button>
          )}
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  );
}
