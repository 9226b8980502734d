// On which terms companies register, as they are read and as they are sent.
import type { exposApi } from '../client.ts';

export type Terms = Awaited<ReturnType<(typeof exposApi)['getRegistrationTerms']>>;

/** What of the terms is sent back when one of them changes. */
export const sentTerms = ({ version: _version, state: _state, figures: _figures, isPublic: _public, ...terms }: Terms) => terms;
