// By which way the questions of an office's editions and delegations go, and whom that would reach, before anything goes out.
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useRead } from '#client/use-read.ts';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { Doubt } from '#design/fields/form.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { useNaming } from '#design/named.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Attention, Note, Section } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { OfficeField, type OfficeChoice } from '#modules/accounts/ui/office-field.tsx';
import type { Answer } from '../../contract.ts';
import { routes, type Route } from '../../domain/follow-up/asked-of.ts';
import { outcomesApi, outcomesQueries } from '../client.ts';
import { routeTo } from './route-dialog.tsx';

type Listed = Answer<'listEditionRoutes'>;
interface Routed extends Pick<Listed['entries'][number], 'id' | 'name' | 'route' | 'through'> {
  readonly kind: 'edition' | 'visit';
  readonly when: ReactNode;
}

/** Nothing for an office that organises no edition and keeps no delegation of which something may be asked. */
export function EditionRoutes({ officeId, mayEdit }: { readonly officeId: string; readonly mayEdit: boolean }) {
  const { t } = useText();
  const naming = useNaming();
  const formats = useFormats();
  const page = useRead(outcomesQueries.listEditionRoutes.queryOptions({ input: { officeId, limit: 50 } }));
  const [opened, setOpened] = useState<Routed | null>(null);
  if (page === undefined || page.entries.length + page.visits.length === 0) return null;
  const all: readonly Routed[] = [
    ...page.entries.map((one) => ({ ...one, kind: 'edition' as const, when: formats.day(one.lastDay, 'table') })),
    ...page.visits.map(({ title: name, starts, ...one }) => ({
      ...{ ...one, name, kind: 'visit' as const },
      when: formats.spelt(formats.flexDate(starts, 'table')),
    })),
  ];
  return (
    <Section title={t('outcomes.fr_title')} id="routes">
      <Note>{t('outcomes.fr_note')}</Note>
      <Rows
        wide
        label={t('outcomes.fr_title')}
        entries={all.map((one) => ({
          key: one.id,
          when: one.when,
          what: naming(one.name),
          detail: one.through === null ? t('outcomes.fl_way_company') : t('outcomes.fl_way_through', { office: naming(one.through.name) }),
          end: mayEdit && (
            <TextAction onPress={() => setOpened(one)} aria-label={t('outcomes.fr_change_of', { edition: naming(one.name) })}>
              {t('outcomes.fl_route')}
            </TextAction>
          ),
        }))}
      />
      {opened !== null && <RouteOfDialog officeId={officeId} routed={opened} onClose={() => setOpened(null)} />}
    </Section>
  );
}

interface RouteOfDialogProps {
  readonly officeId: string;
  readonly routed: Routed;
  readonly onClose: () => void;
}

function RouteOfDialog({ officeId, routed, onClose }: RouteOfDialogProps) {
  const { t } = useText();
  const naming = useNaming();
  const [route, setRoute] = useState<Route>(routed.route);
  const [office, setOffice] = useState<OfficeChoice | null>(routed.through);
  const { keep, ...action } = useKeeping(outcomesQueries.key());
  const chosen = route === 'company' ? routeTo(null) : office === null ? null : routeTo(office);
  const set = (to: NonNullable<typeof chosen>) =>
    routed.kind === 'edition'
      ? outcomesApi.setEditionRoute({ editionId: routed.id, ...to })
      : outcomesApi.setVisitRoute({ exchangeId: routed.id, ...to });
  const save = () =>
    void (
      chosen !== null &&
      keep(() => set(chosen), { said: t('outcomes.fl_route_saved'), undo: () => set(routeTo(routed.through)), after: onClose })
    );
  return (
    <FormDialog
      wide
      title={t('outcomes.fr_change_of', { edition: naming(routed.name) })}
      submit={t('outcomes.fr_save')}
      action={action}
      onClose={onClose}
      onSubmit={save}
    >
      <ChoiceField
        name="route"
        label={t('outcomes.fl_way')}
        value={route}
        options={routes.map((one) => ({ value: one, text: t(`outcomes.fr_${one}`) }))}
        onChange={setRoute}
      />
      {route === 'through' && (
        <OfficeField
          name="throughOffice"
          label={t('outcomes.fl_route_office')}
          hint={t('outcomes.fr_through_hint')}
          none={t('outcomes.fr_choose')}
          without={[officeId]}
          withoutKinds={['company']}
          value={office}
          onChange={setOffice}
        />
      )}
      <Doubt name="throughOffice" message={chosen === null ? t('outcomes.fr_choose') : undefined} />
      {chosen !== null && <Reached of={routed} route={chosen} through={office === null ? null : naming(office.name)} />}
      <Note>{t('outcomes.fr_kept')}</Note>
    </FormDialog>
  );
}

interface ReachedProps {
  readonly of: Routed;
  readonly route: ReturnType<typeof routeTo>;
  readonly through: string | null;
}

/** Company by company: who is written to, or what stands in the way. */
function Reached({ of: { kind, id }, route, through }: ReachedProps) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const ofEdition = useQuery({
    ...outcomesQueries.previewEditionRoute.queryOptions({ input: { editionId: id, ...route } }),
    enabled: kind === 'edition',
  });
  const ofVisit = useQuery({
    ...outcomesQueries.previewVisitRoute.queryOptions({ input: { exchangeId: id, ...route } }),
    enabled: kind === 'visit',
  });
  const data = kind === 'edition' ? ofEdition.data : ofVisit.data;
  if (data === undefined) return <Skeleton lines={3} />;
  if (data.companies.length === 0) return <Note>{t('outcomes.fr_nobody')}</Note>;
  return (
    <>
      <h3>{t('outcomes.fr_reached')}</h3>
      <Rows
        wide
        label={t('outcomes.fr_reached')}
        entries={data.companies.map(({ company, sentTo, isRegistered, remedy, questions, next }, at) => ({
          key: String(at),
          when: formats.day(next, 'table'),
          what: company === null ? t('outcomes.fl_no_company') : naming(company),
          detail:
            remedy !== null ? (
              <Attention>{t(`outcomes.fl_remedy_${remedy}`)}</Attention>
            ) : isRegistered ? (
              t('outcomes.fl_to_registered')
            ) : (
              (sentTo ?? t('outcomes.fl_way_through', { office: through ?? '' }))
            ),
          end: t('outcomes.fr_questions', { count: questions }),
        }))}
      />
    </>
  );
}
