// From a city's page: this entry is the same city as another one. The register office looks at both at once, other offices ask it to.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { Button } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { TextareaField } from '#design/fields/field.tsx';
import { useNaming } from '#design/named.tsx';
import { Note } from '#design/page.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import type { City } from '#modules/cities/contract.ts';
import { ChooseCity } from '#modules/cities/ui/search/choose-city.tsx';
import { tiesApi } from '../client.ts';
import { PairDialog } from './pair-dialog.tsx';

/** The city of the page stays, unless the other one alone has an office of its own, which always stays. */
const direction = (city: City, other: City) =>
  city.officeId === null && other.officeId !== null ? { fromId: city.id, intoId: other.id } : { fromId: other.id, intoId: city.id };

/** Nothing for who works for neither a city's office nor the register office. */
export function SameCity({ city }: { readonly city: City }) {
  const { t } = useText();
  const naming = useNaming();
  const offices = useSession()?.offices.filter(({ role }) => role !== 'viewer') ?? [];
  const [open, setOpen] = useState(false);
  const [other, setOther] = useState<City | null>(null);
  const register = offices.find(({ kind }) => kind === 'register');
  const office = register ?? offices.find(({ kind }) => kind === 'city');
  if (office === undefined) return null;
  const close = () => {
    setOpen(false);
    setOther(null);
  };
  return (
    <>
      <p className="noprint">
        <Button kind="text" onPress={() => setOpen(true)}>
          {t('ties.same_as')}
        </Button>
      </p>
      {open && other === null && (
        <Dialog open wide onClose={close} title={t('ties.same_as_title', { city: naming(city.name) })}>
          <ChooseCity name="otherCity" label={t('ties.same_as_which')} begin={naming(city.name)} except={city.id} onChoose={setOther} />
        </Dialog>
      )}
      {open && other !== null && register !== undefined && <PairDialog office={register.id} {...direction(city, other)} onClose={close} />}
      {open && other !== null && register === undefined && <AskDialog office={office.id} city={city} other={other} onClose={close} />}
    </>
  );
}

interface AskDialogProps {
  readonly office: string;
  readonly city: City;
  readonly other: City;
  readonly onClose: () => void;
}

function AskDialog({ office, city, other, onClose }: AskDialogProps) {
  const { t } = useText();
  const naming = useNaming();
  const { keep, ...action } = useKeeping();
  const [reason, setReason] = useState('');
  const pair = { oneId: city.id, otherId: other.id, office };
  const ask = () =>
    keep(() => tiesApi.judgeDuplicate({ ...pair, verdict: 'same', reason: reason.trim() === '' ? null : reason }), {
      said: t('ties.register_asked'),
      undo: () => tiesApi.forgetVerdict(pair),
      after: onClose,
    });
  return (
    <FormDialog
      title={t('ties.pair_of', { one: naming(city.name), other: naming(other.name) })}
      action={action}
      submit={t('ties.ask_register')}
      onSubmit={() => void ask()}
      onClose={onClose}
      above={<Note>{t('ties.same_as_ask')}</Note>}
    >
      <TextareaField name="reason" label={t('ties.same_as_reason')} value={reason} onChange={setReason} />
    </FormDialog>
  );
}
