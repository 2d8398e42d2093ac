import { describe, expect, it } from 'vitest';
import { writeMetrics } from '../../../src/web/metrics.ts';

describe('metrics', () => {
  it('are written as Prometheus reads them', () => {
    const text = writeMetrics([
      {
        name: 'pesan_mail_open',
        help: 'Mail not handled yet.',
        type: 'gauge',
        samples: [
          { labels: { lane: 'telegram/1', state: 'a"b\\c\nd' }, value: 3 },
          { labels: {}, value: 0.5 },
        ],
      },
      { name: 'pesan_up', help: 'Up\nor not \\', type: 'counter', samples: [{ value: Number.POSITIVE_INFINITY }] },
      { name: 'pesan_none', help: 'Nothing yet.', type: 'gauge', samples: [{ value: Number.NaN }] },
    ]);
    expect(text).toBe(
      [
        '# HELP pesan_mail_open Mail not handled yet.',
        '# TYPE pesan_mail_open gauge',
        'pesan_mail_open{lane="telegram/1",state="a\\"b\\\\c\\nd"} 3',
        'pesan_mail_open 0.5',
        '# HELP pesan_up Up\\nor not \\\\',
        '# TYPE pesan_up counter',
        'pesan_up +Inf',
        '# HELP pesan_none Nothing yet.',
        '# TYPE pesan_none gauge',
        'pesan_none NaN',
        '',
      ].join('\n'),
    );
  });
});
