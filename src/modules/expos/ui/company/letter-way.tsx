// How letters reach a company, an interpreter or a speaker: by mail, or by a channel of this server to which it agrees here and takes it back.
import { useState } from 'react';
import { formTrouble } from '#client/use-action.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { Button, Buttons } from '#design/button.tsx';
import { CheckField, SelectField, TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Section } from '#design/page.tsx';
import type { LetterWay } from '../../domain/letters/letter-way.ts';
import { exposApi, exposQueries } from '../client.ts';
import type { OwnIds } from './times.tsx';

interface LetterWayProps {
  readonly ids: OwnIds;
  /** Who writes. */
  readonly organiser: string;
  readonly zone: string;
}

type Kept = Awaited<ReturnType<(typeof exposApi)['getLetterWay']>>;

/** Nothing where this server writes by mail alone. */
export function LetterWaySection(props: LetterWayProps) {
  const { t } = useText();
  const data = useRead(exposQueries.getLetterWay.queryOptions({ input: props.ids }));
  if (data === undefined || (data.offered.length === 0 && data.channel === 'mail')) return null;
  return (
    <Section title={t('expos.way_title')} id="letters">
      <WayForm key={`${data.channel} ${data.address ?? ''}`} kept={data} {...props} />
    </Section>
  );
}

function WayForm({ kept, ids, organiser, zone }: LetterWayProps & { readonly kept: Kept }) {
  const { t } = useText();
  const formats = useFormats();
  const [channel, setChannel] = useState<LetterWay>(kept.channel);
  const [address, setAddress] = useState(kept.address ?? '');
  const [agrees, setAgrees] = useState(kept.channel !== 'mail');
  const { keep, ...action } = useKeeping(exposQueries.key());
  const ways = [...new Set<LetterWay>(['mail', ...kept.offered, kept.channel])];
  const save = () =>
    void keep(() => exposApi.chooseLetterWay({ ...ids, channel, ...(channel === 'mail' ? {} : { address, agrees }) }), {
      // As it was understood: the server writes a number with its country code.
      said: ({ channel: way, address: kept }) => t(`expos.way_saved_${way}`, { address: kept ?? '' }),
    });
  return (
    <Form {...formTrouble(action)} onSubmit={save}>
      <SelectField
        name="channel"
        label={t('expos.way_channel')}
        value={channel}
        onChange={setChannel}
        options={ways.map((way) => ({ value: way, text: t(`expos.way_${way}`) }))}
      />
      {channel !== 'mail' && (
        <>
          <TextField
            name="address"
            type={channel === 'sms' ? 'tel' : 'text'}
            label={t(channel === 'sms' ? 'expos.way_number' : 'expos.way_account')}
            hint={t(channel === 'sms' ? 'expos.way_note' : 'expos.way_account_note')}
            value={address}
            onChange={setAddress}
          />
          <CheckField
            name="agrees"
            label={t('expos.way_agrees')}
            hint={t('expos.way_agrees_means', { organiser })}
            checked={agrees}
            onChange={setAgrees}
          />
          {kept.agreedAt !== null && <p className="note">{t('expos.way_agreed', { date: formats.date(kept.agreedAt, zone) })}</p>}
        </>
      )}
      <Buttons>
        <Button kind="go" type="submit" busy={action.busy}>
          {t('expos.way_save')}
        </Button>
      </Buttons>
    </Form>
  );
}
