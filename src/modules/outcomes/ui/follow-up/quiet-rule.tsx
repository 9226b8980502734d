// After how long a silence an office says so of its potential and intended figures; stands where its other reminder rules do.
import { useState } from 'react';
import { useRead } from '#client/use-read.ts';
import { useText } from '#client/language.ts';
import { formTrouble } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { FieldIds } from '#design/fields/field-id.ts';
import { TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Note, Section } from '#design/page.tsx';
import { outcomesApi, outcomesQueries } from '../client.ts';

interface QuietRuleProps {
  readonly officeId: string;
  readonly mayEdit: boolean;
}

export function QuietRule({ officeId, mayEdit }: QuietRuleProps) {
  const { t } = useText();
  const rule = useRead(outcomesQueries.getFollowUpRule.queryOptions({ input: { officeId } }));
  return (
    <Section title={t('outcomes.fl_quiet')}>
      <Note>{t('outcomes.fl_quiet_text')}</Note>
      {rule !== undefined && mayEdit && <RuleForm key={rule.quietMonths} officeId={officeId} kept={rule.quietMonths} />}
    </Section>
  );
}

function RuleForm({ officeId, kept }: { readonly officeId: string; readonly kept: number | null }) {
  const { t } = useText();
  const [months, setMonths] = useState(kept === null ? '' : String(kept));
  const { keep, ...action } = useKeeping(outcomesQueries.key());
  const save = () =>
    void keep(() => outcomesApi.setFollowUpRule({ officeId, quietMonths: months.trim() === '' ? null : Number(months) }), {
      said: t('outcomes.fl_quiet_saved'),
    });
  return (
    // The page has another field of this name, in its own form.
    <FieldIds value="quiet">
      <Form {...formTrouble(action)} onSubmit={save}>
        <TextField
          name="quietMonths"
          type="number"
          label={t('outcomes.fl_quiet_months')}
          hint={t('outcomes.fl_quiet_hint')}
          optional
          value={months}
          onChange={setMonths}
        />
        <Buttons>
          <Button type="submit" busy={action.busy}>
            {t('outcomes.fl_save')}
          </Button>
        </Buttons>
      </Form>
    </FieldIds>
  );
}
