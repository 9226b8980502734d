// What is asked about before it is done, and not forbidden: a tick that it is meant, without which nothing is sent.
import { useState } from 'react';
import { CheckField } from './field.tsx';
import { Doubt } from './form.tsx';

interface MeantProps {
  readonly name: string;
  /** That it is meant. */
  readonly label: string;
  /** What is asked where the tick is missing. */
  readonly message: string;
}

export function Meant({ name, label, message }: MeantProps) {
  const [isMeant, setMeant] = useState(false);
  return (
    <>
      <CheckField name={name} label={label} onChange={setMeant} />
      <Doubt name={name} message={isMeant ? undefined : message} />
    </>
  );
}
