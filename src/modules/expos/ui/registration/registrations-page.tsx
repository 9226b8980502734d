// /editions/$slug/setup/registration: the organiser opens and closes registration, sets its terms, and decides who takes part.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useRead } from '#client/use-read.ts';
import { useText } from '#client/language.ts';
import { Button, ButtonAnchor, ButtonLink, Buttons } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Notice, TroubleNotice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Gap, Note, Section } from '#design/page.tsx';
import { QrCode } from '#design/qr-code.tsx';
import type { Edition } from '../../contract/edition.ts';
import { registrationStates, type RegistrationState } from '../../domain/registration.ts';
import { exposApi, exposQueries } from '../client.ts';
import { useSetupEdition } from '../setup-page.tsx';
import { RegistrationList } from './registration-list.tsx';
import './registration.css';
import { TermsDialog } from './terms-dialog.tsx';
import { sentTerms, type Terms } from './terms.ts';

export function RegistrationsPage() {
  const edition = useSetupEdition();
  const terms = useRead(exposQueries.getRegistrationTerms.queryOptions({ input: { editionId: edition.id } }));
  const [state, setState] = useState<RegistrationState | null>(null);
  if (terms === undefined) return <Skeleton lines={8} />;
  return (
    <>
      <Opening edition={edition} terms={terms} />
      <Figures terms={terms} chosen={state} onChoose={(next) => setState(next === state ? null : next)} />
      <AsFile edition={edition} state={state} />
      <RegistrationList
        isOpen={terms.state === 'open' || terms.state === 'full'}
        edition={edition}
        state={state}
        onAll={() => setState(null)}
      />
    </>
  );
}

/** What the public page says now, with the switch, its address and its terms. */
function Opening({ edition, terms }: { readonly edition: Edition; readonly terms: Terms }) {
  const { t } = useText();
  const formats = useFormats();
  const [setting, setSetting] = useState(false);
  const { keep, ...action } = useKeeping(exposQueries.key());
  const { isOpen, isPublic, state, opensAt, closesAt, approval, version } = terms;
  const at = (instant: string | null): string => (instant === null ? '' : formats.dateTime(instant, edition.timeZone));
  const set = (open: boolean, ifMatch: number) =>
    exposApi.changeRegistrationTerms({ ...sentTerms(terms), isOpen: open, editionId: edition.id }, { context: { ifMatch } });
  const toggle = () =>
    void keep(() => set(!isOpen, version), {
      said: t(isOpen ? 'expos.reg_was_closed' : 'expos.reg_was_opened'),
      undo: (kept) => set(isOpen, kept.version),
    });
  // Opened, and still closed: the last day is over, which no switch changes.
  const dayPassed = isOpen && state === 'closed';
  const address = `${window.location.origin}/editions/${edition.slug}/register`;
  return (
    <Section title={t('expos.registration')}>
      <p className="lead">
        {t(`expos.reg_says_${state}`, { at: at(opensAt) })}
        <Gap />
        {t(approval === 'automatic' ? 'expos.reg_automatic' : 'expos.reg_by_hand')}
        {closesAt !== null && state !== 'closed' && ` ${t('expos.reg_until', { at: at(closesAt) })}`}
      </p>
      {!isPublic && (
        <Notice
          kind="plain"
          actions={
            <ButtonLink to="/editions/$slug/setup/publish" params={{ slug: edition.slug }}>
              {t('expos.publication')}
            </ButtonLink>
          }
        >
          {t('expos.registration_not_public')}
        </Notice>
      )}
      {dayPassed && <Notice kind="plain">{t('expos.reg_day_passed')}</Notice>}
      <TroubleNotice trouble={action.trouble} />
      <Buttons>
        {(isPublic || isOpen) && !dayPassed && (
          <Button kind={isOpen ? 'plain' : 'go'} busy={action.busy} onPress={toggle}>
            {t(isOpen ? 'expos.reg_close' : 'expos.reg_open')}
          </Button>
        )}
        <Button onPress={() => setSetting(true)}>{t('expos.reg_terms')}</Button>
        {isPublic && (
          <ButtonLink kind="text" to="/editions/$slug/register" params={{ slug: edition.slug }}>
            {t('expos.reg_to_page')}
          </ButtonLink>
        )}
      </Buttons>
      {isOpen && isPublic && (
        <div className="noprint">
          <p className="regaddress note">{address}</p>
          <details>
            <summary>{t('expos.reg_qr')}</summary>
            <QrCode text={address} label={t('expos.reg_qr')} />
          </details>
        </div>
      )}
      {setting && <TermsDialog edition={edition} terms={terms} onClose={() => setSetting(false)} />}
    </Section>
  );
}

/** All that there are, or those of the state that is chosen. */
function AsFile({ edition, state }: { readonly edition: Edition; readonly state: RegistrationState | null }) {
  const { t, language } = useText();
  const of = state === null ? '' : `&state=${state}`;
  return (
    <Buttons>
      {(['xlsx', 'csv'] as const).map((format) => (
        <ButtonAnchor
          key={format}
          href={`/api/v1/editions/${edition.id}/registrations-file?format=${format}&language=${language}${of}`}
          download
        >
          {t(`expos.reg_file_${format}`)}
        </ButtonAnchor>
      ))}
    </Buttons>
  );
}

interface FiguresProps {
  readonly terms: Terms;
  readonly chosen: RegistrationState | null;
  readonly onChoose: (state: RegistrationState) => void;
}

/** How many stand where; they add up to all that there are, and lead to those who stand there. */
function Figures({ terms, chosen, onChoose }: FiguresProps) {
  const { t } = useText();
  const total = registrationStates.reduce((all, state) => all + (terms.figures[state] ?? 0), 0);
  if (total === 0) return null;
  return (
    <Section title={t('expos.reg_figures', { count: total })}>
      <Buttons>
        {registrationStates
          .filter((state) => (terms.figures[state] ?? 0) > 0)
          .map((state) => (
            <Button key={state} kind="text" aria-pressed={chosen === state} onPress={() => onChoose(state)}>
              {t(`expos.reg_state_${state}`)} {terms.figures[state]}
            </Button>
          ))}
      </Buttons>
      {(terms.figures.unconfirmed ?? 0) > 0 && <Note>{t('expos.reg_unconfirmed_note')}</Note>}
    </Section>
  );
}
