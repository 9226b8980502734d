// A part of a page that is fetched when it is first drawn: what only an office's own people open need not weigh on every reader.
import { lazy, Suspense, type ComponentType } from 'react';

/** `const EditDialog = later(() => import('../edit-dialog.tsx'), 'EditDialog')`; nothing is drawn until it is there. */
export function later<Name extends string, Props extends object>(
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
): ComponentType<Props> {
  const Part = lazy(async () => ({ default: (await load())[name] })) as unknown as ComponentType<Props>;
  return function Later(props: Props) {
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  };
}
