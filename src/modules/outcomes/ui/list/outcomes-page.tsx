// What an office has recorded as outcomes, narrowed down by kind and stage, and the lists that it brought in.
import { Link, useNavigate } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { useAddress } from '#client/use-address.ts';
import { paged, usePages } from '#client/use-pages.ts';
import { ButtonLink } from '#design/button.tsx';
import { OptionalSelect } from '#design/fields/field.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Paged } from '#design/notices/paged.tsx';
import { Note, Title } from '#design/page.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { outcomeKinds, type OutcomeKind } from '../../domain/outcome.ts';
import { stages, type Stage } from '../../domain/stages.ts';
import { outcomesQueries } from '../client.ts';
import { OutcomeTable } from '../ledger/outcome-table.tsx';
import { Samples } from '../evidence/samples.tsx';
import { SheetsBroughtIn } from '../sheet/sheets-brought-in.tsx';

/** Address: `/outcomes`. */
export function OutcomesPage() {
  const { t } = useText();
  const office = useSession()?.offices[0];
  const mayEdit = office !== undefined && office.role !== 'viewer';
  return (
    <>
      <Title title={t('outcomes.of_tie')} note={t('outcomes.own_note')} />
      {office !== undefined && <OwnOutcomes office={office.id} mayEdit={mayEdit} />}
      {office !== undefined && <Samples office={office.id} mayEdit={mayEdit} />}
      {office !== undefined && <SheetsBroughtIn office={office.id} mayEdit={mayEdit} />}
    </>
  );
}

function filterIn(asked: Readonly<Record<string, unknown>>): { readonly kind?: OutcomeKind; readonly stage?: Stage } {
  const [kind, stage] = [outcomeKinds.find((one) => one === asked['kind']), stages.find((one) => one === asked['stage'])];
  return { ...(kind === undefined ? {} : { kind }), ...(stage === undefined ? {} : { stage }) };
}

function OwnOutcomes({ office, mayEdit }: { readonly office: string; readonly mayEdit: boolean }) {
  const { t } = useText();
  const filter = useAddress(filterIn);
  const { kind, stage } = filter;
  const navigate = useNavigate();
  const pages = usePages(outcomesQueries.listOutcomes.infiniteOptions(paged({ ownerOffice: office, limit: 50, ...filter })));
  const narrow = (name: 'kind' | 'stage', value: string | null) => {
    const { [name]: _before, ...others } = filter;
    void navigate({ to: '/outcomes', search: value === null ? others : { ...others, [name]: value }, replace: true });
  };
  const nothing =
    Object.keys(filter).length > 0 ? (
      <Empty heading={t('outcomes.nothing_fits')}>{t('outcomes.nothing_fits_text')}</Empty>
    ) : (
      <Empty heading={t('outcomes.none')}>{t('outcomes.own_none_text')}</Empty>
    );
  return (
    <>
      <div className="filters noprint">
        <OptionalSelect
          name="kind"
          label={t('outcomes.kind')}
          none={t('outcomes.any_kind')}
          options={outcomeKinds.map((value) => ({ value, text: t(`outcomes.kind_${value}`) }))}
          value={kind ?? null}
          onChange={(value) => narrow('kind', value)}
        />
        <OptionalSelect
          name="stage"
          label={t('outcomes.stage')}
          none={t('outcomes.any_stage')}
          options={stages.map((value) => ({ value, text: t(`design.stage_${value}`) }))}
          value={stage ?? null}
          onChange={(value) => narrow('stage', value)}
        />
        {mayEdit && (
          <div className="end">
            <ButtonLink kind="go" to="/outcomes/import">
              {t('outcomes.bring_in')}
            </ButtonLink>
          </div>
        )}
      </div>
      {mayEdit && (
        <Note>
          {t('outcomes.add_where')} <Link to="/desk">{t('ties.ties')}</Link>
        </Note>
      )}
      <Paged pages={pages} lines={6} empty={nothing}>
        {(entries) => <OutcomeTable outcomes={entries} reader={{ isLeft: (of) => of === office }} />}
      </Paged>
      <Note>
        {t('outcomes.never_added')} <Link to="/rates">{t('outcomes.rates_title')}</Link>
      </Note>
    </>
  );
}
