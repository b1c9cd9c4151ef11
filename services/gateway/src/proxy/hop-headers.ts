type Headers = Record<string, string | string[] | undefined>;

/** Belong to one connection and end there (RFC 9110 7.6.1); content-length is written anew. */
const HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
]);

/** Headers that go on to the next hop. */
export function withoutHopHeaders<H extends Headers>(headers: H): H {
  const kept = { ...headers };
  for (const name of Object.keys(kept)) if (HOP.has(name.toLowerCase())) delete kept[name];
  return kept;
}
