// Buttons, menu, and a form with two errors.
import { useState } from 'react';
import { Button, ButtonLink, Buttons, Refused } from '../button.tsx';
import { ChoiceField } from '../fields/choice.tsx';
import { CheckField, Fields, SelectField, TextareaField, TextField } from '../fields/field.tsx';
import { FileField } from '../fields/file-field.tsx';
import { Form, type FieldProblem } from '../fields/form.tsx';
import { Menu, MenuAction, MenuHead } from '../menu.tsx';
import { Columns, Section } from '../page.tsx';
import { useWords } from './words.ts';

export function ControlsSheet() {
  const w = useWords();
  return (
    <Columns>
      <Section title={w.buttons} aside={w.buttonsNote} span={5}>
        <ButtonSamples />
      </Section>
      <Section title={w.fields} span={7}>
        <FieldSamples />
      </Section>
    </Columns>
  );
}

function ButtonSamples() {
  const w = useWords();
  const nothing = () => undefined;
  return (
    <>
      <Buttons>
        <Button kind="go">{w.save}</Button>
        <ButtonLink to="/design">{w.preview}</ButtonLink>
        <Button kind="text">{w.withdraw}</Button>
        <Button busy>{w.saving}</Button>
      </Buttons>
      <div className="after">
        <Refused
          heading={w.refusedHeading}
          reasons={[
            { text: w.refusedOne, href: '#plan' },
            { text: w.refusedTwo, onGo: nothing },
          ]}
        >
          {w.release}
        </Refused>
      </div>
      <div className="after">
        <Menu label={w.menu}>
          <MenuHead first>{w.menuHead}</MenuHead>
          <MenuAction current onChoose={nothing}>
            {w.menuExcel}
          </MenuAction>
          <MenuAction onChoose={nothing}>{w.menuCsv}</MenuAction>
          <MenuAction onChoose={nothing}>{w.menuCalendar}</MenuAction>
        </Menu>
      </div>
      <div className="after">
        <Button big>{w.notHere}</Button>
      </div>
    </>
  );
}

function FieldSamples() {
  const w = useWords();
  const [bad, setBad] = useState(false);
  const problems: readonly FieldProblem[] = bad
    ? [
        { path: ['firstDay'], message: w.firstError },
        { path: ['seats'], message: w.seatsError },
      ]
    : [];
  return (
    <Form problems={problems} onSubmit={() => setBad(true)} label={w.fields}>
      <Fields>
        <TextField name="name" label={w.name} defaultValue={w.nameValue} />
        <TextField name="slug" label={w.slug} hint={w.slugHint} defaultValue="forum-2019" />
        <TextField name="firstDay" label={w.first} type="date" defaultValue="2019-11-06" />
        <TextField name="start" label={w.start} type="time" defaultValue="09:30" />
        <TextField name="seats" label={w.seats} hint={w.seatsHint} type="number" defaultValue="0" />
        <SelectField
          name="kind"
          label={w.kind}
          options={[
            { value: 'organiser', text: w.kindOrganiser },
            { value: 'chamber', text: w.kindChamber },
            { value: 'company', text: w.kindCompany },
          ]}
        />
      </Fields>
      <TextareaField name="remark" label={w.remark} optional />
      <CheckField name="agree" label={w.agree} hint={w.agreeHint} defaultChecked />
      <ChoiceField
        name="result"
        label={w.result}
        defaultValue="on"
        options={[
          { value: 'none', text: w.resultNone },
          { value: 'known', text: w.resultKnown },
          { value: 'on', text: w.resultOn },
          { value: 'agreed', text: w.resultAgreed },
        ]}
      />
      <FileField name="file" label={w.file} hint={w.fileHint} accept=".xlsx,.csv,.dzn" />
      <div className="after">
        <Button type="submit">{w.save}</Button>
      </div>
    </Form>
  );
}
