/** A request that is wrong, and the status it gets. */
export interface BadRequest {
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: number;
}

const ELSEWHERE = { host: 'evil.example' };
const foreign = (path: string, body?: string): BadRequest => ({
  path,
  headers: ELSEWHERE,
  status: 403,
  ...(body && { body }),
});

/** Bad requests by route; the page answers only to its own names. */
export const ROUTE_TABLES: Readonly<Record<string, readonly BadRequest[]>> = {
  'GET /healthz': [{ path: '/healthz/../../etc/passwd', status: 404 }],
  'GET /metrics': [{ path: '/metrics/__proto__', status: 404 }],
  'GET /': [foreign('/')],
  'GET /page/*': [foreign('/page/x.js'), { path: '/page/../../package.json', status: 404 }],
  'GET /vendor/*': [foreign('/vendor/x.js'), { path: '/vendor/%2e%2e/%2e%2e/package.json', status: 404 }],
  'POST /telegram/webhook': [{ path: '/telegram/webhook', body: 'no json', status: 400 }],
  'POST /sim/login': [foreign('/sim/login', '{}')],
  'GET /sim/state': [foreign('/sim/state')],
  'GET /sim/phones/:person/messages': [{ path: '/sim/phones/x/messages?before=NaN', status: 400 }],
  'GET /sim/board': [foreign('/sim/board')],
  'GET /sim/events': [foreign('/sim/events')],
  'GET /sim/media/:id': [{ path: '/sim/media/__proto__', status: 404 }],
  'POST /sim/messages': [foreign('/sim/messages', '{}'), { path: '/sim/messages', body: '{"$gt":""}', status: 400 }],
  'POST /sim/phones': [foreign('/sim/phones', '{}')],
  'POST /sim/phones/:person/read': [{ path: '/sim/phones/budi/read', body: 'no json', status: 400 }],
  'POST /sim/clock': [{ path: '/sim/clock', body: '{"ms":-1}', status: 400 }],
};
