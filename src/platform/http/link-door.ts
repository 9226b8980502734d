// Where a personal link is opened: it comes in the body of a request and goes into a cookie, so that no address, history or log holds it.
import type { Hono } from 'hono';
import { z } from 'zod';
import type { EdgeContext, EdgeEnv } from './access.ts';
import { bodySizes, type Edge } from './edge.ts';
import { forgetLink, keepLink } from './tokens.ts';

const asked = z.strictObject({ token: z.string().min(1).max(200) });

/** POST opens a link in this browser, DELETE closes it again. */
export function addLinkDoor(app: Hono<EdgeEnv>, edge: Edge, origin: string): void {
  const secure = origin.startsWith('https:');
  const open = async (c: EdgeContext): Promise<Response> => {
    const given = asked.safeParse(await c.req.json().catch((): null => null));
    if (!given.success) return edge.refuse(c, { kind: 'unauthenticated', code: 'kernel.token_unknown' });
    const refusal = await edge.openLink(c, given.data.token);
    if (refusal !== null) return edge.refuse(c, refusal);
    keepLink(c, given.data.token, secure);
    return c.body(null, 204);
  };
  app.post('/api/link', (c) => {
    c.get('seen').route = 'open link';
    return edge.within(c, edge.network(c), async (stay) => {
      const refusal = await edge.takeBody(c, stay, bodySizes.anonymous);
      return refusal === null ? open(c) : edge.refuse(c, refusal);
    });
  });
  app.delete('/api/link', (c) => {
    c.get('seen').route = 'close link';
    return c.body(null, 204, { 'set-cookie': forgetLink(secure) });
  });
}
