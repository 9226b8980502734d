/** The browser in words a person knows: enough to recognise a device, nothing more. */
export function deviceOf(agent: string | null, unknown: string): string {
  const system = /Windows|Mac OS|iPhone|iPad|Android|Linux/.exec(agent ?? '')?.[0];
  const browser = /(Edg|Firefox|Chrome|Safari)/.exec(agent ?? '')?.[0];
  return system === undefined && browser === undefined
    ? unknown
    : [browser === 'Edg' ? 'Edge' : browser, system].filter(Boolean).join(', ');
}
