import { UserError } from '@parley/model';

/** Where the requests of an OpenAI-compatible endpoint go. */
export interface Endpoint {
  readonly url: URL;
  /** Name or address, with its port where it has one. */
  readonly host: string;
  /** Whether it is on this machine, so that text sent to it stays here. */
  readonly isLoopback: boolean;
}

/**
 * The endpoint of an address as its maker gives it: `http://127.0.0.1:11434/v1`, with or without
 * `/chat/completions`.
 *
 * Throws a UserError for what is no HTTP address, or has a name and password in it.
 */
export function endpointOf(address: string): Endpoint {
  const url = URL.parse(address);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new UserError(`"${address}" is not the address of an endpoint`, { cure: 'write one such as http://127.0.0.1:11434/v1' });
  }
  if (url.username !== '' || url.password !== '') {
    throw new UserError(`the endpoint at ${url.host} has a name or password in its address`, {
      cure: 'leave it out of the address, and give the key by a file or PARLEY_MODEL_KEY',
    });
  }
  url.hash = '';
  if (!/\/chat\/completions\/?$/.test(url.pathname)) url.pathname = `${url.pathname.replace(/\/+$/, '')}/chat/completions`;
  return { url, host: url.host, isLoopback: isLoopback(url.hostname) };
}

/** Any other name could be pointed elsewhere, so only what stands for this machine by its form counts. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}
