// From a city's page: this entry is the same city as another one. The register office looks at both at once, other offices ask it to.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { useSession } from '#client/session.ts';
import { formTrouble, useAction } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { TextareaField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { useNaming } from '#design/named.tsx';
import { Note } from '#design/page.tsx';
import { useToast } from '#design/notices/toast.tsx';
import type { City } from '#modules/cities/contract.ts';
import { ChooseCity } from '#modules/cities/ui/search/choose-city.tsx';
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
          <ChooseCity label={t('ties.same_as_which')} begin={naming(city.name)} except={city.id} onChoose={setOther} />
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
  const toast = useToast();
  const queryClient = useQueryClient();
  const action = useAction();
  const [reason, setReason] = useState('');
  const pair = { oneId: city.id, otherId: other.id, office };
  const ask = () =>
    action.run(async () => {
      await api().ties.judgeDuplicate({ ...pair, verdict: 'same', reason: reason.trim() === '' ? null : reason });
      await queryClient.invalidateQueries();
      onClose();
      toast({ text: t('ties.register_asked'), undo: () => api().ties.forgetVerdict(pair) });
    });
  return (
    <Dialog open onClose={onClose} title={t('ties.pair_of', { one: naming(city.name), other: naming(other.name) })}>
      <Note>{t('ties.same_as_ask')}</Note>
      <Form {...formTrouble(action)} onSubmit={() => void ask()}>
        <TextareaField name="reason" label={t('ties.same_as_reason')} maxLength={1000} value={reason} onChange={setReason} />
        <Buttons>
          <Button kind="go" type="submit" busy={action.busy}>
            {t('ties.ask_register')}
          </Button>
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  );
}
