/** Calls of the HTTP interface with the token of who is logged in. Never throws: `status` 0 means
 *  that nothing came back, and that it is not known whether the server acted. */
export function api(token) {
  async function call(method, path, body) {
    try {
      const response = await fetch(path, {
        method,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        body: body ? JSON.stringify(body) : undefined,
        cache: 'no-store',
        signal: AbortSignal.timeout(10_000),
      });
      const json = await response.json().catch(() => ({}));
      return { status: response.status, ok: response.ok, body: json, date: response.headers.get('date') };
    } catch {
      return { status: 0, ok: false, body: {}, date: null };
    }
  }
  return {
    get: (path) => call('GET', path),
    post: (path, body = {}) => call('POST', path, body),
    delete: (path) => call('DELETE', path),
  };
}
