// The component sheet.
import { Title } from '#design/page.tsx';

export function Sheet() {
  return <Title title="Design" />;
}
